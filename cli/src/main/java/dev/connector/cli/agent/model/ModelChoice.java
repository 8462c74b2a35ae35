package dev.connector.cli.agent.model;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which model is asked, from flags first and the environment second.
 *
 * <ul>
 *   <li>The name is the flag's, else that of {@code CONNECTOR_MODEL}. There is no default: names
 *       come and go faster than releases of this program.
 *   <li>The provider is the flag's; else Anthropic where the name begins with {@code claude}; else
 *       OpenAI where a base URL is given by flag; else Anthropic where only its variables are set.
 *   <li>The address is the flag's, else that of the provider's variable, else the provider's own.
 *   <li>The key is that of the provider's variable, and goes to that address only. A server on this
 *       machine needs none.
 * </ul>
 *
 * @param model the name, by flag
 * @param baseUrl the address, by flag
 * @param provider by flag
 */
public record ModelChoice(
    Optional<String> model, Optional<String> baseUrl, Optional<Provider> provider) {

  private static final String NAME_VARIABLE = "CONNECTOR_MODEL";
  private static final String TOKEN_VARIABLE = "ANTHROPIC_AUTH_TOKEN";

  public ModelChoice {
    Objects.requireNonNull(model);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(provider);
  }

  /**
   * The model.
   *
   * @throws ConnectorException AUTHENTICATION where a key is missing, USAGE where a name is missing
   *     or an address cannot be used; nothing but the list of names is asked for before
   */
  public Model model(Environment environment, Limits limits) {
    return model(environment, limits, Waiting.usual());
  }

  Model model(Environment environment, Limits limits, Waiting waiting) {
    Optional<String> name =
        model.or(() -> environment.variable(NAME_VARIABLE)).filter(it -> !it.isBlank());
    Endpoint endpoint = endpoint(environment, decided(environment, name.orElse("")));
    WireModel chosen =
        new WireModel(
            endpoint, wire(endpoint, name.orElse(""), limits), name.orElse(""), limits, waiting);
    if (name.isEmpty()) {
      throw Diagnosis.unnamed(chosen.offered());
    }
    return chosen;
  }

  private static Wire wire(Endpoint endpoint, String name, Limits limits) {
    return endpoint.provider() == Provider.ANTHROPIC
        ? new AnthropicWire(name, limits.maxTokens())
        : new OpenAiWire(name, limits.maxTokens(), endpoint.own());
  }

  private Provider decided(Environment environment, String name) {
    if (provider.isPresent()) {
      return provider.get();
    }
    if (name.toLowerCase(Locale.ROOT).startsWith("claude")) {
      return Provider.ANTHROPIC;
    }
    boolean openAi = baseUrl.isPresent() || configured(environment, Provider.OPENAI);
    return !openAi && configured(environment, Provider.ANTHROPIC)
        ? Provider.ANTHROPIC
        : Provider.OPENAI;
  }

  private static boolean configured(Environment environment, Provider provider) {
    return environment.variable(provider.baseVariable()).isPresent()
        || key(environment, provider).isPresent();
  }

  private Endpoint endpoint(Environment environment, Provider decided) {
    Optional<HttpUrl> given =
        baseUrl.or(() -> environment.variable(decided.baseVariable())).map(Endpoint::address);
    HttpUrl base = base(decided, given.orElse(decided.base()));
    Endpoint endpoint = new Endpoint(decided, base, key(environment, decided));
    if (endpoint.credential().isEmpty() && !Endpoint.loopback(base)) {
      throw missing(environment, decided);
    }
    return endpoint;
  }

  /** The address without what the wire format adds itself. */
  private static HttpUrl base(Provider decided, HttpUrl given) {
    String path = given.encodedPath().replaceFirst("/+$", "");
    if (decided == Provider.ANTHROPIC) {
      path = path.replaceFirst("/v1$", "");
    }
    return given.newBuilder().encodedPath(path.isEmpty() ? "/" : path).build();
  }

  private static Optional<Credential> key(Environment environment, Provider provider) {
    if (provider == Provider.OPENAI) {
      return Credential.of(environment, provider.keyVariable(), Credential.Scheme.BEARER);
    }
    return Credential.of(environment, provider.keyVariable(), Credential.Scheme.X_API_KEY)
        .or(() -> Credential.of(environment, TOKEN_VARIABLE, Credential.Scheme.BEARER));
  }

  private ConnectorException missing(Environment environment, Provider decided) {
    boolean nothing =
        model.isEmpty()
            && baseUrl.isEmpty()
            && provider.isEmpty()
            && environment.variable(NAME_VARIABLE).isEmpty();
    String variable =
        nothing
            ? Provider.ANTHROPIC.keyVariable() + " or " + Provider.OPENAI.keyVariable()
            : decided.keyVariable();
    return new ConnectorException(
        Kind.AUTHENTICATION,
        "there is no key for a model: " + variable + " is not set",
        "set it; or use a local server, which needs none:"
            + " --base-url http://localhost:11434/v1 --model <name>;"
            + " or let the assistant in your editor do the model's part: connector mcp");
  }
}

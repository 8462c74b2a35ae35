package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.Server;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the variables of a server's URL into settings, or into what they always are. */
final class ServerVariables {

  /** What a host name is made of, with a port or without. */
  static final String HOST = "[A-Za-z0-9.-]+(:[0-9]{1,5})?";

  private static final Pattern HOST_TEXT = Pattern.compile(HOST);
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)\\}");
  private static final String PART_OF_PATH = "[^?#\\s\\\\]+";
  private static final Pattern PATH_TEXT = Pattern.compile(PART_OF_PATH);
  private static final Pattern VARIABLE_PORT = Pattern.compile(":\\{([^{}/]+)\\}$");

  private final Lexicon lexicon;
  private final Places places;
  private final Map<String, String> settings = new HashMap<>();

  ServerVariables(Lexicon lexicon, Places places) {
    this.lexicon = lexicon;
    this.places = places;
  }

  /** What the host would be with each variable at its default; one without is left as it is. */
  String usualHost(ServerAddress address) {
    return VARIABLE
        .matcher(withoutVariablePort(address))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    variable(address.server(), match.group(1))
                        .map(Server.Variable::defaultValue)
                        .filter(it -> !it.isBlank())
                        .orElse(match.group())));
  }

  /** The template of a base URL, with settings for what differs. */
  String template(ServerAddress address, Draft draft) {
    String host = withoutVariablePort(address);
    boolean partlyKnown = VARIABLE.matcher(host).find() && !VARIABLE.matcher(host).matches();
    return partlyKnown || places.isReal(usualHost(address))
        ? "https://" + filled(address.server(), host, HOST_TEXT, draft) + path(address, draft)
        : "https://{" + unknownHost(address, draft) + "}" + path(address, draft);
  }

  String path(ServerAddress address, Draft draft) {
    String path = filled(address.server(), address.path(), PATH_TEXT, draft);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path.replace("//", "/");
  }

  /** A setting for a host that the document does not give. */
  String unknownHost(ServerAddress address, Draft draft) {
    String given = address.authority().isEmpty() ? "" : ", such as " + usualHost(address);
    String says = "Where the API is, without https:// and path" + Terms.quote(given) + ".";
    return draft.setting(
        "host",
        new Setting("Host", says, false, true, Optional.empty(), Optional.of(HOST), List.of()));
  }

  private String filled(Server server, String text, Pattern allowed, Draft draft) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(part(server, match.group(1), allowed, draft)));
  }

  private String part(Server server, String name, Pattern allowed, Draft draft) {
    Server.Variable variable =
        variable(server, name).orElse(new Server.Variable("", List.of(), ""));
    String value = variable.defaultValue().strip();
    List<String> values = values(variable, value);
    boolean fixed =
        values.size() == 1
            || values.isEmpty()
                && allowed == PATH_TEXT
                && (value.contains("/") || isOneOf("fixedServerVariable", name));
    if (fixed && !value.isEmpty() && allowed.matcher(value).matches()) {
      return Terms.literal(value);
    }
    return "{"
        + settings.computeIfAbsent(
            server.url() + " " + name, it -> setting(name, variable, values, allowed, draft))
        + "}";
  }

  private String setting(
      String name, Server.Variable variable, List<String> values, Pattern allowed, Draft draft) {
    String identifier = Terms.identifier(name, "part");
    boolean secret = isOneOf("secretWord", name);
    String value = variable.defaultValue().strip();
    boolean usable =
        !secret
            && allowed.matcher(value).matches()
            && !value.equalsIgnoreCase(name)
            && !places.isPlaceholder(value);
    List<String> allowedValues = usable || values.size() > 1 ? values : List.of();
    return draft.setting(
        identifier,
        new Setting(
            Terms.title(identifier),
            Terms.quote(variable.description()),
            secret,
            !usable,
            usable ? Optional.of(value) : Optional.empty(),
            allowedValues.isEmpty() && !secret ? Optional.of(allowed.pattern()) : Optional.empty(),
            allowedValues));
  }

  private static List<String> values(Server.Variable variable, String value) {
    List<String> values = new ArrayList<>();
    variable.values().stream().filter(it -> !it.isBlank()).distinct().forEach(values::add);
    if (!values.isEmpty() && !value.isEmpty() && !values.contains(value)) {
      values.add(0, value);
    }
    return values;
  }

  private boolean isOneOf(String kind, String name) {
    return Terms.words(name).stream().anyMatch(word -> lexicon.weight(kind, word) > 0);
  }

  private static String withoutVariablePort(ServerAddress address) {
    return VARIABLE_PORT.matcher(address.authority()).replaceFirst("");
  }

  private static Optional<Server.Variable> variable(Server server, String name) {
    return Optional.ofNullable(server.variables().get(name));
  }
}

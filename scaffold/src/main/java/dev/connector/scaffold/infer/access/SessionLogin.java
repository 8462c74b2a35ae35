package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Infers that a token is had from an operation of the API itself, which takes a user's name and
 * password or the like. A suggestion, never sure.
 */
final class SessionLogin {

  private final ApiDescription description;
  private final Lexicon lexicon;
  private final String baseUrl;

  SessionLogin(ApiDescription description, Lexicon lexicon, String baseUrl) {
    this.description = description;
    this.lexicon = lexicon;
    this.baseUrl = baseUrl;
  }

  /**
   * The same with a login, where there is one and what is known takes a token.
   *
   * @return unchanged where tokens come from OAuth 2 or nothing takes one
   */
  Found extended(Found found) {
    boolean takesToken =
        found.ways().stream()
                .allMatch(it -> it.type().equals("bearer") || it.type().equals("apiKey"))
            && found.ways().stream().allMatch(it -> it.extras().isEmpty());
    if (!takesToken || found.ways().size() > 1) {
      return found;
    }
    return description.operations().stream()
        .filter(this::isLogin)
        .flatMap(it -> way(it, found.ways().stream().findFirst()).stream())
        .findFirst()
        .map(found::and)
        .orElse(found);
  }

  private boolean isLogin(ApiOperation operation) {
    String path = operation.path();
    if (!operation.method().equals("POST") || path.indexOf('{') >= 0 || path.indexOf('?') >= 0) {
      return false;
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return lexicon.weight("loginPath", String.join("", Terms.words(last))) > 0
        && operation.parameters().stream()
            .noneMatch(it -> it.required() && it.in() != ApiParameter.In.HEADER);
  }

  private Optional<Way> way(ApiOperation operation, Optional<Way> user) {
    Optional<ApiContent> content =
        operation.body().flatMap(it -> it.json().or(() -> it.contents().stream().findFirst()));
    Optional<ApiSchema> body = content.flatMap(ApiContent::schema);
    Optional<String> token =
        operation
            .success()
            .flatMap(ApiResponse::json)
            .flatMap(ApiContent::schema)
            .flatMap(this::token);
    if (body.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    boolean json = content.get().isJson();
    if (!json && !content.get().type().toLowerCase(Locale.ROOT).contains("form-urlencoded")) {
      return Optional.empty();
    }
    if (body.get().property("grant_type").isPresent()) {
      return grant(operation, body.get());
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    Optional<ObjectNode> fields = fields(body.get(), settings);
    boolean secret = settings.values().stream().anyMatch(Setting::secret);
    if (fields.isEmpty() || !secret) {
      return Optional.empty();
    }
    ObjectNode scheme = Draft.object().put("type", "session");
    ObjectNode login = scheme.putObject("login").put("path", Terms.literal(operation.path()));
    login.set(json ? "body" : "form", fields.get());
    scheme.put("token", token.get());
    user.ifPresent(it -> use(it, scheme));
    return Optional.of(
        Way.of(
            scheme,
            settings,
            basis(operation),
            new Way.Doubt(
                "It looks as if "
                    + Terms.quote(operation.path())
                    + " gave the tokens that the other"
                    + " operations take; the document does not say so.",
                List.of("a login", "an operation like others"),
                "",
                scheme.toString())));
  }

  /** As the token of a user would be sent, so is this. */
  private static void use(Way user, ObjectNode scheme) {
    if (user.type().equals("apiKey")) {
      scheme.set("placement", user.scheme().path("placement"));
      String name = user.settings().keySet().iterator().next();
      scheme.put(
          "value", user.scheme().path("value").asText().replace("{" + name + "}", "{token}"));
    }
  }

  private Optional<Way> grant(ApiOperation operation, ApiSchema body) {
    if (body.property("client_id").isEmpty() || body.property("client_secret").isEmpty()) {
      return Optional.empty();
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("clientId", Credential.open("clientId", "The OAuth app's client id."));
    settings.put(
        "clientSecret", Credential.secret("clientSecret", "The OAuth app's client secret."));
    ObjectNode scheme =
        Draft.object()
            .put("type", "oauth2")
            .put("grant", "clientCredentials")
            .put("tokenUrl", baseUrl + Terms.literal(operation.path()))
            .put("clientId", "{clientId}")
            .put("clientSecret", "{clientSecret}");
    return Optional.of(
        Way.of(
            scheme,
            settings,
            basis(operation),
            new Way.Doubt(
                Terms.quote(operation.path())
                    + " takes a grant type and a client's credentials, as"
                    + " OAuth 2 has it; the document does not declare it as such.",
                List.of("OAuth 2, clientCredentials", "an operation like others"),
                "",
                scheme.toString())));
  }

  private static Way.Basis basis(ApiOperation operation) {
    return Way.Basis.of(
        Confidence.LIKELY, operation.place(), "takes credentials and answers with a token");
  }

  /** What to send, from settings; empty where something is asked for that no setting can be. */
  private Optional<ObjectNode> fields(ApiSchema body, Map<String, Setting> settings) {
    ObjectNode fields = Draft.object();
    for (Map.Entry<String, ApiSchema> property : body.properties().entrySet()) {
      String name = property.getKey();
      boolean required = body.required().contains(name);
      List<String> words = Terms.words(name);
      boolean secret = words.stream().anyMatch(it -> lexicon.weight("secretWord", it) > 0);
      boolean user = words.stream().anyMatch(it -> lexicon.weight("userWord", it) > 0);
      boolean text = property.getValue().types().contains("string");
      if (text && (secret || user) && (required || body.required().isEmpty())) {
        String setting = Terms.identifier(name, "credential");
        String says = property.getValue().description();
        settings.put(
            setting, secret ? Credential.secret(setting, says) : Credential.open(setting, says));
        fields.put(name, "{" + setting + "}");
      } else if (required && property.getValue().values().size() == 1) {
        fields.put(name, Terms.literal(property.getValue().values().get(0).asText()));
      } else if (required) {
        return Optional.empty();
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
  }

  /** Where the token is, in the answer or in an object of it. */
  private Optional<String> token(ApiSchema answer) {
    Optional<String> direct =
        answer.properties().entrySet().stream()
            .filter(it -> it.getValue().types().contains("string"))
            .map(Map.Entry::getKey)
            .filter(it -> lexicon.weight("tokenField", String.join("", Terms.words(it))) > 0)
            .findFirst();
    return direct
        .map(SessionLogin::pointer)
        .or(
            () ->
                answer.properties().entrySet().stream()
                    .filter(it -> it.getValue().isObject())
                    .flatMap(
                        outer ->
                            outer.getValue().properties().entrySet().stream()
                                .filter(it -> it.getValue().types().contains("string"))
                                .map(Map.Entry::getKey)
                                .filter(
                                    it ->
                                        lexicon.weight(
                                                "tokenField", String.join("", Terms.words(it)))
                                            > 0)
                                .map(it -> pointer(outer.getKey()) + pointer(it)))
                    .findFirst());
  }

  private static String pointer(String member) {
    return "/" + member.replace("~", "~0").replace("/", "~1");
  }
}

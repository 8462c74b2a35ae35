package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiBody;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References.Target;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenAPI 3.0 and 3.1. */
final class OpenApi3 implements Dialect {

  private final Reading reading;

  OpenApi3(Reading reading) {
    this.reading = reading;
  }

  /** A document that names no server means the one that it was fetched from. */
  @Override
  public List<Server> servers(Target root) {
    Servers servers = new Servers(reading);
    List<Server> named = servers.read(root.child("servers"));
    String own = servers.address("/", root);
    return named.isEmpty() && !own.equals("/") ? List.of(new Server(own, "", Map.of())) : named;
  }

  @Override
  public Map<String, SecurityScheme> schemes(Target root) {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    Target list = reading.follow(root.child("components")).child("securitySchemes");
    for (Map.Entry<String, Target> it : reading.members(list)) {
      reading.object(it.getValue()).ifPresent(node -> schemes.put(it.getKey(), scheme(node)));
    }
    return schemes;
  }

  private SecurityScheme scheme(Target node) {
    String description = Reading.text(node, "description");
    String type = Reading.text(node, "type");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "apikey" ->
          new SecurityScheme.ApiKey(
              description,
              Reading.text(node, "in").toLowerCase(Locale.ROOT),
              Reading.text(node, "name"),
              Reading.extensions(node));
      case "http" ->
          new SecurityScheme.Http(
              description,
              Reading.text(node, "scheme").toLowerCase(Locale.ROOT),
              Reading.text(node, "bearerFormat"));
      case "oauth2" -> new SecurityScheme.OAuth2(description, flows(node.child("flows")));
      case "openidconnect" ->
          new SecurityScheme.OpenIdConnect(description, Reading.text(node, "openIdConnectUrl"));
      default -> new SecurityScheme.Other(description, type);
    };
  }

  private List<SecurityScheme.Flow> flows(Target list) {
    List<SecurityScheme.Flow> flows = new ArrayList<>();
    for (Map.Entry<String, Target> it : reading.members(list)) {
      reading
          .object(it.getValue())
          .ifPresent(
              flow ->
                  flows.add(
                      new SecurityScheme.Flow(
                          it.getKey(),
                          Reading.text(flow, "authorizationUrl"),
                          Reading.text(flow, "tokenUrl"),
                          Reading.text(flow, "refreshUrl"),
                          scopes(reading, flow.child("scopes")))));
    }
    return flows;
  }

  /** Scopes by name; a list of names stands for an object at times. */
  static Map<String, String> scopes(Reading reading, Target node) {
    Map<String, String> scopes = new LinkedHashMap<>();
    if (node.node().isArray()) {
      reading.texts(node).forEach(it -> scopes.put(it, ""));
      return scopes;
    }
    Target list = reading.follow(node);
    for (Map.Entry<String, Target> it : reading.members(node)) {
      scopes.put(it.getKey(), Reading.text(list, it.getKey()));
    }
    return scopes;
  }

  @Override
  public boolean isBody(Target parameter) {
    return false;
  }

  @Override
  public ApiParameter parameter(ParameterKey key, Target node) {
    List<ApiContent> contents =
        node.node().has("schema") ? List.of() : contents(node.child("content"));
    Optional<ApiContent> content =
        contents.stream()
            .filter(ApiContent::isJson)
            .findFirst()
            .or(() -> contents.stream().findFirst());
    boolean form = key.in() == ApiParameter.In.QUERY || key.in() == ApiParameter.In.COOKIE;
    String given = Reading.text(node, "style");
    String style = !given.isEmpty() ? given : form ? "form" : "simple";
    Target schema = node.child("schema");
    return new ApiParameter(
        node.place(),
        key.in(),
        key.name(),
        node.node().path("required").asBoolean(),
        Reading.text(node, "description"),
        content.flatMap(ApiContent::schema).orElseGet(() -> reading.anything(schema)),
        Examples.first(reading, node),
        content.isPresent() ? "content" : style,
        node.node().path("explode").asBoolean(style.equals("form")));
  }

  @Override
  public RequestBody body(Target operation, List<Target> inBody) {
    Target given = operation.child("requestBody");
    if (given.node().isMissingNode() || given.node().isNull()) {
      return new RequestBody.None();
    }
    Optional<Target> body = reading.object(given);
    return body.isEmpty()
        ? new RequestBody.Unreadable()
        : new RequestBody.Known(
            new ApiBody(
                body.get().node().path("required").asBoolean(),
                Reading.text(body.get(), "description"),
                contents(body.get().child("content"))));
  }

  @Override
  public List<ApiContent> contents(Target response, Target operation) {
    return contents(response.child("content"));
  }

  private List<ApiContent> contents(Target list) {
    List<ApiContent> contents = new ArrayList<>();
    for (Map.Entry<String, Target> it : reading.members(list)) {
      Optional<Target> content = reading.object(it.getValue());
      if (content.isPresent()) {
        Optional<ApiSchema> schema = reading.schema(content.get().child("schema"));
        contents.add(new ApiContent(it.getKey(), schema, Examples.all(reading, content.get())));
      }
    }
    return contents;
  }

  @Override
  public Optional<ApiSchema> header(Target header) {
    return reading.schema(header.child("schema"));
  }
}

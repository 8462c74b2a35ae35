package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Swagger 2.0, read as it stands: a parameter is a schema of its own there. */
final class Swagger2 implements Dialect {

  private final Reading reading;
  private final Target root;

  Swagger2(Reading reading, Target root) {
    this.reading = reading;
    this.root = root;
  }

  /** One for each way to call it, the safe one first. */
  @Override
  public List<Server> servers(Target document) {
    Servers servers = new Servers(reading);
    String host = Reading.text(document, "host").strip();
    String path = Reading.text(document, "basePath").strip();
    String slashed = path.isEmpty() || path.startsWith("/") ? path : '/' + path;
    if (host.isEmpty()) {
      return servers.whereItWasFound(slashed.isEmpty() ? "/" : slashed, document);
    }
    String bare = host.contains("://") ? host.substring(host.indexOf("://") + 3) : host;
    List<String> schemes = new ArrayList<>();
    for (String scheme : reading.texts(document.child("schemes"))) {
      String lower = scheme.toLowerCase(Locale.ROOT);
      if (lower.equals("https") || lower.equals("http")) {
        schemes.add(lower.equals("https") ? 0 : schemes.size(), lower);
      }
    }
    if (schemes.isEmpty()) {
      schemes.add(servers.scheme().orElse("https"));
    }
    return schemes.stream()
        .distinct()
        .map(it -> new Server(it + "://" + bare + slashed, "", Map.of()))
        .toList();
  }

  @Override
  public Map<String, SecurityScheme> schemes(Target document) {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    for (Map.Entry<String, Target> it : reading.members(document.child("securityDefinitions"))) {
      reading.object(it.getValue()).ifPresent(node -> schemes.put(it.getKey(), scheme(node)));
    }
    return schemes;
  }

  private SecurityScheme scheme(Target node) {
    String description = Reading.text(node, "description");
    String type = Reading.text(node, "type");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "basic" -> new SecurityScheme.Http(description, "basic", "");
      case "apikey" ->
          new SecurityScheme.ApiKey(
              description,
              Reading.text(node, "in").toLowerCase(Locale.ROOT),
              Reading.text(node, "name"),
              Reading.extensions(node));
      case "oauth2" ->
          new SecurityScheme.OAuth2(
              description,
              List.of(
                  new SecurityScheme.Flow(
                      flow(Reading.text(node, "flow")),
                      Reading.text(node, "authorizationUrl"),
                      Reading.text(node, "tokenUrl"),
                      "",
                      OpenApi3.scopes(reading, node.child("scopes")))));
      default -> new SecurityScheme.Other(description, type);
    };
  }

  private static String flow(String name) {
    return switch (name) {
      case "application" -> "clientCredentials";
      case "accessCode" -> "authorizationCode";
      default -> name;
    };
  }

  @Override
  public boolean isBody(Target parameter) {
    String in = Reading.text(parameter, "in");
    return in.equals("body") || in.equals("formData");
  }

  @Override
  public ApiParameter parameter(ParameterKey key, Target node) {
    String format = Reading.text(node, "collectionFormat");
    boolean query = key.in() == ApiParameter.In.QUERY;
    return new ApiParameter(
        node.place(),
        key.in(),
        key.name(),
        node.node().path("required").asBoolean(),
        Reading.text(node, "description"),
        reading.anything(node.node().has("schema") ? node.child("schema") : node),
        Examples.first(reading, node)
            .or(() -> Optional.of(node.node().path("x-example")).filter(it -> !it.isMissingNode())),
        style(format, query),
        format.equals("multi"));
  }

  private static String style(String collectionFormat, boolean query) {
    return switch (collectionFormat) {
      case "ssv" -> "spaceDelimited";
      case "tsv" -> "tabDelimited";
      case "pipes" -> "pipeDelimited";
      default -> query ? "form" : "simple";
    };
  }

  @Override
  public RequestBody body(Target operation, List<Target> inBody) {
    List<Target> form = new ArrayList<>();
    for (Target parameter : inBody) {
      if (Reading.text(parameter, "in").equals("body")) {
        return new RequestBody.Known(body(operation, parameter));
      }
      form.add(parameter);
    }
    return form.isEmpty() ? new RequestBody.None() : new RequestBody.Known(form(operation, form));
  }

  private ApiBody body(Target operation, Target parameter) {
    Optional<ApiSchema> schema = reading.schema(parameter.child("schema"));
    List<ApiContent> contents = new ArrayList<>();
    for (String type : types(operation, "consumes")) {
      contents.add(new ApiContent(type, schema, List.of()));
    }
    return new ApiBody(
        parameter.node().path("required").asBoolean(),
        Reading.text(parameter, "description"),
        contents);
  }

  /** The fields of a form, as the object that OpenAPI 3 would have. */
  private ApiBody form(Target operation, List<Target> fields) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    boolean files = false;
    for (Target field : fields) {
      String name = Reading.text(field, "name");
      if (name.isEmpty()) {
        reading.defects().add(field.place(), "has no name");
        continue;
      }
      properties.set(name, field.node());
      files |= Reading.text(field, "type").equals("file");
      if (field.node().path("required").asBoolean()) {
        schema.withArray("/required").add(name);
      }
    }
    String usual = files ? "multipart/form-data" : "application/x-www-form-urlencoded";
    List<String> types = new ArrayList<>(types(operation, "consumes"));
    types.removeIf(it -> !it.contains("form"));
    ApiSchema form = reading.anything(new Target(operation.place() + "/parameters", schema));
    return new ApiBody(
        schema.has("required"),
        "",
        (types.isEmpty() ? List.of(usual) : types)
            .stream().map(it -> new ApiContent(it, Optional.of(form), List.of())).toList());
  }

  @Override
  public List<ApiContent> contents(Target response, Target operation) {
    Optional<ApiSchema> schema = reading.schema(response.child("schema"));
    Target examples = response.child("examples");
    Map<String, List<ApiContent.Example>> byType = new LinkedHashMap<>();
    if (schema.isPresent()) {
      types(operation, "produces").forEach(it -> byType.put(it, new ArrayList<>()));
    }
    for (Map.Entry<String, Target> it : reading.members(examples)) {
      boolean type = it.getKey().contains("/");
      byType
          .computeIfAbsent(type ? it.getKey() : "application/json", key -> new ArrayList<>())
          .add(new ApiContent.Example(it.getValue().place(), it.getValue().node()));
    }
    return byType.entrySet().stream()
        .map(it -> new ApiContent(it.getKey(), schema, it.getValue()))
        .toList();
  }

  private List<String> types(Target operation, String word) {
    Target list = operation.child(word);
    List<String> types = reading.texts(list.node().isMissingNode() ? root.child(word) : list);
    return types.isEmpty() ? List.of("application/json") : types;
  }

  @Override
  public Optional<ApiSchema> header(Target header) {
    return reading.schema(header);
  }
}

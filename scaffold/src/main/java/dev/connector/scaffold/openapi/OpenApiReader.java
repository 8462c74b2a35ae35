package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiBody;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads OpenAPI 3 documents. */
public final class OpenApiReader {

  private static final List<String> METHODS =
      List.of("get", "post", "put", "patch", "delete", "head", "options");

  private final JsonNode root;
  private final References references;

  private OpenApiReader(JsonNode root) {
    this.root = root;
    this.references =
        (from, reference) -> {
          if (!reference.startsWith("#/")) {
            return Optional.empty();
          }
          JsonNode found = root.at(JsonPointer.compile(reference.substring(1)));
          return found.isMissingNode()
              ? Optional.empty()
              : Optional.of(new References.Target(reference, found));
        };
  }

  /** Reads a document that is parsed already. */
  public static ApiDescription read(JsonNode document) {
    return new OpenApiReader(document).description();
  }

  private ApiDescription description() {
    JsonNode info = root.path("info");
    List<ApiOperation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              String place = "#/paths/" + escape(path.getKey());
              for (String method : METHODS) {
                if (path.getValue().path(method).isObject()) {
                  operations.add(operation(place, path.getKey(), path.getValue(), method));
                }
              }
            });
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    root.path("components")
        .path("securitySchemes")
        .properties()
        .forEach(it -> schemes.put(it.getKey(), scheme(it.getValue())));
    return new ApiDescription(
        new ApiDescription.Info(
            info.path("title").asText(""),
            info.path("version").asText(""),
            info.path("description").asText(""),
            root.path("externalDocs").path("url").asText("")),
        servers(root.path("servers")),
        operations,
        schemes,
        security(root.path("security")),
        List.of(),
        List.of());
  }

  private ApiOperation operation(String base, String path, JsonNode item, String method) {
    JsonNode node = item.path(method);
    String place = base + "/" + method;
    Map<String, ApiParameter> parameters = new LinkedHashMap<>();
    parameters(base + "/parameters", item.path("parameters"), parameters);
    parameters(place + "/parameters", node.path("parameters"), parameters);
    List<ApiResponse> responses = new ArrayList<>();
    node.path("responses")
        .properties()
        .forEach(
            it ->
                responses.add(
                    response(place + "/responses/" + it.getKey(), it.getKey(), it.getValue())));
    List<String> tags = new ArrayList<>();
    node.path("tags").forEach(it -> tags.add(it.asText()));
    return new ApiOperation(
        place,
        method.toUpperCase(Locale.ROOT),
        path,
        new ApiOperation.Words(
            node.path("operationId").asText(""),
            node.path("summary").asText(""),
            node.path("description").asText(""),
            tags),
        node.path("deprecated").asBoolean(),
        List.copyOf(parameters.values()),
        node.has("requestBody")
            ? Optional.of(body(place + "/requestBody", node.path("requestBody")))
            : Optional.empty(),
        responses,
        node.has("security") ? Optional.of(security(node.path("security"))) : Optional.empty(),
        servers(node.path("servers")));
  }

  private void parameters(String place, JsonNode list, Map<String, ApiParameter> into) {
    for (int i = 0; i < list.size(); i++) {
      References.Target target = follow(place + "/" + i, list.path(i));
      JsonNode node = target.node();
      String in = node.path("in").asText("");
      String name = node.path("name").asText("");
      if (!List.of("path", "query", "header", "cookie").contains(in)) {
        continue;
      }
      JsonNode schema =
          node.has("schema")
              ? node.path("schema")
              : node.path("content").path("application/json").path("schema");
      String style = node.path("style").asText(in.matches("query|cookie") ? "form" : "simple");
      into.put(
          in + " " + name,
          new ApiParameter(
              target.place(),
              ApiParameter.In.valueOf(in.toUpperCase(Locale.ROOT)),
              name,
              node.path("required").asBoolean(),
              node.path("description").asText(""),
              ApiSchema.of(references, target.place() + "/schema", schema),
              Optional.of(node.path("example")).filter(it -> !it.isMissingNode()),
              style,
              node.path("explode").asBoolean(style.equals("form"))));
    }
  }

  private ApiBody body(String place, JsonNode given) {
    References.Target target = follow(place, given);
    return new ApiBody(
        target.node().path("required").asBoolean(),
        target.node().path("description").asText(""),
        contents(target.place() + "/content", target.node().path("content")));
  }

  private ApiResponse response(String place, String status, JsonNode given) {
    References.Target target = follow(place, given);
    Map<String, ApiResponse.ApiHeader> headers = new LinkedHashMap<>();
    target
        .node()
        .path("headers")
        .properties()
        .forEach(
            it -> {
              References.Target header =
                  follow(target.place() + "/headers/" + escape(it.getKey()), it.getValue());
              headers.put(
                  it.getKey(),
                  new ApiResponse.ApiHeader(
                      header.node().path("description").asText(""),
                      schema(header.place() + "/schema", header.node().path("schema"))));
            });
    return new ApiResponse(
        target.place(),
        status,
        target.node().path("description").asText(""),
        headers,
        contents(target.place() + "/content", target.node().path("content")));
  }

  private List<ApiContent> contents(String place, JsonNode node) {
    List<ApiContent> contents = new ArrayList<>();
    node.properties()
        .forEach(
            it -> {
              String at = place + "/" + escape(it.getKey());
              List<ApiContent.Example> examples = new ArrayList<>();
              if (it.getValue().has("example")) {
                examples.add(
                    new ApiContent.Example(at + "/example", it.getValue().path("example")));
              }
              it.getValue()
                  .path("examples")
                  .properties()
                  .forEach(
                      example -> {
                        References.Target target =
                            follow(
                                at + "/examples/" + escape(example.getKey()), example.getValue());
                        if (target.node().has("value")) {
                          examples.add(
                              new ApiContent.Example(
                                  target.place() + "/value", target.node().path("value")));
                        }
                      });
              contents.add(
                  new ApiContent(
                      it.getKey(), schema(at + "/schema", it.getValue().path("schema")), examples));
            });
    return contents;
  }

  private Optional<ApiSchema> schema(String place, JsonNode node) {
    return node.isObject() && !node.isEmpty()
        ? Optional.of(ApiSchema.of(references, place, node))
        : Optional.empty();
  }

  private References.Target follow(String place, JsonNode node) {
    References.Target target = new References.Target(place, node);
    for (int i = 0; i < 20 && target.node().path("$ref").isTextual(); i++) {
      Optional<References.Target> next =
          references.find(target.place(), target.node().path("$ref").textValue());
      if (next.isEmpty()) {
        return target;
      }
      target = next.get();
    }
    return target;
  }

  private static SecurityScheme scheme(JsonNode node) {
    String description = node.path("description").asText("");
    switch (node.path("type").asText("")) {
      case "apiKey":
        return new SecurityScheme.ApiKey(
            description, node.path("in").asText(""), node.path("name").asText(""));
      case "http":
        return new SecurityScheme.Http(
            description,
            node.path("scheme").asText("").toLowerCase(Locale.ROOT),
            node.path("bearerFormat").asText(""));
      case "oauth2":
        List<SecurityScheme.Flow> flows = new ArrayList<>();
        node.path("flows")
            .properties()
            .forEach(
                it -> {
                  Map<String, String> scopes = new LinkedHashMap<>();
                  it.getValue()
                      .path("scopes")
                      .properties()
                      .forEach(scope -> scopes.put(scope.getKey(), scope.getValue().asText("")));
                  flows.add(
                      new SecurityScheme.Flow(
                          it.getKey(),
                          it.getValue().path("authorizationUrl").asText(""),
                          it.getValue().path("tokenUrl").asText(""),
                          it.getValue().path("refreshUrl").asText(""),
                          scopes));
                });
        return new SecurityScheme.OAuth2(description, flows);
      case "openIdConnect":
        return new SecurityScheme.OpenIdConnect(
            description, node.path("openIdConnectUrl").asText(""));
      default:
        return new SecurityScheme.Other(description, node.path("type").asText(""));
    }
  }

  private static List<List<String>> security(JsonNode list) {
    List<List<String>> alternatives = new ArrayList<>();
    list.forEach(
        it -> {
          List<String> names = new ArrayList<>();
          it.fieldNames().forEachRemaining(names::add);
          alternatives.add(names);
        });
    return alternatives;
  }

  private static List<Server> servers(JsonNode list) {
    List<Server> servers = new ArrayList<>();
    list.forEach(
        it -> {
          Map<String, Server.Variable> variables = new LinkedHashMap<>();
          it.path("variables")
              .properties()
              .forEach(
                  variable -> {
                    List<String> values = new ArrayList<>();
                    variable.getValue().path("enum").forEach(value -> values.add(value.asText()));
                    variables.put(
                        variable.getKey(),
                        new Server.Variable(
                            variable.getValue().path("default").asText(""),
                            values,
                            variable.getValue().path("description").asText("")));
                  });
          servers.add(
              new Server(it.path("url").asText(""), it.path("description").asText(""), variables));
        });
    return servers;
  }

  private static String escape(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}

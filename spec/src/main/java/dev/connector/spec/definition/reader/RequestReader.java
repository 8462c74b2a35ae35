package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.JsonTemplate;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the request of an operation or of a login. */
final class RequestReader {

  private static final Set<String> METHODS =
      new TreeSet<>(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));

  private final Scope scope;

  RequestReader(Scope scope) {
    this.scope = scope;
  }

  /** A request that stands alone. */
  RequestTemplate request(Fields fields, String otherwise) {
    RequestTemplate request = part(fields, otherwise);
    return fields.build(() -> request);
  }

  /** The fields of a request among others. */
  RequestTemplate part(Fields fields, String otherwise) {
    boolean graphql = fields.has("graphql");
    String method = fields.or(graphql ? "POST" : otherwise, "method", RequestReader::method);
    Optional<Template> baseUrl =
        fields.optional("baseUrl", v -> Formats.baseUrl(scope.certainTemplate(v)));
    Template path = fields.required("path", v -> Formats.path(scope.certainTemplate(v)));
    Map<String, List<Template>> query = fields.map("query", scope::templates);
    Map<String, Template> headers =
        fields.or(Map.of(), "headers", v -> v.map(Formats::header, scope::template));
    Payload payload = payload(fields);
    return fields.part(() -> new RequestTemplate(method, baseUrl, path, query, headers, payload));
  }

  private Payload payload(Fields fields) {
    Map<String, Function<Value, Payload>> kinds =
        Map.of(
            "body", v -> new Payload.Json(scope.json(v)),
            "form", v -> new Payload.Form(v.map(Function.identity(), scope::template)),
            "graphql", v -> v.object(this::graphql));
    return fields
        .atMostOne("body", "form", "graphql")
        .flatMap(kind -> fields.optional(kind, kinds.get(kind)))
        .orElse(new Payload.None());
  }

  private static String method(Value value) {
    String method = value.text();
    if (!METHODS.contains(method)) {
      throw new InvalidDefinitionException(
          "\"" + method + "\" is no method", "use one of " + String.join(", ", METHODS));
    }
    return method;
  }

  private Payload graphql(Fields fields) {
    fields.notExecutedYet("GraphQL");
    String document = fields.required("document", Value::words);
    JsonTemplate variables =
        fields.or(
            new JsonTemplate(JsonNodeFactory.instance.objectNode()),
            "variables",
            v -> v.object(f -> scope.json(v)));
    Optional<String> operationName = fields.optional("operationName", Value::words);
    return fields.build(() -> new Payload.GraphQl(document, variables, operationName));
  }
}

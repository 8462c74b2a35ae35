package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the request of an operation, as the runtime takes it. */
record RequestWriter(OperationName name, Operation operation, Values values) {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  Expression request() {
    RequestTemplate template = operation.request();
    Expression request = begun(template);
    for (String variable : template.path().placeholders()) {
      request =
          request.then(
              "variable",
              Expression.text(variable),
              values.certain(new Template("{" + variable + "}")));
    }
    for (Map.Entry<String, List<Template>> parameter : template.query().entrySet()) {
      request = request.then("query", query(parameter.getKey(), parameter.getValue()));
    }
    for (Map.Entry<String, Template> header : template.headers().entrySet()) {
      request =
          request.then(
              "header", Expression.text(header.getKey()), values.perhaps(header.getValue()));
    }
    return repeatable(payload(request, template.payload()));
  }

  private Expression begun(RequestTemplate template) {
    Expression operationName = Expression.text(name.toString());
    Expression path = Expression.text(template.path().text());
    String method = template.method();
    return METHODS.contains(method)
        ? Expression.call(
            "Request." + method.toLowerCase(java.util.Locale.ROOT), operationName, path)
        : Expression.call("Request.of", Expression.text(method), operationName, path);
  }

  private List<Expression> query(String name, List<Template> templates) {
    List<Expression> arguments = new ArrayList<>(List.of(Expression.text(name)));
    boolean fixed = templates.stream().allMatch(it -> it.placeholders().isEmpty());
    if (templates.size() == 1) {
      arguments.add(values.some(templates.get(0)));
    } else if (fixed) {
      templates.forEach(it -> arguments.add(values.certain(it)));
    } else {
      List<Expression> lists = templates.stream().map(values::list).toList();
      arguments.add(
          Expression.call("Stream.of", lists)
              .then("flatMap", Expression.name("List::stream"))
              .then("toList"));
    }
    return arguments;
  }

  private Expression payload(Expression request, Payload payload) {
    if (payload instanceof Payload.Json json) {
      Expression body = values.json(json.body().value());
      boolean object = json.body().value().isObject();
      boolean array = json.body().value().isArray();
      if (!object && !array && !json.body().value().isTextual()) {
        return request.then("body", Expression.call("Json.write", body));
      }
      boolean text =
          json.body().value().isTextual()
              && !new Template(json.body().value().textValue()).isPlaceholder();
      if (text) {
        return request.then("body", Expression.call("TextNode.valueOf", body));
      }
      return request.then("body", object ? body.then("json") : body);
    }
    if (payload instanceof Payload.GraphQl query) {
      Expression body =
          Expression.call("JsonObject.empty")
              .then("with", Expression.text("query"), Expression.lines(query.document()))
              .then("with", Expression.text("variables"), values.json(query.variables().value()));
      if (query.operationName().isPresent()) {
        body =
            body.then(
                "with",
                Expression.text("operationName"),
                Expression.text(query.operationName().get()));
      }
      return request.then("body", body.then("json"));
    }
    Expression filled = request;
    if (payload instanceof Payload.Form form) {
      for (Map.Entry<String, Template> field : form.fields().entrySet()) {
        filled =
            filled.then("form", Expression.text(field.getKey()), values.some(field.getValue()));
      }
    }
    return filled;
  }

  private Expression repeatable(Expression request) {
    if (operation.effect().safe()) {
      boolean known = Set.of("GET", "HEAD").contains(operation.request().method());
      return known ? request : request.then("safe");
    }
    return operation
        .effect()
        .idempotencyKey()
        .map(header -> request.then("idempotencyKey", Expression.text(header)))
        .orElse(request);
  }
}

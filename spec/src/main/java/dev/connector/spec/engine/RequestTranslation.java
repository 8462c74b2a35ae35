package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Request;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import java.util.List;

/** Turns an operation and the values of its placeholders into a request. */
record RequestTranslation(OperationName name, Operation operation) {

  RequestTranslation {
    Unsupported.when(operation.custom().isPresent(), name + ", which is custom code");
    Unsupported.when(
        operation.request().path().text().contains("{{"), "braces in a path (" + name + ")");
  }

  Request request(Values values) {
    RequestTemplate template = operation.request();
    Request request = Request.of(template.method(), name.toString(), template.path().text());
    for (String variable : template.path().placeholders()) {
      JsonNode value = values.known().get(variable);
      if (value != null) {
        request = request.variable(variable, value.asText());
      }
    }
    for (var parameter : template.query().entrySet()) {
      List<String> texts =
          parameter.getValue().stream().flatMap(value -> values.texts(value).stream()).toList();
      if (!texts.isEmpty()) {
        request = request.query(parameter.getKey(), texts.toArray(String[]::new));
      }
    }
    for (var header : template.headers().entrySet()) {
      for (String text : values.texts(header.getValue())) {
        request = request.header(header.getKey(), text);
      }
    }
    return repeatable(payload(request, template.payload(), values));
  }

  private static Request payload(Request request, Payload payload, Values values) {
    if (payload instanceof Payload.Json json) {
      return values.json(json.body().value()).map(request::body).orElse(request);
    }
    if (payload instanceof Payload.GraphQl query) {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query.document());
      values.json(query.variables().value()).ifPresent(it -> body.set("variables", it));
      query.operationName().ifPresent(it -> body.put("operationName", it));
      return request.body(body);
    }
    Request filled = request;
    if (payload instanceof Payload.Form form) {
      for (var field : form.fields().entrySet()) {
        List<String> texts = values.texts(field.getValue());
        if (!texts.isEmpty()) {
          filled = filled.form(field.getKey(), texts.toArray(String[]::new));
        }
      }
    }
    return filled;
  }

  private Request repeatable(Request request) {
    if (operation.effect().safe()) {
      return request.safe();
    }
    return operation.effect().idempotencyKey().map(request::idempotencyKey).orElse(request);
  }
}

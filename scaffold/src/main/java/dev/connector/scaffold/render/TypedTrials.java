package dev.connector.scaffold.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.scaffold.render.model.JavaOperation;
import dev.connector.scaffold.render.model.JavaResource;
import dev.connector.spec.definition.Deletes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of the typed client is tried with fixtures. */
final class TypedTrials {

  private TypedTrials() {}

  /**
   * {@code types.put("contacts", Contact.class);} for each resource whose records have no fields of
   * their parents, which types do not have.
   */
  static List<Code> types(JavaConnector connector) {
    List<Code> types = new ArrayList<>();
    for (JavaResource resource : connector.resources()) {
      Expression type = Expression.name(resource.record() + ".class");
      if (resource.definition().reading().parent().filter(it -> !it.copy().isEmpty()).isEmpty()) {
        types.add(put("types.put", resource.name(), type));
      }
    }
    return types;
  }

  /** The lists that can be read to their end without being told anything, by their fixtures. */
  static List<Code> lists(JavaConnector connector, Map<String, JsonNode> fixtures) {
    List<Code> lists = new ArrayList<>();
    for (JavaResource resource : connector.resources()) {
      resource
          .reading()
          .filter(it -> isPlain(resource, it))
          .ifPresent(
              it -> {
                Expression call =
                    Expression.lambda(
                        "api", Expression.name("api").then(resource.accessor()).then(it.method()));
                for (String end : List.of("", ".pages")) {
                  String fixture = resource.name() + "." + it.name() + end;
                  if (fixtures.containsKey("fixtures/" + fixture + ".json")) {
                    lists.add(put("lists.put", fixture, call));
                  }
                }
              });
    }
    return lists;
  }

  /** Whether all that its fixture has is asked for by the method, and nothing else. */
  private static boolean isPlain(JavaResource resource, JavaOperation operation) {
    return resource.definition().reading().parent().isEmpty()
        && resource.incremental().isEmpty()
        && resource.refusal().isEmpty()
        && operation.refusal().isEmpty()
        && operation.required().isEmpty()
        && operation.result() == JavaOperation.Result.STREAM
        && resource
            .definition()
            .reading()
            .deletes()
            .filter(it -> !(it instanceof Deletes.Compared))
            .isEmpty();
  }

  private static Code put(String method, String key, Expression value) {
    return Statement.doing(Expression.call(method, Expression.text(key), value)).at(4);
  }
}

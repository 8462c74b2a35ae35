package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Operation;
import java.util.Map;

/** The values a caller gives, checked against what an operation declares. */
record Arguments(String operation, Map<String, Argument> declared) {

  static Arguments of(String name, Operation operation) {
    return new Arguments(name, operation.arguments());
  }

  /**
   * The values with the arguments among them.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where one is unknown or missing
   */
  Values in(Values values, Map<String, JsonNode> given) {
    given.keySet().stream()
        .filter(name -> !declared.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid("has no argument " + name + "; it has " + declared.keySet());
            });
    Values all = values;
    for (Map.Entry<String, Argument> argument : declared.entrySet()) {
      String name = argument.getKey();
      // A value that is known already was given to the read that this is a part of.
      JsonNode value =
          given.getOrDefault(
              name, values.known().getOrDefault(name, defaultOf(argument.getValue())));
      if (!value.isNull()) {
        all = all.with(name, value);
      } else if (argument.getValue().required()) {
        throw invalid("needs the argument " + name);
      }
      if (argument.getValue().separator().isPresent()) {
        all = all.separated(name, argument.getValue().separator().get());
      }
    }
    return all;
  }

  private static JsonNode defaultOf(Argument argument) {
    return argument.defaultValue().orElse(NullNode.getInstance());
  }

  private ApiException invalid(String how) {
    return new ApiException(ErrorCode.INVALID_REQUEST, operation + " " + how);
  }
}

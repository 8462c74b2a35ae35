package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Operation;
import java.util.Map;

/** The values of an operation's arguments where no caller gave them, and how lists are joined. */
record ArgumentTranslation(String name, Operation operation) {

  /**
   * These values, with the defaults of what has none.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where a required one is missing
   */
  Values completed(Values values) {
    Values all = values;
    for (Map.Entry<String, Argument> argument : operation.arguments().entrySet()) {
      if (all.known().containsKey(argument.getKey())) {
        continue;
      }
      JsonNode value = argument.getValue().defaultValue().orElseGet(NullNode::getInstance);
      if (!value.isNull()) {
        all = all.with(argument.getKey(), value);
      } else if (argument.getValue().required()) {
        throw new ApiException(
            ErrorCode.INVALID_REQUEST, name + " needs the argument " + argument.getKey());
      }
    }
    return separated(all);
  }

  /** These values, where a list that has a separator is one text. */
  Values separated(Values values) {
    Values all = values;
    for (Map.Entry<String, Argument> argument : operation.arguments().entrySet()) {
      if (argument.getValue().separator().isPresent()) {
        all = all.separated(argument.getKey(), argument.getValue().separator().get());
      }
    }
    return all;
  }
}

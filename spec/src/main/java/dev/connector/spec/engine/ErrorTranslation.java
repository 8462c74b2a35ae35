package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ErrorRule;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns rules for errors into the runtime's, which know one status and one value each. */
final class ErrorTranslation {

  private ErrorTranslation() {}

  static List<ErrorRule> rules(dev.connector.spec.definition.ErrorRule declared) {
    Optional<ErrorCode> code = declared.code();
    Unsupported.when(
        declared
            .retry()
            .filter(retry -> code.isEmpty() || retry != code.get().retryable())
            .isPresent(),
        "errors that are retried otherwise than their code says");
    Optional<JsonPointer> field = declared.when().map(it -> pointer(it.source()));
    Optional<JsonPointer> message = declared.message().map(ErrorTranslation::pointer);
    List<JsonNode> telling = declared.when().map(it -> it.oneOf()).orElseGet(List::of);
    List<ErrorRule> rules = new ArrayList<>();
    for (OptionalInt status : statuses(declared.statuses())) {
      for (Optional<String> value : values(telling)) {
        rules.add(new ErrorRule(status, field, value, code, message));
      }
    }
    return rules;
  }

  private static List<OptionalInt> statuses(List<Integer> statuses) {
    return statuses.isEmpty()
        ? List.of(OptionalInt.empty())
        : statuses.stream().map(OptionalInt::of).toList();
  }

  private static List<Optional<String>> values(List<JsonNode> values) {
    return values.isEmpty()
        ? List.of(Optional.empty())
        : values.stream().map(value -> Optional.of(value.asText())).toList();
  }

  private static JsonPointer pointer(Source source) {
    if (source instanceof Source.Body body) {
      return body.pointer();
    }
    throw Unsupported.feature("errors that are told by a header");
  }
}

package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is demanded of a value depends on whether it fits: the keyword {@code if}. */
record Conditional(Check condition, Check then, Check otherwise) implements Check {

  @Override
  public boolean fits(JsonNode value) {
    return demand(value).fits(value);
  }

  @Override
  public void report(JsonNode value, String path, List<Violation> violations) {
    demand(value).report(value, path, violations);
  }

  private Check demand(JsonNode value) {
    return condition.fits(value) ? then : otherwise;
  }
}

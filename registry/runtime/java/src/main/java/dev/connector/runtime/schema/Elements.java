package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The elements of an array, each of which has to fit; anything else fits. */
record Elements(Check each) implements Check {

  @Override
  public boolean fits(JsonNode value) {
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        if (!each.fits(value.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void report(JsonNode value, String path, List<Violation> violations) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      each.report(value.get(i), path + "/" + i, violations);
    }
  }
}

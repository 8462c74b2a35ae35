package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One demand of a schema. Whether it is met is decided without making anything. */
interface Check {

  boolean fits(JsonNode value);

  /** Adds what does not fit; called only where something does not. */
  void report(JsonNode value, String path, List<Violation> violations);

  /** Several demands, all of which hold. */
  record All(List<Check> checks) implements Check {
    public All {
      checks = List.copyOf(checks);
    }

    @Override
    public boolean fits(JsonNode value) {
      for (int i = 0; i < checks.size(); i++) {
        if (!checks.get(i).fits(value)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void report(JsonNode value, String path, List<Violation> violations) {
      checks.forEach(check -> check.report(value, path, violations));
    }
  }

  /** A demand on the value itself, not on what is in it. */
  record Plain(Condition condition, String message) implements Check {
    @Override
    public boolean fits(JsonNode value) {
      return condition.holds(value);
    }

    @Override
    public void report(JsonNode value, String path, List<Violation> violations) {
      if (!condition.holds(value)) {
        violations.add(new Violation(path, message));
      }
    }
  }

  /** What has to be true of a value. */
  @FunctionalInterface
  interface Condition {
    boolean holds(JsonNode value);
  }

  /** A schema that is referred to, by others or by itself. */
  final class Reference implements Check {
    private Check target = new All(List.of());

    void resolve(Check found) {
      target = found;
    }

    @Override
    public boolean fits(JsonNode value) {
      return target.fits(value);
    }

    @Override
    public void report(JsonNode value, String path, List<Violation> violations) {
      target.report(value, path, violations);
    }
  }
}

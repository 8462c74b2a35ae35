package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Description;
import dev.connector.runtime.settings.Policy;
import dev.connector.spec.conformance.Bench;
import java.util.Map;

/** What a connector says is in force where nothing was set. */
final class Defaults {

  private Defaults() {}

  static Policy policy(Bench bench) {
    return description(bench).policy();
  }

  /** Of a connector that is told nothing at all. */
  static Description description(Bench bench) {
    return bench.connector(Map.of(), Map.of()).describe();
  }
}

package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import java.util.Map;
import java.util.Optional;

/** What of a connector a check is made with. */
final class Probe {

  /** Values that keep a run short and change nothing else. */
  static final Map<String, String> QUICK =
      Map.of("retryFirstDelay", "PT0.01S", "rateLimits", "100000/1s/100000");

  private Probe() {}

  /** A read that needs no parent and no argument: of the first such resource. */
  static Optional<ReadRequest> read(Definition definition) {
    return definition.resources().entrySet().stream()
        .filter(it -> readable(it.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(ReadRequest::of);
  }

  static ReadRequest read(Bench bench) {
    return read(bench.definition()).orElseThrow();
  }

  private static boolean readable(Resource resource) {
    return resource.reading().parent().isEmpty() && resource.reading().operation().isPresent();
  }
}

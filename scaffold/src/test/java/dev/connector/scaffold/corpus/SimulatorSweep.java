package dev.connector.scaffold.corpus;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads each resource from a simulator made of the description (TRUTH-2). A simulator answers every
 * request for the next page with the same page, so that a list whose continuation is handed out
 * ends there by the guard against repetition; that is counted apart from lists that end.
 */
final class SimulatorSweep {

  private static final int DOCUMENTS = 30;
  private static final int SECONDS = 20;

  private final Path program;
  private final Path documents;
  private final Path work;
  private final Map<String, Integer> ends = new TreeMap<>();

  SimulatorSweep(Path program, Path documents, Path work) {
    this.program = program;
    this.documents = documents;
    this.work = work;
  }

  void run(List<Made> made) {
    int tried = 0;
    int right = 0;
    for (Made each : made) {
      if (each.draft().isEmpty() || tried == DOCUMENTS) {
        continue;
      }
      try (Simulator simulator = Simulator.of(program, documents.resolve(each.document()))) {
        tried++;
        List<String> failures = read(ConnectorFolder.read(folder(each)), simulator.address());
        right += failures.isEmpty() ? 1 : 0;
        System.out.println("  " + (failures.isEmpty() ? "read " : "FAILED ") + each.document());
        failures.stream().limit(5).forEach(it -> System.out.println("        " + it));
      } catch (IOException e) {
        System.out.println("  no simulator for " + each.document() + ": " + e.getMessage());
      }
    }
    System.out.printf(
        "simulators read to the end: %d / %d documents; resources: %s%n", right, tried, ends);
  }

  private Path folder(Made made) {
    return Corpus.folder(work, made.document());
  }

  private List<String> read(ConnectorFolder folder, String address) {
    Definition definition = folder.definition();
    List<String> failures = new ArrayList<>();
    try (MockApi mock = MockApi.start(definition, folder.schemas(), MockOptions.standard())) {
      // Credentials come from the mock API, everything else from the simulator.
      Map<String, String> environment = new LinkedHashMap<>(mock.environment());
      environment.put(definition.variable("baseUrl"), address);
      environment.put(definition.variable("maxRetries"), "0");
      for (String resource : definition.resources().keySet()) {
        if (definition.resources().get(resource).reading().operation().isEmpty()) {
          continue;
        }
        try (Connector connector = Subject.engine(folder).launcher().start(environment)) {
          String end = end(connector, resource);
          ends.merge(end.replaceFirst(":.*", ""), 1, Integer::sum);
          if (end.startsWith("failed")) {
            failures.add(resource + " " + end);
          }
        }
      }
    }
    return failures;
  }

  private static String end(Connector connector, String resource) {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> bell =
        CompletableFuture.runAsync(
            cancellation::cancel, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
    Transcript transcript = Bench.read(connector, ReadRequest.of(resource), cancellation);
    bell.cancel(true);
    if (transcript.error().isEmpty()) {
      return transcript.records().isEmpty() ? "ended without records" : "ended with records";
    }
    ApiException error = transcript.error().get();
    if (!transcript.records().isEmpty() && error.getMessage().contains("twice")) {
      return "the same page again, recognised";
    }
    return "failed: " + error;
  }
}

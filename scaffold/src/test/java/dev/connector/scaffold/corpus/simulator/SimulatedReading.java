package dev.connector.scaffold.corpus.simulator;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Cancellation;
import dev.connector.scaffold.corpus.simulator.Ending.Kind;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.Filled;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads the resources of a connector from a simulator made of its description (TRUTH-2).
 * Credentials come from the mock API, settings are made to fit the description, and everything else
 * comes from the simulator, which knows nothing of the definition and refuses what the description
 * forbids.
 */
public final class SimulatedReading implements AutoCloseable {

  private static final long SEED = 1;
  private static final int MOST_SECONDS = 15;

  private final ConnectorFolder folder;
  private final Definition definition;
  private final DescribedOperations described;
  private final FittingSettings fitting;
  private final String simulator;
  private final List<String> servers;
  private final MockApi mock;

  public SimulatedReading(ApiDescription description, ConnectorFolder folder, String simulator) {
    this.folder = folder;
    this.definition = folder.definition();
    this.described = new DescribedOperations(description);
    this.fitting = new FittingSettings(described, definition);
    this.simulator = simulator;
    String base = Filled.of(definition, SEED).text(definition.endpoint().baseUrl());
    this.servers =
        Stream.concat(Stream.of(base), description.servers().stream().map(it -> it.url()))
            .filter(it -> it.matches("https?://.+"))
            .map(it -> it.replaceFirst("/+$", ""))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    this.mock = MockApi.start(definition, folder.schemas(), MockOptions.standard());
  }

  /** Each resource that has a list, and how reading it ended. */
  public Map<String, Ending> endings(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Ending> endings = new LinkedHashMap<>();
    definition
        .resources()
        .forEach(
            (name, it) -> {
              if (it.reading().operation().isPresent()) {
                long left = Math.min(MOST_SECONDS, (end - System.nanoTime()) / 1_000_000_000);
                endings.put(
                    name,
                    left > 0
                        ? ending(name, left)
                        : new Ending(Kind.FAILED, "the time for this document is over"));
              }
            });
    return endings;
  }

  private Ending ending(String resource, long seconds) {
    Map<String, String> environment = new LinkedHashMap<>(mock.environment());
    fitting.of(resource).forEach((name, it) -> environment.put(definition.variable(name), it));
    environment.put(definition.variable("baseUrl"), simulator);
    environment.put(definition.variable("maxRetries"), "0");
    Wire wire = new Wire(simulator, servers);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> bell =
        CompletableFuture.runAsync(
            cancellation::cancel, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    try (Connector connector =
        new Engine(definition, folder.schemas(), environment, List.of(wire))) {
      Transcript read = Bench.read(connector, ReadRequest.of(resource), cancellation);
      return new Verdict(definition, described, resource, wire.exchanges()).of(read);
    } finally {
      bell.cancel(true);
    }
  }

  @Override
  public void close() {
    mock.close();
  }
}

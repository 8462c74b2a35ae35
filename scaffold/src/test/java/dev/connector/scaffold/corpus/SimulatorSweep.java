package dev.connector.scaffold.corpus;

import dev.connector.scaffold.corpus.simulator.Ending;
import dev.connector.scaffold.corpus.simulator.Ending.Kind;
import dev.connector.scaffold.corpus.simulator.SimulatedReading;
import dev.connector.scaffold.corpus.simulator.Simulator;
import dev.connector.scaffold.openapi.Descriptions;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads each resource from a simulator made of the description (TRUTH-2). A simulator answers every
 * request for the next page with the same page, so that a list whose continuation is handed out
 * ends there by the guard against repetition; that counts as read, and is counted apart from lists
 * that end.
 */
final class SimulatorSweep {

  private static final int DOCUMENTS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path program;
  private final Path documents;
  private final Path work;
  private final Map<Kind, Integer> total = new EnumMap<>(Kind.class);

  SimulatorSweep(Path program, Path documents, Path work) {
    this.program = program;
    this.documents = documents;
    this.work = work;
  }

  void run(List<Made> made) {
    List<Made> sample =
        made.stream().filter(it -> it.draft().isPresent()).limit(DOCUMENTS).toList();
    int read = 0;
    int blameless = 0;
    System.out.printf("  %-58s", "resources read from a simulator to the end");
    for (Kind kind : Kind.values()) {
      System.out.printf(" %20s", kind);
    }
    System.out.println();
    for (Made each : sample) {
      Map<String, Ending> endings = endings(each);
      Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
      endings.values().forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
      counts.forEach((kind, number) -> total.merge(kind, number, Integer::sum));
      print(each.document(), counts);
      endings.forEach(
          (name, it) -> {
            if (!it.why().isEmpty()) {
              System.out.println("      " + it.kind() + " " + name + ": " + it.why());
            }
          });
      boolean failed = counts.containsKey(Kind.FAILED);
      blameless += failed ? 0 : 1;
      read += failed || counts.containsKey(Kind.CONTRADICTED) ? 0 : 1;
    }
    print("total", total);
    System.out.printf(
        "documents read to the end: %d / %d; but for what simulator or document contradict: %d%n",
        read, sample.size(), blameless);
  }

  private static void print(String what, Map<Kind, Integer> counts) {
    System.out.printf("  %-58s", what);
    for (Kind kind : Kind.values()) {
      System.out.printf(" %20d", counts.getOrDefault(kind, 0));
    }
    System.out.println();
  }

  private Map<String, Ending> endings(Made made) {
    Path document = documents.resolve(made.document());
    try (Simulator simulator = Simulator.of(program, document);
        SimulatedReading reading =
            new SimulatedReading(
                Descriptions.read(new DescriptionSource.LocalFile(document), ReadOptions.standard())
                    .description(),
                ConnectorFolder.read(Corpus.folder(work, made.document())),
                simulator.address())) {
      return reading.endings(PATIENCE);
    } catch (IOException e) {
      return Map.of("all", new Ending(Kind.FAILED, "no simulator: " + e.getMessage()));
    }
  }
}

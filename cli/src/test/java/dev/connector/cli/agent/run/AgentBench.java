package dev.connector.cli.agent.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.cli.agent.model.ModelServer;
import dev.connector.cli.agent.model.Provider;
import dev.connector.cli.agent.world.Harbor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a run costs where the model answers at once: a port's API of ten resources, read from its
 * documentation, by the released program. Started by {@code cli/bench/agent.sh}.
 */
final class AgentBench {

  private AgentBench() {}

  /** Takes the folder of the distribution, and how often. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Path program = Path.of(arguments[0]).toRealPath().resolve("connector");
    int times = Integer.parseInt(arguments[1]);
    List<Double> own = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    System.out.println("run  rounds  whole s  of it our own s");
    for (int i = 1; i <= times; i++) {
      Instant begun = Instant.now();
      JsonNode said = run(program);
      double took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
      own.add(said.path("seconds").path("own").asDouble());
      whole.add(took);
      System.out.printf(
          Locale.ROOT,
          "%3d  %6d  %7.1f  %15.1f%n",
          i,
          said.path("rounds").asInt(),
          took,
          own.get(i - 1));
    }
    System.out.printf(
        Locale.ROOT,
        "median: whole %.1f s (aim 20), our own %.1f s (aim 10)%n",
        median(whole),
        median(own));
  }

  private static JsonNode run(Path program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("agent-bench");
    try (Harbor harbor = Harbor.start(0);
        ModelServer model =
            ModelServer.scripted(
                AgentDesk.proposal(harbor.shelf().solution()), AgentDesk.approval())) {
      Path output = folder.resolve("output");
      Path errors = folder.resolve("errors");
      Path work = Files.createDirectory(folder.resolve("work"));
      ProcessBuilder builder =
          new ProcessBuilder(
              program.toString(),
              "agent",
              "harbor",
              "--docs",
              harbor.documentation().toString(),
              "--provider",
              "anthropic",
              "--base-url",
              model.url(Provider.ANTHROPIC),
              "--model",
              "double",
              "--yes",
              "--json");
      builder.directory(work.toFile());
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException(Files.readString(errors));
      }
      return AgentDesk.JSON.readTree(output.toFile());
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

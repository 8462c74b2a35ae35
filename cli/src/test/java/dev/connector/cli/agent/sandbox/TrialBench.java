package dev.connector.cli.agent.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.trial.ConformanceRun;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what judging a rendered connector costs, stage by stage. Run its main from the folder
 * {@code cli}, with the class path of its tests and junit-platform-launcher, {@code
 * -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}, the folder of a definition and how often to judge it;
 * {@code src/test/resources/agent/harbor/solution 3} where nothing is said. With {@code 0} it
 * prints what each check takes that the engine is held to.
 *
 * <p>Seconds of processors do not depend on what else the machine does, but leave out what ran in
 * sandboxes inside the judge's, whose parents are gone: a control group around all of it tells.
 */
final class TrialBench {

  private static final Path HARBOR = Path.of("src/test/resources/agent/harbor/solution");
  private static final double TICKS = 100;

  private TrialBench() {}

  public static void main(String[] args) throws IOException {
    Path folder = args.length > 0 ? Path.of(args[0]) : HARBOR;
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Sandbox sandbox = Trials.sandbox().orElseThrow();
    long begun = System.nanoTime();
    double cpu = cpu();
    Candidate candidate = rendered(folder);
    if (runs == 0) {
      checks(folder);
      System.exit(0);
    }
    System.out.printf("rendered in %.1f s, %.1f s of processors%n", since(begun), cpu() - cpu);
    for (int i = 0; i < runs; i++) {
      begun = System.nanoTime();
      cpu = cpu();
      double own = own();
      TrialResult result = Trials.judge(sandbox, candidate);
      System.out.printf(
          "%s in %.1f s, %.1f s of processors, %.1f of them here; load %.1f%n",
          result.accepted() ? "accepted" : "refused",
          since(begun),
          cpu() - cpu,
          own() - own,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      for (Stage stage : result.stages()) {
        System.out.printf("  %-32s %5.1f s%n", stage.step().title(), stage.took().toMillis() / 1e3);
        stage.findings().forEach(it -> System.out.println("    " + it));
      }
    }
    System.exit(0);
  }

  /** What each check of the definition takes, the longest first. */
  private static void checks(Path folder) {
    ConformanceRun run =
        new ConformanceRun(
            ConnectorFolder.read(folder),
            Rules.load().where(it -> it.check() == CheckKind.BEHAVIOUR),
            Clock.systemUTC(),
            Duration.ofSeconds(45),
            (who, rule) -> {});
    run.engine(List.of()).findings().stream()
        .sorted(Comparator.comparing(Finding::took).reversed())
        .limit(30)
        .forEach(it -> System.out.printf("  %-8s %5d ms%n", it.rule().id(), it.took().toMillis()));
  }

  private static Candidate rendered(Path folder) throws IOException {
    Map<String, JsonNode> schemas = new LinkedHashMap<>(ConnectorFolder.read(folder).schemas());
    JsonNode document = new ObjectMapper().readTree(folder.resolve("connector.json").toFile());
    String name = document.path("name").asText();
    Draft draft = Draft.of(name, Draft.written((ObjectNode) document, schemas));
    return Candidate.of(name, draft.files("", ""));
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Seconds of processors of this process and of those below it that have ended. */
  private static double cpu() throws IOException {
    return own() + (field(15) + field(16)) / TICKS;
  }

  private static double own() throws IOException {
    return (field(13) + field(14)) / TICKS;
  }

  private static long field(int number) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[number - 2]);
  }
}

package dev.connector.cli.agent.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.cli.agent.sandbox.Stage.Step;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.trial.ConformanceRun;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * Judges connectors that nobody has looked at: the definition is read and run by the engine in this
 * process, the code is compiled and run in a sandbox.
 */
public final class Trial {

  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sandbox sandbox;
  private final Environment environment;

  /** Trials in this sandbox. */
  public Trial(Sandbox sandbox, Environment environment) {
    this.sandbox = sandbox;
    this.environment = environment;
  }

  /** What judging a connector shows; whatever is wrong with it is a finding, not a failure. */
  public TrialResult of(Candidate candidate) {
    Bench bench = Bench.temporary();
    try {
      bench.put(candidate);
      List<Stage> stages = new ArrayList<>(List.of(validate(candidate, bench)));
      Optional<ConnectorFolder> folder = usable(bench);
      // What is wrong with the definition is wrong with all that is made of it.
      if (folder.isPresent() && stages.get(0).passed()) {
        CompletableFuture<Stage> engine = CompletableFuture.supplyAsync(() -> engine(folder.get()));
        candidate.code().ifPresent(code -> stages.addAll(code(code, bench)));
        stages.add(engine.join());
      }
      stages.sort(Comparator.comparing(Stage::step));
      return new TrialResult(stages);
    } finally {
      bench.remove();
    }
  }

  private Stage validate(Candidate candidate, Bench bench) {
    long begun = System.nanoTime();
    ConnectorFiles files = ConnectorFiles.in(bench.connector());
    List<String> findings = new ArrayList<>();
    var read = StaticChecks.definition(files);
    read.errors().forEach(it -> findings.add("connector.json " + it));
    Report report =
        new StaticChecks(Rules.load(), environment.clock()).report(candidate.name(), files);
    findings.addAll(Wording.of(report));
    read.warnings().forEach(it -> findings.add("connector.json (warning) " + it));
    boolean passed = read.definition().isPresent() && Wording.passes(report);
    if (read.definition().isPresent()) {
      problem(bench).ifPresent(findings::add);
    }
    return new Stage(Step.VALIDATE, passed && usable(bench).isPresent(), since(begun), findings);
  }

  private static Optional<ConnectorFolder> usable(Bench bench) {
    try {
      return Optional.of(ConnectorFolder.read(bench.connector()));
    } catch (ConnectorException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<String> problem(Bench bench) {
    try {
      ConnectorFolder.read(bench.connector());
      return Optional.empty();
    } catch (ConnectorException wrong) {
      return Optional.of(wrong.getMessage().replace(bench.connector() + "/", ""));
    }
  }

  private Stage engine(ConnectorFolder folder) {
    long begun = System.nanoTime();
    var rules = Rules.load().where(it -> it.check() == CheckKind.BEHAVIOUR);
    ConformanceRun run =
        new ConformanceRun(folder, rules, environment.clock(), PATIENCE, (who, rule) -> {});
    Report report = run.engine(List.of());
    return new Stage(Step.ENGINE, Wording.passes(report), since(begun), Wording.of(report));
  }

  private List<Stage> code(Candidate.Code code, Bench bench) {
    long begun = System.nanoTime();
    Ended judged = sandbox.run(judge(code, bench));
    Map<Step, Stage> stages = new LinkedHashMap<>();
    List<String> rules = new ArrayList<>();
    for (String line : judged.output().lines().toList()) {
      JsonNode said = parsed(line);
      if (said.has("stage")) {
        Stage stage = stage(said);
        stages.put(stage.step(), stage);
      }
      said.path("begun").asText("").lines().forEach(rules::add);
    }
    for (Step step : List.of(Step.COMPILE, Step.TESTS, Step.CODE)) {
      stages.computeIfAbsent(
          step, it -> new Stage(it, false, since(begun), List.of(missing(judged, stages, rules))));
    }
    return List.copyOf(stages.values());
  }

  private static String missing(Ended judged, Map<Step, Stage> stages, List<String> rules) {
    Stage compiled = stages.get(Step.COMPILE);
    if (compiled != null && !compiled.passed()) {
      return "not run, since the code does not compile without warnings";
    }
    String last = String.join(", ", rules.subList(Math.max(0, rules.size() - 4), rules.size()));
    String why =
        judged
            .stopped()
            .orElseGet(() -> judged.errors().lines().findFirst().orElse("it ended without a word"));
    return "stopped before its end: " + why + (last.isEmpty() ? "" : "; last begun: " + last);
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException cut) {
      return JSON.createObjectNode();
    }
  }

  private static Stage stage(JsonNode said) {
    return new Stage(
        Step.valueOf(said.path("stage").asText()),
        said.path("passed").asBoolean(),
        Duration.ofMillis(said.path("millis").asLong()),
        StreamSupport.stream(said.path("findings").spliterator(), false)
            .map(JsonNode::asText)
            .toList());
  }

  private Job judge(Candidate.Code code, Bench bench) {
    List<Path> junit = Libraries.tests(environment.application());
    List<Path> program = Libraries.program();
    List<String> line =
        new ArrayList<>(
            List.of(
                Libraries.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m"));
    Optional<Path> archive = Libraries.archive();
    archive.ifPresent(it -> line.addAll(List.of("-XX:SharedArchiveFile=" + it, "-Xlog:disable")));
    line.addAll(List.of("-cp", Libraries.joined(program), Judge.class.getName()));
    line.addAll(Judge.arguments(sandbox, bench, code.program(), junit));
    List<Path> readable = new ArrayList<>(Libraries.javaFiles());
    readable.addAll(program);
    readable.addAll(junit);
    archive.ifPresent(readable::add);
    readable.add(bench.root());
    return new Job(
        line,
        new Job.Access(Job.Place.AROUND, readable, List.of(bench.made())),
        Map.of(),
        Limits.judge());
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}

package dev.connector.cli.agent.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.sandbox.Stage.Step;
import dev.connector.cli.trial.ConformanceRun;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.build.JavaSources;
import dev.connector.spec.conformance.build.PackageChecks;
import dev.connector.spec.conformance.process.ProtocolException;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Judges the code of a connector; a program of its own, around which there is a sandbox, and which
 * starts the code in further ones. Prints one line of JSON for each stage and for each rule that it
 * begins with.
 */
public final class Judge {

  /** The longest a check may take, where code hangs in each of them. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final PrintStream out;
  private final Sandbox sandbox;
  private final Bench bench;
  private final String program;

  private Judge(PrintStream out, Sandbox sandbox, Bench bench, String program) {
    this.out = out;
    this.sandbox = sandbox;
    this.bench = bench;
    this.program = program;
  }

  /** What it is told, as {@link #main} reads it. */
  static List<String> arguments(Sandbox sandbox, Bench bench, String program, List<Path> junit) {
    String tool = "-";
    String limiter = "-";
    if (sandbox instanceof Bubblewrap bubblewrap) {
      tool = bubblewrap.program().toString();
      limiter = bubblewrap.limiter().toString();
    }
    return List.of(tool, limiter, bench.root().toString(), program, Libraries.joined(junit));
  }

  /** Judges what lies in a folder; see {@link #arguments}. */
  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    Sandbox sandbox =
        arguments[0].equals("-")
            ? new Unsandboxed()
            : new Bubblewrap(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Path> junit =
        Stream.of(arguments[4].split(File.pathSeparator))
            .filter(it -> !it.isEmpty())
            .map(Path::of)
            .toList();
    new Judge(out, sandbox, new Bench(Path.of(arguments[2])), arguments[3]).judge(junit);
    System.exit(0);
  }

  private void judge(List<Path> junit) {
    Stage compiled = compile();
    print(compiled);
    if (compiled.passed()) {
      CompletableFuture<Void> tests =
          CompletableFuture.runAsync(() -> print(new OwnTests(sandbox, bench, junit).run()));
      print(code());
      tests.join();
    }
  }

  private Stage compile() {
    long begun = System.nanoTime();
    Compilation compilation = new Compilation(bench.main(), Libraries.connectors());
    List<String> complaints = compilation.into(bench.mainClasses(), compilation.sources());
    return new Stage(Step.COMPILE, complaints.isEmpty(), since(begun), complaints);
  }

  private Stage code() {
    long begun = System.nanoTime();
    CompletableFuture<Finding> typed = CompletableFuture.supplyAsync(this::typed);
    ConnectorFolder folder = ConnectorFolder.read(bench.connector());
    try (Launches launches = new Launches(Program.of(sandbox, bench, program), served())) {
      try (Connector connector = launches.start(Map.of())) {
        connector.describe();
      } catch (ProtocolException | ApiException wrong) {
        // It would break every rule, and none of them would say why.
        String why = "the program does not answer describe: " + wrong.getMessage();
        return new Stage(Step.CODE, false, since(begun), List.of(why));
      }
      Report behaviour = behaviour(folder, launches);
      List<Finding> all = new ArrayList<>(behaviour.findings());
      all.add(typed.join());
      List<Rule> rules = all.stream().map(Finding::rule).toList();
      Report report = Report.on(rules, behaviour.subject(), Instant.now(), all);
      return new Stage(Step.CODE, Wording.passes(report), since(begun), Wording.of(report));
    }
  }

  private Report behaviour(ConnectorFolder folder, Launches launches) {
    ConformanceRun run =
        new ConformanceRun(
            folder,
            Rules.load().where(it -> it.check() == CheckKind.BEHAVIOUR),
            Clock.systemUTC(),
            PATIENCE,
            (who, rule) -> print(rule));
    Identity identity =
        new Identity(folder.definition().name(), folder.definition().version(), "java");
    return run.sessions(new Subject(identity, launches), List.of());
  }

  private Optional<Served> served() {
    String path = "/" + program.replace('.', '/') + ".java";
    return Compilation.sources(bench.main()).stream()
        .filter(it -> it.toString().endsWith(path))
        .findFirst()
        .flatMap(Served::by);
  }

  private Finding typed() {
    long begun = System.nanoTime();
    JavaSources sources =
        new JavaSources(
            Compilation.sources(bench.main()), Libraries.connectors(), OptionalInt.of(17));
    Outcome outcome =
        PackageChecks.typed(ConnectorFolder.read(bench.connector()).definition(), sources);
    return new Finding(Rules.load().rule("PKG-3"), outcome, since(begun));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void print(Rule begun) {
    print(JsonNodeFactory.instance.objectNode().put("begun", begun.id()));
  }

  private void print(Stage stage) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("stage", stage.step().name())
            .put("passed", stage.passed())
            .put("millis", stage.took().toMillis());
    stage.findings().forEach(line.putArray("findings")::add);
    print(line);
  }

  private synchronized void print(ObjectNode line) {
    out.println(line);
  }
}

package dev.connector.cli.agent.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A connector's own tests, compiled and run. They are as honest as their author: what they say is
 * believed only beside what the kit saw for itself.
 *
 * @param junit what tests are written with
 */
record OwnTests(Sandbox sandbox, Bench bench, List<Path> junit) {

  private static final String MAIN = "OwnTestsMain";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  OwnTests {
    junit = List.copyOf(junit);
  }

  Stage run() {
    long begun = System.nanoTime();
    List<String> findings = findings();
    return new Stage(
        Stage.Step.TESTS,
        findings.isEmpty(),
        Duration.ofNanos(System.nanoTime() - begun),
        findings);
  }

  private List<String> findings() {
    List<Path> sources = new ArrayList<>(Compilation.sources(bench.test()));
    if (sources.isEmpty()) {
      return List.of("the connector has no tests of its own");
    }
    sources.add(main());
    List<Path> against = new ArrayList<>(List.of(bench.mainClasses()));
    against.addAll(Libraries.connectors());
    against.addAll(junit);
    List<String> complaints =
        new Compilation(bench.test(), against).into(bench.testClasses(), sources);
    return complaints.isEmpty() ? findings(started(against)) : complaints;
  }

  private Ended started(List<Path> against) {
    List<Path> classPath = new ArrayList<>(List.of(bench.testClasses(), bench.resources()));
    classPath.addAll(against);
    List<Path> readable = new ArrayList<>(classPath);
    readable.addAll(Libraries.javaFiles());
    List<String> line = new ArrayList<>(Program.line(classPath, "dev.connector.trial." + MAIN));
    line.add(bench.testClasses().toString());
    return sandbox.run(
        new Job(
            line,
            new Job.Access(Job.Place.INSIDE, readable, List.of()),
            Map.of(),
            Limits.program().time(LONGEST)));
  }

  private List<String> findings(Ended ended) {
    List<String> findings = new ArrayList<>();
    int passed = 0;
    boolean over = false;
    for (String line : ended.output().lines().toList()) {
      String[] parts = line.split("\t", 3);
      switch (parts[0]) {
        case "passed" -> passed++;
        case "end" -> over = true;
        case "failed" -> findings.add(failure(parts));
        default -> {}
      }
    }
    ended.stopped().ifPresent(why -> findings.add("the tests were stopped: " + why));
    if (!over && findings.isEmpty()) {
      findings.add("the tests broke off" + said(ended));
    }
    if (passed == 0 && findings.isEmpty()) {
      findings.add("no test ran");
    }
    return findings;
  }

  private String failure(String[] parts) {
    String why = parts.length > 2 ? parts[2].replace("\\n", "\n").replace("\\\\", "\\") : "";
    return ((parts.length > 1 ? parts[1] : "a test") + ": " + why).replace(bench.root() + "/", "");
  }

  private String said(Ended ended) {
    List<String> lines = ended.errors().lines().toList();
    String last = String.join("\n  ", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    return " with exit code " + ended.code() + (last.isEmpty() ? "" : ":\n  " + last);
  }

  /** What runs them, to be compiled with them. */
  private Path main() {
    Path source = bench.made().resolve(MAIN + ".java");
    try (InputStream in = OwnTests.class.getResourceAsStream(MAIN + ".java")) {
      Files.copy(in, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return source;
  }
}

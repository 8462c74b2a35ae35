package dev.connector.cli.agent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  private static final Limits SMALL =
      new Limits(Duration.ofSeconds(20), 400L << 20, 6, 1 << 20, 10_000);

  private static Sandbox sandbox;

  @TempDir private Path outside;

  @BeforeAll
  static void onlyWhereThereIsOne() {
    var found = Trials.sandbox();
    assumeTrue(found.isPresent());
    sandbox = found.orElseThrow();
  }

  @Test
  void codeReadsNothingOfTheUser() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "token");

    assertThat(deed("read", secret.toString())).startsWith("denied");
    assertThat(deed("read", Path.of("pom.xml").toAbsolutePath().toString())).startsWith("denied");
    assertThat(deed("read", "/etc/passwd")).startsWith("denied");
    assertThat(deed("read", "/proc/1/environ")).doesNotContain("JAVA");
  }

  @Test
  void codeReadsWhatItIsGivenAndWritesWhereItMay() throws IOException {
    Path given = Files.writeString(outside.resolve("given"), "hello");
    Path folder = Files.createDirectory(outside.resolve("folder"));

    Ended read = run(SMALL, List.of(given), List.of(folder), "read", given.toString());
    run(SMALL, List.of(given), List.of(folder), "write", folder.resolve("new").toString());
    Ended denied = run(SMALL, List.of(given), List.of(folder), "write", given.toString());

    assertThat(read.output()).isEqualTo("done: hello\n");
    assertThat(folder.resolve("new")).hasContent("written");
    assertThat(denied.output()).startsWith("denied");
    assertThat(given).hasContent("hello");
  }

  @Test
  void whatCodeWritesElsewhereIsGone() throws IOException {
    Path elsewhere = Path.of("/tmp/" + outside.getFileName() + ".written");

    deed("write", elsewhere.toString());

    assertThat(elsewhere).doesNotExist();
    assertThat(deed("write", "/usr/lib/written")).startsWith("denied");
  }

  @Test
  void codeSeesNoVariableOfTheUserAndNoProcess() throws IOException {
    assertThat(System.getenv()).as("variables of the user").hasSizeGreaterThan(4);
    assertThat(deed("variables")).isNotEmpty();
    assertThat(deed("variables").replaceAll("[^A-Z_,]", "").split(","))
        .isSubsetOf("PATH", "HOME", "LANG", "PWD");
    // Itself, and the one that reaps its children.
    assertThat(deed("processes")).isEqualTo("done: 2\n");
  }

  @Test
  void codeReachesNoServerOfTheMachineAndNoOther() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(server.getLocalPort());

      assertThat(
              new Unsandboxed().run(job(SMALL, List.of(), List.of(), "connect", "127.0.0.1", port)))
          .as("what it could do otherwise")
          .extracting(Ended::output)
          .isEqualTo("done: connected\n");
      assertThat(deed("connect", "127.0.0.1", port)).startsWith("denied");
      assertThat(deed("connect", "1.1.1.1", "53")).startsWith("denied").contains("unreachable");
    }
  }

  @Test
  void codeThatUsesTooMuchIsEnded() throws IOException {
    Limits brief = SMALL.time(Duration.ofSeconds(2));

    assertThat(run(brief, List.of(), List.of(), "spin").stopped())
        .contains("it ran longer than 2 s");
    assertThat(run(SMALL, List.of(), List.of(), "print").stopped())
        .contains("it printed more than 10000 bytes");
    assertThat(run(SMALL, List.of(), List.of(), "multiply").stopped())
        .contains("it started more than 6 processes");
    assertThat(run(SMALL, List.of(), List.of(), "hoard").stopped())
        .contains("it held more than 400 MB of memory");
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(it -> it.info().commandLine().orElse("").contains("Intruder"));
  }

  @Test
  void aFileCannotGrowWithoutEnd() throws IOException {
    Path folder = Files.createDirectory(outside.resolve("folder"));
    Limits tiny = new Limits(Duration.ofSeconds(20), 400L << 20, 6, 3, 10_000);

    assertThat(
            run(tiny, List.of(), List.of(folder), "write", folder.resolve("x").toString()).output())
        .startsWith("denied");
  }

  @Test
  void whoHasNoSandboxIsToldWhatToDo() {
    assertThatThrownBy(() -> Bubblewrap.on(outside.toString()))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            e -> {
              assertThat(e.getMessage()).contains("there is no bwrap");
              assertThat(e.hint()).contains("install bubblewrap").contains("--allow-unsandboxed");
            });
  }

  @Test
  void aSandboxThatDoesNotWorkIsNone() throws IOException {
    for (String name : List.of("bwrap", "prlimit")) {
      Path program = Files.writeString(outside.resolve(name), "#!/bin/sh\necho no >&2\nexit 1\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    assertThatThrownBy(() -> Bubblewrap.on(outside.toString()))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("bubblewrap is there and does not work: no");
  }

  private static String deed(String... deed) throws IOException {
    return run(SMALL, List.of(), List.of(), deed).output();
  }

  private static Ended run(Limits limits, List<Path> readable, List<Path> writable, String... deed)
      throws IOException {
    return sandbox.run(job(limits, readable, writable, deed));
  }

  private static Job job(Limits limits, List<Path> readable, List<Path> writable, String... deed)
      throws IOException {
    Path classes = Files.createTempDirectory("intruder");
    Path type = Path.of("dev/connector/cli/agent/sandbox/Intruder.class");
    Files.createDirectories(classes.resolve(type).getParent());
    try (var in = Intruder.class.getResourceAsStream("Intruder.class")) {
      Files.copy(in, classes.resolve(type));
    }
    List<Path> all = new ArrayList<>(Libraries.javaFiles());
    all.addAll(readable);
    all.add(classes);
    List<String> line = new ArrayList<>(Program.line(List.of(classes), Intruder.class.getName()));
    line.add(1, "-XX:MaxDirectMemorySize=2g");
    line.addAll(List.of(deed));
    return new Job(line, new Job.Access(Job.Place.ALONE, all, writable), Map.of(), limits);
  }
}

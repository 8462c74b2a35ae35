package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.cli.distribution.Shell.Ended;
import dev.connector.runtime.message.Json;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reading and serving by real processes: pipes that close, and Ctrl-C. */
@DisabledOnOs(OS.WINDOWS)
class RunIT {

  private static final Path HUBSPOT = Path.of("../registry/connectors/hubspot").toAbsolutePath();
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  @TempDir static Path temporary;
  static Path launcher;
  static MockApi api;
  static Shell shell;

  @BeforeAll
  static void serve() throws Exception {
    launcher = Release.unpack(temporary.resolve("release"));
    ConnectorFolder hubspot = ConnectorFolder.read(HUBSPOT.normalize());
    // Its searches are limited to five a second, so that this takes a while.
    api = MockApi.start(hubspot.definition(), hubspot.schemas(), new MockOptions(1, 4000, 20));
    shell = Shell.in(temporary);
    for (Map.Entry<String, String> variable : api.environment().entrySet()) {
      shell = shell.with(variable.getKey(), variable.getValue());
    }
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void whereTheReaderHasSeenEnoughItEndsQuietly() throws Exception {
    String command = "( \"$0\" run \"$1\" contacts; echo $? >&2 ) | head -n 2";
    Ended ended = shell.run("sh", "-c", command, launcher, HUBSPOT).succeeded();
    assertThat(ended.output().lines()).hasSize(2);
    assertThat(ended.error()).isEqualTo("141\n");
  }

  @Test
  void anInterruptedRunGoesOnWhereItsStateIs() throws Exception {
    assumeTrue(hearsInterrupts());
    Path state = temporary.resolve("hubspot.state");
    Path output = temporary.resolve("first.jsonl");
    Path error = temporary.resolve("first.err");
    Process process =
        shell.start(output, error, launcher, "run", HUBSPOT, "contacts", "--state", state);
    untilIn(process, () -> count(output, "\"checkpoint\"") >= 2);
    assertThat(shell.run("kill", "-INT", String.valueOf(process.pid())).exitCode()).isZero();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(error)).isEqualTo("contacts  interrupted\n");
    List<String> lines = Files.readAllLines(output);
    String last =
        lines.stream().filter(it -> it.contains("\"checkpoint\"")).reduce((a, b) -> b).get();
    JsonNode kept = Json.parse(Files.readString(state)).at("/resources/contacts");
    assertThat(kept).isEqualTo(Json.parse(last).path("state"));

    Ended next = shell.run(launcher, "run", HUBSPOT, "contacts", "--state", state, "--limit", "1");
    assertThat(next.succeeded().output()).contains("\"type\":\"record\"");
    assertThat(next.error()).startsWith("contacts  1 record;");
  }

  @Test
  void whatTheMockPrintsIsAShellsInputAndCtrlCEndsIt() throws Exception {
    assumeTrue(hearsInterrupts());
    Path output = temporary.resolve("mock.sh");
    Path error = temporary.resolve("mock.err");
    Process mock =
        Shell.in(temporary).start(output, error, launcher, "mock", HUBSPOT, "--records", "3");
    untilIn(mock, () -> count(output, "HUBSPOT_ORIGINS=") == 1);
    Ended read =
        Shell.in(temporary)
            .run("sh", "-c", ". ./mock.sh; \"$0\" run \"$1\" owners", launcher, HUBSPOT);
    assertThat(read.succeeded().error()).startsWith("owners  3 records");

    assertThat(shell.run("kill", "-INT", String.valueOf(mock.pid())).exitCode()).isZero();
    assertThat(mock.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(mock.exitValue()).isEqualTo(130);
    assertThat(Files.readString(error)).contains("200  GET ").endsWith("stopped\n");
  }

  private static int count(Path file, String text) {
    try {
      return (int) Files.readAllLines(file).stream().filter(it -> it.contains(text)).count();
    } catch (java.io.IOException notYetWhole) {
      return 0;
    }
  }

  private static void untilIn(Process process, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
      assertThat(System.nanoTime()).as("within two minutes").isLessThan(end);
    }
  }

  /**
   * What a shell without job control starts in the background hears no Ctrl-C, nor its children.
   */
  private static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return true;
    }
    long interrupt = 1L << 1;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(
            line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & interrupt) != 0);
  }
}

package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.acceptance.SmallRegistry;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.registry.source.RegistryPacker;
import dev.connector.runtime.connector.Protocol;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command on code: programs in processes of their own, and builds that do not build. */
@DisabledOnOs(OS.WINDOWS)
class TestCommandTest {

  private static final Path FRANKFURTER =
      Path.of("../registry/connectors/frankfurter").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @BeforeEach
  void project() throws IOException {
    Files.createDirectory(folder.resolve("shop"));
  }

  /** A program in another language, as far as its caller can tell. */
  public static final class AnyProgram {
    private AnyProgram() {}

    public static void main(String... arguments) {
      ConnectorFolder connector = ConnectorFolder.read(Path.of(arguments[0]));
      Protocol.serve(
          it ->
              arguments.length > 1 && arguments[1].equals("careless of settings")
                  ? new Engine(connector.definition(), connector.schemas(), without(it))
                  : new Engine(connector.definition(), connector.schemas(), it));
    }

    /** Retries however often it likes. */
    private static Map<String, String> without(Map<String, String> environment) {
      Map<String, String> less = new HashMap<>(environment);
      less.put("FRANKFURTER_MAX_RETRIES", "7");
      return less;
    }
  }

  @Test
  void aProgramInAnyLanguageIsHeldToTheSameRulesAsTheDefinition() {
    Screen screen = Screen.none();

    int code = test(screen, FRANKFURTER.toString(), "--rule", "RETRY-1", "--command", program(""));

    assertThat(code).as(screen.output() + screen.error()).isZero();
    assertThat(screen.output())
        .contains("                               engine  code\n")
        .contains("  Retries                      1 kept  1 kept\n")
        .contains("\nengine passed\ncode passed\n");
  }

  @Test
  void whereDefinitionAndCodeDifferIsTold() {
    Screen screen = Screen.none();

    int code =
        test(
            screen,
            FRANKFURTER.toString(),
            "--rule",
            "retry-1,PKG-2",
            "--command",
            program("\"careless of settings\""));

    assertThat(code).as(screen.output() + screen.error()).isEqualTo(1);
    assertThat(screen.output())
        .contains("\nBroken\n  RETRY-1  What is retried (code)\n    rule      Transport errors")
        .contains("PKG-2: --command says how the program starts, not how it is built (code)\n")
        .contains("\nengine passed\ncode failed: breaks RETRY-1\n")
        .contains("\nengine and code differ on RETRY-1\n");
  }

  @Test
  void howFarItIsShowsOnAScreenOnly() {
    Screen screen = Screen.with();

    test(screen, FRANKFURTER.toString(), "--engine", "--rule", "RETRY-6");

    assertThat(screen.error()).contains("frankfurter 1.0.0 (engine)  1/1  RETRY-6 An error page");
  }

  @Test
  void aBuildThatFailsIsShownInItsOwnWords() throws IOException {
    Path registry = SmallRegistry.write(folder.resolve("registry"));
    Path main =
        registry.resolve(
            "connectors/weather/java/src/main/java/dev/connector/connectors/weather/ConnectorMain.java");
    Files.writeString(
        main,
        """
        package dev.connector.connectors.weather;

        /** The program. */
        public final class ConnectorMain {}
        """);
    Path packed = folder.resolve("application/registry/default.zip");
    RegistryPacker.pack(registry, packed, "", "");
    Screen added = Screen.none();
    assertThat(run(added, "add", "weather", "--yes")).as(added.error()).isZero();
    Path wrapper = folder.resolve("shop/mvnw");
    Files.writeString(wrapper, "#!/bin/sh\necho '[ERROR] Shop.java:[3,8] no such type'\nexit 1\n");
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();

    Screen screen = Screen.none();
    int code = test(screen, "weather");

    assertThat(code).isEqualTo(1);
    assertThat(screen.output()).isEmpty();
    assertThat(screen.error())
        .contains("note:  " + wrapper.toRealPath() + " -B -q test-compile ")
        .endsWith(
            """
            note:  [ERROR] Shop.java:[3,8] no such type
            error: the project does not build, as Maven says above
            hint:  mend that first, or test the definition alone: --engine
            """);
  }

  private static String program(String argument) {
    return "'"
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "' -XX:TieredStopAtLevel=1 -cp '"
        + System.getProperty("java.class.path")
        + "' '"
        + AnyProgram.class.getName()
        + "' '"
        + FRANKFURTER
        + "' "
        + argument;
  }

  private int test(Screen screen, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "test";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(screen, all);
  }

  private int run(Screen screen, String... arguments) {
    return new Invocation(
            new Environment(
                screen.terminal(),
                folder.resolve("shop"),
                Map.of("CONNECTOR_CACHE", folder.resolve("cache").toString()),
                Clock.systemUTC(),
                Optional.of(folder.resolve("application"))))
        .run(arguments);
  }
}

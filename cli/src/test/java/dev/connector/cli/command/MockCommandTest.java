package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MockCommandTest {

  private static final String HUBSPOT =
      Path.of("../registry/connectors/hubspot").toAbsolutePath().normalize().toString();
  private static final Pattern VARIABLE = Pattern.compile("export (\\w+)='?([^'\n]*)'?\n");

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void whatItPrintsIsAllThatReadingFromItTakes() throws Exception {
    Screen served = Screen.none();
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread server =
        new Thread(
            () ->
                code.complete(
                    new Invocation(environment(served, Map.of()))
                        .run(
                            "mock",
                            HUBSPOT,
                            "--records",
                            "3",
                            "--fault",
                            "status=503:1@owners.list")));
    server.start();
    Map<String, String> variables = new HashMap<>();
    while (!variables.containsKey("HUBSPOT_ORIGINS")) {
      assertThat(server.isAlive()).isTrue();
      server.join(20);
      Matcher line = VARIABLE.matcher(served.output());
      while (line.find()) {
        variables.put(line.group(1), line.group(2));
      }
    }
    variables.put("HUBSPOT_RETRY_FIRST_DELAY", "1ms");

    Screen read = Screen.none();
    int done = new Invocation(environment(read, variables)).run("run", HUBSPOT, "owners");
    assertThat(done).as(read.error()).isZero();
    assertThat(read.error()).startsWith("owners  3 records");

    variables.put("HUBSPOT_ACCESS_TOKEN", "wrong-and-not-to-be-seen");
    assertThat(new Invocation(environment(Screen.none(), variables)).run("run", HUBSPOT, "owners"))
        .isEqualTo(4);

    server.interrupt();
    assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
    assertThat(served.output()).startsWith("# HubSpot at http://");
    assertThat(served.error().lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("503  GET /crm/").contains("  owners.list  ");
              assertThat(lines.get(1)).startsWith("200  GET /crm/").endsWith("  owners.list");
              assertThat(lines.get(lines.size() - 2)).startsWith("401  GET /crm/");
              assertThat(lines.get(lines.size() - 1)).isEqualTo("stopped");
            });
    assertThat(served.error()).doesNotContain("wrong-and");
  }

  @Test
  void aPortInUseIsToldWithWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Screen screen = Screen.none();
      int code =
          new Invocation(environment(screen, Map.of()))
              .run("mock", HUBSPOT, "--port", String.valueOf(taken.getLocalPort()));
      assertThat(code).isEqualTo(1);
      assertThat(screen.error())
          .isEqualTo(
              "error: port "
                  + taken.getLocalPort()
                  + " is in use or not to be had\n"
                  + "hint:  name another one, or leave --port out to take any that is free\n");
    }
  }

  @Test
  void theHelpNamesEveryFaultAndNoOther() {
    String help = HelpText.of(environment(Screen.none(), Map.of()), "mock");
    String listed = help.substring(help.indexOf("Faults: ") + 8).replaceAll("[.\\s]+$", "");
    assertThat(listed.split(",\\s+")).containsExactlyElementsOf(FaultOption.names());
  }

  private Environment environment(Screen screen, Map<String, String> variables) {
    return new Environment(
        screen.terminal(), folder, variables, Clock.systemUTC(), Optional.empty());
  }
}

package dev.connector.cli.agent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Protocol;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.process.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

  @TempDir private Path folder;

  @Test
  void sessionsKeepNothingForEachOther() throws IOException {
    try (Server server = server(Protocol.class)) {
      Connector one = session(server, Map.of());
      Connector other = session(server, Map.of());

      assertThat(call(one)).isEqualTo(1);
      assertThat(call(one)).isEqualTo(2);
      assertThat(call(other)).isEqualTo(1);
      one.close();
      assertThat(call(other)).isEqualTo(2);
    }
  }

  @Test
  void whatIsSaidOutOfTurnIsBelievedByNobody() throws IOException {
    try (Server server = server(Keeper.Forger.class)) {
      Connector forged = session(server, Map.of());

      assertThatThrownBy(() -> call(forged))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("the connector broke the protocol")
          .hasMessageContaining("\"stage\":\"CODE\"");
    }
  }

  @Test
  void whereOneSessionEndsItAllTheOthersHaveCrashedAndNoneComeAfter() throws IOException {
    try (Server server = server(Protocol.class)) {
      Connector other = session(server, Map.of());
      Connector last = session(server, Map.of("HALT", "now"));

      assertThatThrownBy(() -> call(last))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("crashed");
      assertThatThrownBy(() -> call(other)).isInstanceOf(ProtocolException.class);
      server.await();
      assertThat(server.session(Map.of())).isEmpty();
    }
  }

  @Test
  void onlyAProgramAsItIsRenderedIsServedToMany() throws IOException {
    String rendered =
        "package a.b; import c.Protocol;\n/** It. */\npublic final class ConnectorMain {\n"
            + "  private ConnectorMain() {}\n"
            + "  public static void main(String... arguments) {\n    Protocol.serve(X::of);\n  }\n}";

    assertThat(served(rendered)).contains(new Served("a.b.X", "c.Protocol"));
    assertThat(served(rendered.replace("Protocol.serve(X", "X.begin(); Protocol.serve(X")))
        .isEmpty();
    assertThat(served(rendered.replace("It.", "It. \\u002a/ class Y {} /*"))).isEmpty();
  }

  private Optional<Served> served(String source) throws IOException {
    return Served.by(Files.writeString(folder.resolve("ConnectorMain.java"), source));
  }

  private static int call(Connector connector) {
    return connector.call(CallRequest.of("a.b"), event -> {}, new Cancellation()).data().intValue();
  }

  private static Connector session(Server server, Map<String, String> variables) {
    return server.session(variables).orElseThrow();
  }

  /** Its thread stays, without which what is in a sandbox would end. */
  private Server server(Class<?> protocol) throws IOException {
    Optional<Sandbox> sandbox = Trials.sandbox();
    assumeTrue(sandbox.isPresent());
    Bench bench = new Bench(folder.toRealPath());
    Files.createDirectories(bench.resources());
    for (Class<?> type : new Class<?>[] {Keeper.class, Keeper.Forger.class}) {
      String path = type.getName().replace('.', '/') + ".class";
      Path file = bench.mainClasses().resolve(path);
      Files.createDirectories(file.getParent());
      try (InputStream in = type.getResourceAsStream("/" + path)) {
        Files.copy(in, file);
      }
    }
    return Program.of(sandbox.get(), bench, "Unused")
        .server(new Served(Keeper.class.getName(), protocol.getName()))
        .orElseThrow();
  }
}

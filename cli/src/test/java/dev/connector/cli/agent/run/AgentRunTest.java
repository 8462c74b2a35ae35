package dev.connector.cli.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.acceptance.Schemas;
import dev.connector.cli.agent.model.Answer;
import dev.connector.cli.agent.model.ModelServer;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.sandbox.Sandbox;
import dev.connector.cli.agent.world.Harbor;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, over real connections, with real trials where the name says written. */
class AgentRunTest {

  private static final String SECRET = "a-secret-of-the-environment";

  @TempDir Path root;

  private static boolean hasSandbox() {
    Environment environment =
        new Environment(
            Screen.none().terminal(),
            Path.of(""),
            Map.of("PATH", System.getenv("PATH")),
            Clock.systemUTC(),
            Optional.empty());
    boolean has = Sandbox.find(environment).isPresent();
    if (!has) {
      System.out.println("test of the agent skipped: there is no sandbox here");
    }
    return has;
  }

  @Test
  void what_is_written_reads_the_real_api_and_is_written_again_without_model_and_documentation()
      throws IOException {
    if (!hasSandbox()) {
      return;
    }
    try (AgentDesk desk = new AgentDesk(root, server())) {
      AgentDesk.Said said;
      try (Harbor harbor = Harbor.start(0)) {
        said = desk.agent("harbor", "--docs", harbor.documentation().toString(), "--yes", "--json");
        assertThat(said.exitCode()).as(said.error()).isZero();
        new Schemas().check("agent", said.output());
        ConnectorFolder written = ConnectorFolder.read(desk.folder().resolve(".connectors/harbor"));
        assertThat(harbor.score(written.definition()).wrong()).isEmpty();
        assertThat(harbor.liveCheck(written)).isEmpty();
      }
      Map<String, String> files = desk.files();
      assertThat(desk.connector("undo").exitCode()).isZero();
      assertThat(desk.files()).isNotEqualTo(files);
      Path transcript = desk.transcripts().get(0);
      assertThat(Files.readString(transcript)).doesNotContain(SECRET);

      AgentDesk.Said again = desk.connector("agent", "--replay", transcript.toString(), "--yes");

      assertThat(again.exitCode()).as(again.error()).isZero();
      assertThat(again.output()).contains("Sends credentials to", "For a person to see to");
      assertThat(desk.files()).isEqualTo(files);
    }
  }

  private static ModelServer server() {
    try (Harbor harbor = Harbor.start(0)) {
      return ModelServer.scripted(
          AgentDesk.proposal(harbor.shelf().solution()), AgentDesk.approval());
    }
  }

  @Test
  void a_run_that_was_interrupted_names_the_command_that_goes_on_and_asks_nothing_twice()
      throws IOException {
    if (!hasSandbox()) {
      return;
    }
    ModelServer server =
        ModelServer.scripted(
            Answer.call("propose_definition", Acme.changes("{\"colour\": \"red\"}")),
            Answer.error(400, "invalid_request_error", "no"),
            Answer.text("No \u001b[2J more.").stopped(Reply.Stop.REFUSAL));
    try (AgentDesk desk = new AgentDesk(root, server).with("OTHER_API_KEY", SECRET)) {
      Path docs = Files.createDirectories(root.resolve("docs"));
      Files.writeString(docs.resolve("lists.md"), "# Lists\n\nGET /lists gives all.\n");
      AgentDesk.Said broken =
          desk.agent("acme", "--docs", "../docs", "--task", "for " + SECRET, "--yes");

      assertThat(broken.exitCode()).isNotZero();
      Path transcript = desk.transcripts().get(0);
      assertThat(broken.error())
          .contains("connector agent --resume ", transcript.getFileName().toString());
      assertThat(Files.readString(transcript)).contains("[redacted]").doesNotContain(SECRET);

      AgentDesk.Said rest = desk.agent("--resume", transcript.toString(), "--yes");

      assertThat(rest.exitCode()).isNotZero();
      assertThat(rest.error()).contains("refuses").doesNotContain("\u001b");
      assertThat(server.asked()).hasSize(3);
      assertThat(server.asked().get(2).body().path("messages")).hasSize(3);
    }
  }

  @Test
  void a_transcript_cannot_choose_where_to_write() throws IOException {
    if (!hasSandbox()) {
      return;
    }
    try (AgentDesk desk = new AgentDesk(root, ModelServer.scripted())) {
      Path foreign = root.resolve("foreign.jsonl");
      Files.writeString(
          foreign,
          "{\"type\":\"begin\",\"format\":1,\"name\":\"../../outside\",\"docs\":[],\"begun\":{}}\n");
      Map<String, String> before = desk.files();

      AgentDesk.Said said = desk.connector("agent", "--replay", foreign.toString(), "--yes");

      assertThat(said.exitCode()).isEqualTo(2);
      assertThat(said.error()).contains("is not a connector's name");
      assertThat(desk.files()).isEqualTo(before);
      assertThat(root.resolve("outside")).doesNotExist();
    }
  }
}

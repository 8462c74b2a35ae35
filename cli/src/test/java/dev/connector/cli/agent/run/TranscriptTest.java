package dev.connector.cli.agent.run;

import static dev.connector.cli.agent.run.Play.accepted;
import static dev.connector.cli.agent.run.Play.call;
import static dev.connector.cli.agent.run.Play.rejected;
import static dev.connector.cli.agent.run.Play.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.model.Tool;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.cli.agent.transcript.Recording;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down of a run, and that it can be repeated and gone on with. */
class TranscriptTest {

  @TempDir Path folder;

  /** Something outside that says something else every time. */
  private static final class Weather implements AgentTool {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Tool description() {
      return new Tool("weather", "Gives it.", Acme.json("{\"type\": \"object\"}"));
    }

    @Override
    public boolean readsOutside() {
      return true;
    }

    @Override
    public Answer use(ObjectNode arguments, Draft draft) {
      return new Answer("rain " + asked.incrementAndGet(), false, Optional.empty());
    }
  }

  private Play play(String name) {
    return new Play(folder.resolve(name));
  }

  private static Play whole(Play play) {
    return play.says(
            reply(
                Stop.TOOLS,
                new Part.Opaque(Acme.json("{\"type\": \"thinking\", \"signature\": \"s\"}")),
                call("same", "propose_definition", Acme.whole("orders")),
                call("same_2", "weather", Acme.json("{}"))))
        .says(
            reply(
                Stop.TOOLS,
                call("same", "weather", Acme.json("{}")),
                new Part.MalformedCall("same_2", "weather", "[", "no object")))
        .says(
            reply(
                Stop.TOOLS,
                call("same_2", "weather", Acme.json("{}")),
                call("same", "propose_definition", Acme.changes("{\"title\": \"Acme & Sons\"}"))))
        .reports(List.of("no refunds"))
        .says("There are none.")
        .judged(rejected("KEY-1"), accepted());
  }

  @Test
  void a_run_is_repeated_without_a_model_and_without_what_is_outside() {
    Play first = whole(play("first")).with(new Weather());
    Outcome outcome = first.run();
    Weather other = new Weather();
    Play again =
        play("again")
            .with(other)
            .breaks()
            .judged(rejected("KEY-1"), accepted())
            .repeating(Recording.read(first.transcript()));

    Outcome repeated = again.run();

    assertThat(again.heard()).isEmpty();
    assertThat(other.asked).hasValue(0);
    assertThat(repeated.draft()).isEqualTo(outcome.draft());
    assertThat(repeated.words()).isEqualTo(outcome.words());
    assertThat(repeated.totals().usage()).isEqualTo(outcome.totals().usage());
    assertThat(lines(again)).isEqualTo(lines(first));
  }

  /** All but how long the model was waited for. */
  private static List<String> lines(Play play) {
    try {
      return Files.readAllLines(play.transcript()).stream()
          .map(it -> it.replaceAll("\"waitedMillis\":\\d+", ""))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void ids_that_a_server_gives_again_are_told_apart() {
    Play first = whole(play("first")).with(new Weather());
    first.run();
    Play again =
        play("again")
            .judged(rejected("KEY-1"), accepted())
            .repeating(Recording.read(first.transcript()))
            .with(new Weather());

    again.run();

    assertThat(lines(again).stream().filter(it -> it.contains("\"weather\",\"failed\"")).toList())
        .hasSize(3)
        .isEqualTo(
            lines(first).stream().filter(it -> it.contains("\"weather\",\"failed\"")).toList());
  }

  @Test
  void a_run_that_broke_off_is_gone_on_with_where_it_was() throws IOException {
    Play first = play("first").proposes(Acme.whole("orders")).breaks().judged(rejected("KEY-1"));
    assertThatThrownBy(first::run).isInstanceOf(ConnectorException.class);
    Files.writeString(
        first.transcript(), Files.readString(first.transcript()) + "{\"type\":\"reply\",\"par");
    Play rest =
        play("rest")
            .proposes(Acme.changes("{\"title\": \"Acme & Sons\"}"))
            .reports(List.of())
            .judged(rejected("KEY-1"), accepted())
            .repeating(Recording.read(first.transcript()));

    Outcome outcome = rest.run();

    assertThat(rest.heard()).hasSize(2);
    assertThat(rest.heard().get(0).messages()).hasSize(3);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.totals().rounds()).isEqualTo(3);
    assertThat(Play.resources(outcome.draft())).containsExactly("orders");
  }

  @Test
  void a_tool_that_is_not_there_any_more_still_gives_what_it_gave() throws IOException {
    Play first = play("first").with(new Weather()).calls("weather", Acme.json("{}")).breaks();
    assertThatThrownBy(first::run).isInstanceOf(ConnectorException.class);
    Play rest =
        play("rest")
            .says("Hm.")
            .says("Hm.")
            .says("Hm.")
            .repeating(Recording.read(first.transcript()));

    rest.run();

    assertThat(rest.toldInAll()).contains("rain 1").doesNotContain("there is no tool");
  }

  @Test
  void secrets_are_in_no_line_in_whatever_form() throws IOException {
    String secret = "p\"w\\1/2 \u00e9+x";
    ObjectNode leak =
        Acme.json("{}").put("path", secret).put("content", "{\"a\":\"" + secret + "\"}");
    leak.putObject("deep").put(secret, 1);
    Play play =
        play("first")
            .hiding(secret, "reply1", "12345678")
            .says(
                reply(
                    Stop.TOOLS,
                    new Part.Text("It is " + secret + "."),
                    call("a", "propose_file", leak),
                    new Part.MalformedCall("b", "x", "[\"" + leak + "\"", "bad"),
                    call("c", "x", Acme.json("{\"pin\": 12345678}"))))
            .says("1")
            .says("2")
            .says("3");

    play.run();

    String written = Files.readString(play.transcript());
    assertThat(written).contains("[redacted]").doesNotContain("w\\\\1", "12345678");
    assertThat(Recording.read(play.transcript())).isNotNull();
  }

  @Test
  void a_secret_that_is_a_word_of_ours_leaves_a_transcript_that_can_be_read() {
    Play first =
        play("first").hiding("result", "replying", "examined").says("1").says("2").says("3");
    first.run();
    Play again = play("again").repeating(Recording.read(first.transcript()));

    again.run();

    assertThat(again.heard()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON at all",
        "{\"type\":\"begin\"}",
        "{\"type\":\"begin\",\"format\":2}",
        "[1, 2]",
        "{\"type\":\"reply\",\"format\":1}",
        "\u0000\u0001"
      })
  void what_is_no_transcript_is_refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("foreign"), text);

    assertThatThrownBy(() -> Recording.read(file))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            it -> {
              assertThat(it.kind()).isEqualTo(ConnectorException.Kind.USAGE);
              assertThat(it.getMessage()).contains("no transcript that this version can repeat");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"rep",
        "{\"type\":\"reply\",\"stop\":\"sometime\",\"parts\":[]}",
        "{\"type\":\"begin\",\"format\":1}",
        "7"
      })
  void a_transcript_that_is_damaged_in_its_middle_is_refused_with_the_line(String line)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("damaged"),
            "{\"type\":\"begin\",\"format\":1}\n" + line + "\n{\"type\":\"end\"}\n");

    assertThatThrownBy(() -> Recording.read(file)).hasMessageContaining("damaged in line 2");
  }
}

package dev.connector.cli.agent.run;

import static dev.connector.cli.agent.run.Play.accepted;
import static dev.connector.cli.agent.run.Play.call;
import static dev.connector.cli.agent.run.Play.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.model.Reply.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second look at what passes. */
class ReviewTest {

  @TempDir Path folder;

  private Play accepting() {
    return new Play(folder).proposes(Acme.whole("orders")).judged(accepted());
  }

  @Test
  void the_reviewer_sees_the_definition_and_not_what_its_author_said() {
    Play play = accepting().reports(List.of());

    play.run();

    Conversation review = play.heard().get(1);
    assertThat(review.messages()).hasSize(1);
    assertThat(review.tools()).extracting(it -> it.name()).containsExactly("report");
    assertThat(play.toldLast()).contains("\"baseUrl\":\"https://api.acme.example/v1\"");
  }

  @Test
  void doubts_lead_to_a_change_which_is_examined_and_ends_the_run() {
    Play play =
        accepting()
            .reports(List.of("the page size is 100"), "Ask for a key.")
            .proposes(Acme.changes("{\"title\": \"Acme 100\"}"));

    Outcome outcome = play.run();

    assertThat(play.examined()).hasSize(2);
    assertThat(outcome.draft().document().path("title").asText()).isEqualTo("Acme 100");
    assertThat(outcome.words()).isEqualTo("Ask for a key.");
    assertThat(outcome.totals().rounds()).isEqualTo(3);
  }

  @Test
  void doubts_that_are_answered_by_words_are_left_to_a_person_with_the_answer() {
    Outcome outcome =
        accepting()
            .reports(List.of("the page size is 100"))
            .says("The documentation says 50 in d4.2.")
            .run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.words().lines())
        .containsExactly(
            "The reviewer doubts /resources/orders: the page size is 100 (d1.2)",
            "The documentation says 50 in d4.2.");
  }

  static List<Reply> noReports() {
    return List.of(
        reply(Stop.END),
        reply(Stop.END, new Part.Text("It is perfect.")),
        reply(Stop.REFUSAL, new Part.Text("No.")),
        reply(Stop.TOO_LONG),
        reply(Stop.LENGTH, new Part.MalformedCall("a", "report", "{\"findings\": [", "cut")),
        reply(Stop.TOOLS, call("a", "report", Acme.json("{\"findings\": \"none\"}"))),
        reply(Stop.TOOLS, call("a", "propose_definition", Acme.whole("payouts"))));
  }

  @ParameterizedTest
  @MethodSource("noReports")
  void a_reviewer_who_reports_nothing_changes_nothing_and_is_not_called_one(Reply answer) {
    Play play = accepting().says(answer).says("Done.");

    Outcome outcome = play.run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(Play.resources(outcome.draft())).containsExactly("orders");
    assertThat(play.shown()).contains("verify: not reviewed: the reviewer reported nothing");
  }

  @Test
  void a_report_without_end_is_cut() {
    Play play = new Play(folder).proposes(Acme.whole("orders")).judged(accepted());
    play.reports(java.util.Collections.nCopies(500, "x".repeat(5_000))).says("None is right.");

    Outcome outcome = play.run();

    assertThat(outcome.words()).hasSizeLessThan(10_000);
    assertThat(play.toldLast()).hasSizeLessThan(10_000);
  }
}

package dev.connector.cli.agent.run;

import static dev.connector.cli.agent.run.Play.accepted;
import static dev.connector.cli.agent.run.Play.call;
import static dev.connector.cli.agent.run.Play.rejected;
import static dev.connector.cli.agent.run.Play.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.cli.agent.Bounds;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.model.Reply.Usage;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopTest {

  @TempDir Path folder;

  private Play play() {
    return new Play(folder);
  }

  @Test
  void findings_go_back_and_the_second_proposal_is_accepted() {
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .proposes(Acme.changes("{\"title\": \"Acme & Sons\"}"))
            .reports(List.of(), "Find out how deletes are told.")
            .judged(rejected("PAGE-3 (must): no last page"), accepted());

    Outcome outcome = play.run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(Play.told(play.heard().get(1).messages().get(2).parts())).contains("PAGE-3 (must)");
    assertThat(outcome.draft().document().path("title").asText()).isEqualTo("Acme & Sons");
    assertThat(outcome.words()).isEqualTo("Find out how deletes are told.");
    assertThat(outcome.totals().rounds()).isEqualTo(3);
    assertThat(outcome.totals().usage()).isEqualTo(new Usage(300, 120, 30));
    assertThat(outcome.totals().waited()).isEqualTo(Duration.ofSeconds(3));
    assertThat(play.shown())
        .containsExactly(
            "draft: 1 resource, 0 examples of the documentation",
            "verify: goes back",
            "draft: 1 resource, 0 examples of the documentation",
            "verify: accepted: all",
            "verify: reviewed: nothing against the documentation");
  }

  @Test
  void a_definition_that_cannot_be_read_is_not_examined_and_its_problems_go_back() {
    Play play =
        play()
            .proposes(Acme.changes("{\"resources\": {\"orders\": {\"colour\": \"red\"}}}"))
            .says("That should do.")
            .says("It is done.")
            .says("I am sure.");

    Outcome outcome = play.run();

    assertThat(play.examined()).isEmpty();
    assertThat(play.toldInAll()).contains("colour").doesNotContain("Nothing was proposed yet");
    assertThat(outcome.failure().orElseThrow().step()).isEqualTo(Step.DRAFT);
    assertThat(outcome.examination().orElseThrow().findings())
        .anyMatch(it -> it.contains("colour"));
  }

  @Test
  void what_was_found_in_an_earlier_draft_is_not_said_of_one_that_cannot_be_read() {
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .proposes(Acme.changes("{\"baseUrl\": 7}"))
            .says("Done.")
            .says("Done.")
            .says("Done.")
            .judged(rejected("about the first draft"));

    Outcome outcome = play.run();

    assertThat(play.toldLast()).contains("baseUrl").doesNotContain("about the first draft");
    assertThat(outcome.examination().orElseThrow().findings())
        .noneMatch(it -> it.contains("about the first draft"));
  }

  @Test
  void arguments_that_are_no_object_are_answered_with_what_is_wrong() {
    Play play =
        play()
            .says(
                reply(
                    Stop.TOOLS,
                    new Part.MalformedCall("a", "propose_definition", "{\"definition\": {", "cut"),
                    call("b", "read_spec", Acme.json("{\"rules\": 7}")),
                    call("c", "propose_definition", Acme.json("{\"definition\": \"{}\"}"))))
            .proposes(Acme.whole("orders"))
            .reports(List.of())
            .judged(accepted());

    assertThat(play.run().failure()).isEmpty();
    assertThat(Play.told(play.heard().get(1).messages().get(2).parts()))
        .contains("no JSON object: cut", "no such rule", "not as text");
  }

  @Test
  void a_tool_that_there_is_not_is_answered_with_those_there_are() {
    Play play =
        play()
            .calls("bash", Acme.json("{\"command\": \"env\"}"))
            .proposes(Acme.whole("orders"))
            .reports(List.of())
            .judged(accepted());

    assertThat(play.run().failure()).isEmpty();
    assertThat(Play.told(play.heard().get(1).messages().get(2).parts()))
        .contains("there is no tool bash; there are read_spec, propose_definition, propose_file");
  }

  @Test
  void an_answer_that_was_cut_off_is_asked_for_in_parts() {
    Play play =
        play()
            .says(reply(Stop.LENGTH, new Part.Text(" ")))
            .says(
                reply(
                    Stop.LENGTH,
                    new Part.Opaque(Acme.json("{\"type\": \"thinking\", \"thinking\": \"...\"}"))))
            .proposes(Acme.whole("orders"))
            .reports(List.of())
            .judged(accepted());

    assertThat(play.run().failure()).isEmpty();
    assertThat(Play.told(play.heard().get(2).messages().get(4).parts())).contains("in parts");
  }

  @Test
  void a_refusal_ends_the_run_in_the_words_of_the_model() {
    Outcome outcome = play().says(reply(Stop.REFUSAL, new Part.Text("I would rather not."))).run();

    assertThat(outcome.failure().orElseThrow().reason())
        .isEqualTo("the model refuses; it says: \"I would rather not.\"");
    assertThat(outcome.failure().orElseThrow().advice()).contains("--model");
  }

  @Test
  void what_is_too_long_is_shortened_once_and_then_fails_plainly() {
    String rules = "PAGE";
    Play play =
        play()
            .calls("read_spec", Acme.json("{\"rules\": [\"" + rules + "\"]}"))
            .calls("read_spec", Acme.json("{\"rules\": [\"INC\"]}"))
            .says(reply(Stop.TOO_LONG))
            .says(reply(Stop.TOO_LONG));

    Outcome outcome = play.run();

    assertThat(length(play, 2)).isGreaterThan(length(play, 3));
    assertThat(Play.told(play.heard().get(3).messages().get(2).parts())).contains("left out");
    assertThat(play.toldLast()).as("the newest result stays").contains("INC-1");
    assertThat(outcome.failure().orElseThrow().reason()).contains("longer than the model can read");
    assertThat(outcome.totals().rounds()).isEqualTo(4);
  }

  private static int length(Play play, int conversation) {
    return play.heard().get(conversation).messages().stream()
        .mapToInt(it -> Play.told(it.parts()).length())
        .sum();
  }

  @Test
  void a_model_that_only_talks_is_told_three_times_and_then_given_up() {
    Play play =
        play()
            .says("I will now read the documentation.")
            .says("")
            .says(reply(Stop.END))
            .says("It cannot be done: there is no documentation.");
    play.within(new Bounds(20, 1_000_000, Duration.ofHours(1)));

    Outcome outcome = play.run();

    assertThat(play.heard()).hasSize(3);
    assertThat(play.toldLast()).contains("Call propose_definition");
    assertThat(outcome.failure().orElseThrow().step()).isEqualTo(Step.DRAFT);
    assertThat(outcome.failure().orElseThrow().reason()).startsWith("the model gave up");
  }

  @Test
  void a_model_that_says_done_while_there_are_findings_is_told_them_again() {
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .says("All tests pass; the connector is complete.")
            .says("It is complete.")
            .says("I insist.")
            .judged(rejected("KEY-1 (must): no key"));

    Outcome outcome = play.run();

    assertThat(play.toldLast()).contains("KEY-1 (must): no key");
    assertThat(outcome.failure().orElseThrow().step()).isEqualTo(Step.VERIFY);
    assertThat(outcome.failure().orElseThrow().reason()).contains("I insist.");
  }

  @Test
  void endless_calls_of_tools_end_at_the_bound() {
    Play play =
        play()
            .answering(
                it ->
                    reply(
                        Stop.TOOLS, call("same", "read_spec", Acme.json("{\"rules\": [\"KEY\"]}"))))
            .within(new Bounds(5, 500_000, Duration.ofHours(1)));

    Outcome outcome = play.run();

    assertThat(play.heard()).hasSize(5);
    assertThat(outcome.failure().orElseThrow().reason()).contains("5 rounds (--max-rounds)");
  }

  @Test
  void tokens_and_time_are_bounds_as_well() {
    Outcome tokens =
        play()
            .answering(it -> reply(Stop.END, new Part.Text("Hm.")))
            .within(new Bounds(9, 150, Duration.ofHours(1)))
            .run();
    Outcome time =
        play()
            .answering(it -> reply(Stop.END, new Part.Text("Hm.")))
            .within(new Bounds(9, 500_000, Duration.ofSeconds(2)))
            .run();

    assertThat(tokens.failure().orElseThrow().reason()).contains("220 tokens (--budget)");
    assertThat(time.failure().orElseThrow().reason()).contains("2 s (--timeout)");
  }

  @Test
  void what_is_accepted_in_the_last_round_is_kept_without_a_review() {
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .judged(accepted())
            .within(new Bounds(1, 500_000, Duration.ofHours(1)));

    Outcome outcome = play.run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(play.shown()).noneMatch(it -> it.contains("reviewed"));
  }

  @Test
  void an_accepted_draft_stays_accepted_when_a_later_one_is_worse() {
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .reports(List.of("no refunds"))
            .proposes(Acme.whole("orders", "refunds"))
            .says("I give up.")
            .judged(accepted(), rejected("refunds cannot be read"));

    Outcome outcome = play.run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(Play.resources(outcome.draft())).containsExactly("orders");
    assertThat(outcome.examination().orElseThrow().accepted()).isTrue();
    assertThat(outcome.words()).contains("The reviewer doubts", "no refunds", "I give up.");
    assertThat(outcome.totals().rounds()).isEqualTo(4);
  }

  @Test
  void an_accepted_draft_stays_accepted_at_the_bound() {
    Outcome outcome =
        play()
            .proposes(Acme.whole("orders"))
            .reports(List.of("no refunds"))
            .proposes(Acme.changes("{\"resources\": {\"refunds\": 7}}"))
            .judged(accepted())
            .within(new Bounds(3, 500_000, Duration.ofHours(1)))
            .run();

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.draft().read().definition()).isPresent();
  }

  @Test
  void a_model_that_cannot_be_reached_ends_the_run_only_where_nothing_was_accepted() {
    assertThatThrownBy(() -> play().breaks().run()).isInstanceOf(ConnectorException.class);

    Outcome inReview =
        play().proposes(Acme.whole("orders")).breaks().says("Done.").judged(accepted()).run();
    Outcome later =
        play()
            .proposes(Acme.whole("orders"))
            .reports(List.of("no refunds"))
            .breaks()
            .judged(accepted())
            .run();

    assertThat(inReview.failure()).isEmpty();
    assertThat(later.failure()).isEmpty();
    assertThat(later.words()).contains("no refunds", "the connection broke off");
  }

  @Test
  void a_file_that_is_proposed_makes_a_draft_that_is_examined() {
    String path = "java/src/main/java/dev/connector/connectors/acme/Signed.java";
    Play play =
        play()
            .proposes(Acme.whole("orders"))
            .calls(
                "propose_file",
                Acme.json("{\"path\": \"" + path + "\", \"content\": \"class Signed {}\"}"))
            .reports(List.of())
            .judged(rejected("no signature"), accepted());

    assertThat(play.run().draft().own()).containsOnlyKeys(path);
    assertThat(play.examined()).hasSize(2);
  }
}

package dev.connector.cli.agent.run;

import static dev.connector.cli.agent.run.Play.accepted;
import static dev.connector.cli.agent.run.Play.call;
import static dev.connector.cli.agent.run.Play.rejected;
import static dev.connector.cli.agent.run.Play.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Message;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply.Stop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model is shown again of what it wrote. */
class LongConversationTest {

  @TempDir Path folder;

  private static List<ObjectNode> proposals(Play play) {
    List<ObjectNode> proposals = new ArrayList<>();
    for (Message message : play.heard().get(play.heard().size() - 1).messages()) {
      for (Part part : message.parts()) {
        if (part instanceof Part.Call call) {
          proposals.add(call.arguments());
        }
      }
    }
    return proposals;
  }

  @Test
  void a_whole_proposal_is_left_out_once_there_is_a_later_one() {
    ObjectNode second = Acme.whole("orders", "refunds");
    Play play =
        new Play(folder)
            .proposes(Acme.whole("orders"))
            .proposes(Acme.changes("{\"title\": \"Acme & Sons\"}"))
            .proposes(second)
            .says("Done.")
            .says("Done.")
            .says("Done.")
            .judged(rejected("KEY-1"));

    play.run();

    assertThat(proposals(play))
        .containsExactly(
            Acme.json("{\"definition\": {\"note\": \"left out: a later proposal has it all\"}}"),
            Acme.changes("{\"title\": \"Acme & Sons\"}"),
            second);
  }

  @Test
  void schemas_that_a_later_proposal_does_not_repeat_stay_in_sight() {
    ObjectNode second = Acme.whole("orders", "refunds");
    second.withObject("/schemas").remove("schemas/orders.json");
    Play play =
        new Play(folder)
            .proposes(Acme.whole("orders"))
            .proposes(second)
            .says("Done.")
            .says("Done.")
            .says("Done.")
            .judged(rejected("KEY-1"));

    play.run();

    assertThat(proposals(play).get(0).at("/schemas/schemas~1orders.json")).isEqualTo(Acme.schema());
  }

  @Test
  void a_proposal_that_was_refused_takes_the_place_of_none() {
    ObjectNode refused = Acme.whole("orders", "refunds");
    refused.withObject("/schemas").put("../pom.xml", "x");
    Play play =
        new Play(folder)
            .proposes(Acme.whole("orders"))
            .proposes(refused)
            .says("Done.")
            .says("Done.")
            .says("Done.")
            .judged(rejected("KEY-1"));

    play.run();

    assertThat(proposals(play).get(0)).isEqualTo(Acme.whole("orders"));
    assertThat(play.examined()).hasSize(1);
  }

  @Test
  void several_tools_in_one_answer_have_each_its_result_in_their_order() {
    Play play =
        new Play(folder)
            .says(
                reply(
                    Stop.TOOLS,
                    new Part.Text("Let me look."),
                    call("a", "read_spec", Acme.json("{\"rules\": [\"KEY\"]}")),
                    new Part.MalformedCall("b", "read_spec", "[", "no JSON"),
                    call("c", "nothing", Acme.json("{}")),
                    call("d", "propose_definition", Acme.whole("orders"))))
            .reports(List.of("no refunds"))
            .says("There are none.")
            .judged(accepted());

    play.run();

    Message answered = play.heard().get(2).messages().get(2);
    assertThat(answered.parts())
        .filteredOn(Part.Result.class::isInstance)
        .extracting(it -> ((Part.Result) it).id())
        .containsExactly("a", "b", "c", "d");
  }
}

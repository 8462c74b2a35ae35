package dev.connector.cli.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Message;
import dev.connector.cli.agent.model.Message.Role;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Tool;
import dev.connector.cli.agent.tool.ProposeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was said so far, made shorter where nothing is lost by it. */
final class History {

  private static final String SUPERSEDED = "left out: a later proposal has it all";
  private static final String LEFT_OUT = "[left out to save room; ask again where it is needed]";

  private final String system;
  private final List<Tool> tools;
  private final List<Message> messages = new ArrayList<>();
  private boolean shortened;

  History(String system, List<Tool> tools, String task) {
    this.system = system;
    this.tools = List.copyOf(tools);
    messages.add(Message.user(task));
  }

  Conversation conversation() {
    return new Conversation(system, messages, tools);
  }

  /** A turn of the model and our answer to it. */
  void add(List<Part> said, List<Part> answered) {
    // An empty turn is none to the services; it says nothing all the same.
    List<Part> turn = said.isEmpty() ? List.of(new Part.Text("(nothing)")) : said;
    messages.add(new Message(Role.ASSISTANT, turn));
    messages.add(new Message(Role.USER, answered));
    if (turn.stream().anyMatch(History::isWhole)) {
      replaceBefore(messages.size() - 2, part -> isWhole(part) ? stub((Part.Call) part) : part);
    }
  }

  /** Leaves out what tools gave earlier; false where that was done before. */
  boolean shorten() {
    if (shortened) {
      return false;
    }
    shortened = true;
    replaceBefore(
        messages.size() - 1,
        part ->
            part instanceof Part.Result result
                ? new Part.Result(result.id(), LEFT_OUT, result.failed())
                : part);
    return true;
  }

  private void replaceBefore(int end, UnaryOperator<Part> replacement) {
    for (int i = 1; i < end; i++) {
      Message message = messages.get(i);
      messages.set(
          i, new Message(message.role(), message.parts().stream().map(replacement).toList()));
    }
  }

  private static boolean isWhole(Part part) {
    return part instanceof Part.Call call
        && call.tool().equals(ProposeDefinition.NAME)
        && call.arguments().path("definition").isObject();
  }

  private static Part stub(Part.Call call) {
    ObjectNode arguments = call.arguments().objectNode();
    arguments.putObject("definition").put("note", SUPERSEDED);
    return new Part.Call(call.id(), call.tool(), arguments);
  }
}

package dev.connector.cli.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Message;
import dev.connector.cli.agent.model.Message.Role;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Tool;
import dev.connector.cli.agent.tool.ProposeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
    messages.add(new Message(Role.ASSISTANT, spoken(said)));
    messages.add(new Message(Role.USER, answered));
    Set<String> failed =
        answered.stream()
            .filter(part -> part instanceof Part.Result result && result.failed())
            .map(part -> ((Part.Result) part).id())
            .collect(Collectors.toSet());
    List<Part.Call> taken =
        said.stream()
            .filter(History::isWhole)
            .map(Part.Call.class::cast)
            .filter(call -> !failed.contains(call.id()))
            .toList();
    if (!taken.isEmpty()) {
      Set<String> again = new HashSet<>();
      taken.forEach(
          call -> call.arguments().path("schemas").fieldNames().forEachRemaining(again::add));
      replaceBefore(
          messages.size() - 2, part -> isWhole(part) ? stub((Part.Call) part, again) : part);
    }
  }

  /** An empty turn is none to the services, nor is one of thoughts alone. */
  private static List<Part> spoken(List<Part> said) {
    List<Part> turn =
        new ArrayList<>(
            said.stream()
                .filter(part -> !(part instanceof Part.Text text && text.text().isBlank()))
                .toList());
    if (turn.stream().allMatch(Part.Opaque.class::isInstance)) {
      turn.add(new Part.Text("(nothing)"));
    }
    return turn;
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

  /** Without what the later proposal says again; its schemas are those that changed alone. */
  private static Part stub(Part.Call call, Set<String> again) {
    ObjectNode arguments = call.arguments().objectNode();
    arguments.putObject("definition").put("note", SUPERSEDED);
    if (call.arguments().path("schemas") instanceof ObjectNode schemas) {
      ObjectNode left = schemas.deepCopy();
      left.remove(again);
      if (!left.isEmpty()) {
        arguments.set("schemas", left);
      }
    }
    return new Part.Call(call.id(), call.tool(), arguments);
  }
}

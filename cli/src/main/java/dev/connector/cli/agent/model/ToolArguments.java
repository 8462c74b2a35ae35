package dev.connector.cli.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;

/** Arguments as a model wrote them. */
final class ToolArguments {

  private ToolArguments() {}

  /** The call, whatever is wrong with it. */
  static Part call(String id, String tool, String written) {
    String known = id.isBlank() ? "call_" + UUID.randomUUID() : id;
    if (tool.isBlank()) {
      return new Part.MalformedCall(known, "unknown", written, "The call names no tool.");
    }
    if (written.isBlank()) {
      return new Part.Call(known, tool, Answers.JSON.createObjectNode());
    }
    try {
      JsonNode node = Answers.JSON.readTree(written);
      if (node instanceof ObjectNode object) {
        return new Part.Call(known, tool, object);
      }
      String type = node.getNodeType().name().toLowerCase(Locale.ROOT);
      return malformed(known, tool, written, "not of type " + type);
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
      return malformed(
          known, tool, written, "and these are no JSON: " + e.getOriginalMessage() + " at " + at);
    }
  }

  private static Part malformed(String id, String tool, String written, String why) {
    return new Part.MalformedCall(
        id, tool, written, "The arguments must be one JSON object, " + why + ".");
  }

  /** A call that could not be read, in the form in which every server takes it back. */
  static ObjectNode returned(Part.MalformedCall call) {
    return Answers.JSON.createObjectNode().put("malformed_arguments", call.written());
  }
}

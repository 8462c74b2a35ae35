package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The order in which the events of one command may come. Attempts may come at any time. */
final class Sequence {

  private static final Set<String> READ =
      Set.of("schema", "record", "delete", "checkpoint", "status");

  /** What ends a command that succeeds, by its word; the others just end. */
  private static final Map<String, String> NEEDED =
      Map.of("describe", "result", "call", "result", "webhook", "result", "read", "status");

  private final String word;
  private final String resource;
  private String last = "";

  /**
   * The order for a command.
   *
   * @param resource the one it reads; empty where it reads none
   */
  Sequence(String word, String resource) {
    this.word = word;
    this.resource = resource;
  }

  /** Takes the next event of the command, or says why it cannot come now. */
  void accept(JsonNode event, String line) {
    String type = event.path("type").asText();
    if (type.equals("attempt") || type.equals("error")) {
      return;
    }
    if (type.equals("done")) {
      String needed = NEEDED.getOrDefault(word, "");
      require(last.equals(needed), "a " + word + " is done without its " + needed, line);
      return;
    }
    if (word.equals("read")) {
      require(READ.contains(type), "a read has no " + type, line);
      require(last.isEmpty() == type.equals("schema"), "a read begins with one schema", line);
      require(!last.equals("status"), "nothing comes after the status", line);
      require(event.path("resource").asText().equals(resource), "it is not of " + resource, line);
    } else {
      require(type.equals(NEEDED.get(word)), "a " + word + " has no " + type, line);
      require(last.isEmpty(), "a " + word + " has one result", line);
    }
    last = type;
  }

  private static void require(boolean right, String why, String line) {
    if (!right) {
      throw LineRules.broken(line, why);
    }
  }
}

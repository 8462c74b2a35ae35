package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is said of a tool beside what its command says of itself.
 *
 * @param entry the tool's entry in {@code tools.json}
 * @param hidden the options that are not for assistants, {@code --debug}
 */
record ToolText(JsonNode entry, Set<String> hidden) {

  ToolText {
    Objects.requireNonNull(entry);
    hidden = Set.copyOf(hidden);
  }

  String name() {
    return entry.path("name").asText();
  }

  String title() {
    return entry.path("title").asText();
  }

  String description() {
    return entry.path("description").asText();
  }

  /** The words that call the command, such as {@code registry list}. */
  List<String> command() {
    return List.of(name().split("-"));
  }

  /** One of the hints to the client: readOnly, destructive, idempotent, openWorld. */
  boolean hint(String name) {
    return entry.path("hints").path(name).asBoolean();
  }

  /** Whether it may write into the project, so that nothing else may go on beside it. */
  boolean writes() {
    return entry.path("writes").asBoolean();
  }

  /** The path of the schema of what it gives. */
  String output() {
    return entry.path("output").asText();
  }

  /** Whether the command prints lines of JSON instead of one document. */
  boolean lines() {
    return entry.path("lines").asBoolean();
  }

  /** What is added to an option's schema: a bound, a default. */
  JsonNode bounds(String property) {
    return entry.path("bounds").path(property);
  }

  /** Words of every call that are not the caller's to leave out. */
  List<String> always() {
    return Catalogue.texts(entry.path("always"));
  }

  /** The option whose value may be given as a text instead: its content on standard input. */
  JsonNode text() {
    return entry.path("text");
  }
}

package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A text, read.
 *
 * @param notes what is wrong in it and did not keep it from being read
 */
public record Tree(JsonNode root, List<Note> notes) {

  public Tree {
    notes = List.copyOf(notes);
  }

  /**
   * @param place a JSON Pointer with {@code #} before it
   * @param problem a sentence without full stop
   */
  public record Note(String place, String problem) {}
}

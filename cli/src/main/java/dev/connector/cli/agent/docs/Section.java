package dev.connector.cli.agent.docs;

import java.util.List;
import java.util.Objects;

/**
 * A part of a document that is read at once.
 *
 * @param id the document's id and the part's place in it, {@code d3.7}
 * @param address of the document, with the anchor where there is one
 * @param path the document's title, then the headings down to this part
 * @param text what it says, as Markdown, without its heading
 */
public record Section(String id, String address, List<String> path, String text) {
  public Section {
    Objects.requireNonNull(id);
    Objects.requireNonNull(address);
    path = List.copyOf(path);
    Objects.requireNonNull(text);
  }
}

package dev.connector.cli.agent.docs;

import java.util.List;
import java.util.Objects;

/**
 * A page or a file, as text.
 *
 * @param id {@code d1} for the first that was read
 * @param address its URL, or its path below the folder that was named
 */
public record Document(String id, String address, String title, List<Section> sections) {
  public Document {
    Objects.requireNonNull(id);
    Objects.requireNonNull(address);
    Objects.requireNonNull(title);
    sections = List.copyOf(sections);
  }
}

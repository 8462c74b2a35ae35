package dev.connector.cli.agent.docs;

import java.util.List;
import java.util.Objects;

/**
 * A section that answers a search.
 *
 * @param path the document's title and the headings down to it
 * @param snippet the passage that answers best, on one line
 */
public record Hit(String id, String address, List<String> path, String snippet) {
  public Hit {
    Objects.requireNonNull(id);
    Objects.requireNonNull(address);
    path = List.copyOf(path);
    Objects.requireNonNull(snippet);
  }
}

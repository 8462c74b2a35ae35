package dev.connector.cli.agent.docs;

import java.util.Objects;
import java.util.Optional;

/**
 * A section, and what stands around it in its document.
 *
 * @param previous the id of the section before it, where it is not the first
 * @param next the id of the section after it, where it is not the last
 */
public record Excerpt(Section section, Optional<String> previous, Optional<String> next) {
  public Excerpt {
    Objects.requireNonNull(section);
    Objects.requireNonNull(previous);
    Objects.requireNonNull(next);
  }
}

package dev.connector.registry.workspace.build;

import java.util.List;
import java.util.Objects;

/**
 * A build file with what was missing put in.
 *
 * @param content the whole file afterwards; the very bytes given where nothing was missing
 * @param pieces what was put in, in the order in which it may be taken out again from the last on
 * @param added the libraries among it
 * @param unplaced libraries the user has to add, because the file cannot be edited safely
 * @param advice what else the user should know or do, one sentence each
 */
public record BuildEdit(
    byte[] content,
    List<Piece> pieces,
    List<Dependency> added,
    List<Dependency> unplaced,
    List<String> advice) {

  public BuildEdit {
    Objects.requireNonNull(content);
    pieces = List.copyOf(pieces);
    added = List.copyOf(added);
    unplaced = List.copyOf(unplaced);
    advice = advice.stream().distinct().toList();
  }

  /**
   * One text put in place of another.
   *
   * @param needs what it is there for: {@code group:artifact}, or a word such as {@code surefire}
   * @param removed what stood there; empty for an insertion
   * @param inserted what stands there now
   */
  public record Piece(String needs, String removed, String inserted) {
    public Piece {
      Objects.requireNonNull(needs);
      Objects.requireNonNull(removed);
      Objects.requireNonNull(inserted);
    }
  }
}

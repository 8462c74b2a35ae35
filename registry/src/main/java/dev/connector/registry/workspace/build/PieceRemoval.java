package dev.connector.registry.workspace.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.connector.registry.workspace.build.BuildEdit.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes pieces out of a file that were put in: each that nothing needs any more and that stands
 * there as it was put in. All others, and every other byte, stay.
 */
public final class PieceRemoval {

  /**
   * A file without them.
   *
   * @param kept pieces that are needed, in their order
   * @param taken pieces that are gone from it now
   * @param left pieces that nobody needs, and that are not there as they were put in
   */
  public record Result(byte[] content, List<Piece> kept, List<Piece> taken, List<Piece> left) {
    public Result {
      kept = List.copyOf(kept);
      taken = List.copyOf(taken);
      left = List.copyOf(left);
    }
  }

  /** A piece, and where it was put into the file as it was after the pieces before it. */
  private record Placed(int number, int offset, Piece asWritten) {}

  /** What is there so that tests with JUnit Jupiter run, and goes with it. */
  private static final Set<String> FOR_JUPITER =
      Set.of(
          MavenEditor.SUREFIRE,
          MavenEditor.VINTAGE,
          GradleEditor.LAUNCHER,
          GradleEditor.JUNIT_PLATFORM);

  /** Sections that were made for the pieces in them. */
  private static final Set<String> SECTIONS = Set.of("project", "dependencies", "build", "plugins");

  private final List<Piece> pieces;
  private final boolean[] kept;

  private PieceRemoval(List<Piece> pieces, Predicate<String> needed, boolean jupiter) {
    this.pieces = pieces;
    this.kept = new boolean[pieces.size()];
    boolean anyKept = false;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      String needs = pieces.get(i).needs();
      kept[i] =
          FOR_JUPITER.contains(needs)
              ? jupiter
              : SECTIONS.contains(needs) ? anyKept : needed.test(needs);
      anyKept |= kept[i];
    }
  }

  /**
   * Takes pieces out of a build file.
   *
   * @param pieces in the order in which they were put in
   * @param libraries those that are still needed
   */
  public static Result of(byte[] content, List<Piece> pieces, List<Dependency> libraries) {
    Set<String> keys = new HashSet<>();
    libraries.forEach(library -> keys.add(library.key()));
    boolean jupiter = libraries.stream().anyMatch(MavenEditor::isJupiter);
    return new PieceRemoval(pieces, keys::contains, jupiter).from(content);
  }

  /** Takes pieces out of any other file; a word tells what a piece is needed for. */
  public static Result of(byte[] content, List<Piece> pieces, Predicate<String> needed) {
    return new PieceRemoval(pieces, needed, false).from(content);
  }

  /** Takes all out from the last to the first, and puts those that are needed back in. */
  private Result from(byte[] content) {
    String text = new String(content, ISO_8859_1);
    List<Placed> found = new ArrayList<>();
    List<Piece> left = new ArrayList<>();
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Optional<Placed> place = place(text, i);
      if (place.isPresent()) {
        found.add(0, place.get());
        text = without(text, place.get());
      } else if (!kept[i]) {
        left.add(0, pieces.get(i));
      }
    }
    Layers layers = new Layers(text);
    List<Piece> taken = new ArrayList<>();
    for (Placed placed : found) {
      Piece piece = placed.asWritten();
      boolean stays = kept[placed.number()];
      layers.edit(placed.offset(), piece.removed(), piece.inserted(), stays);
      if (!stays) {
        taken.add(pieces.get(placed.number()));
      }
    }
    List<Piece> staying = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        staying.add(pieces.get(i));
      }
    }
    return new Result(layers.second().getBytes(ISO_8859_1), staying, taken, left);
  }

  private static String without(String text, Placed placed) {
    Piece piece = placed.asWritten();
    return text.substring(0, placed.offset())
        + piece.removed()
        + text.substring(placed.offset() + piece.inserted().length());
  }

  /** Where a piece is: the last place, since new things are put behind what is there. */
  private Optional<Placed> place(String text, int number) {
    Piece piece = pieces.get(number);
    // Version control may have changed line endings.
    String newline = new TextFile(text).lineEnding();
    Piece other =
        new Piece(
            piece.needs(), ending(piece.removed(), newline), ending(piece.inserted(), newline));
    return offset(text, piece)
        .map(offset -> new Placed(number, offset, piece))
        .or(() -> offset(text, other).map(offset -> new Placed(number, offset, other)));
  }

  private static String ending(String text, String newline) {
    return text.replace("\r\n", "\n").replace("\n", newline);
  }

  private static Optional<Integer> offset(String text, Piece piece) {
    String inserted = piece.inserted();
    int from = inserted.isEmpty() ? -1 : text.lastIndexOf(inserted);
    for (; from >= 0; from = text.lastIndexOf(inserted, from - 1)) {
      boolean half = inserted.startsWith("\n") && from > 0 && text.charAt(from - 1) == '\r';
      if (!half && endsThere(text.substring(from + inserted.length()), piece)) {
        return Optional.of(from);
      }
    }
    return Optional.empty();
  }

  /** Whether nothing has been written onto the end of a piece, which would lose its beginning. */
  private static boolean endsThere(String rest, Piece piece) {
    String inserted = piece.inserted();
    String tail = inserted.substring(inserted.stripTrailing().length());
    if (inserted.isBlank() || !"\r\n".contains(inserted.substring(0, 1))) {
      return !inserted.isBlank();
    }
    if (tail.isEmpty()) {
      int end = rest.indexOf('\n');
      String line = (end < 0 ? rest : rest.substring(0, end)).strip();
      return line.isEmpty() || closes(line);
    }
    // The last of a block of one line ends with what comes before the end of the block.
    return !piece.needs().contains(":") || closes(rest);
  }

  private static boolean closes(String rest) {
    return rest.startsWith("}") || rest.startsWith("</");
  }
}

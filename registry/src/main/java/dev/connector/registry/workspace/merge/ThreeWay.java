package dev.connector.registry.workspace.merge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * One file in three versions: as it was installed, as the user has it, as its origin has it now. An
 * absent version is a file that is not there.
 *
 * <p>Lines are merged as git merges them. The user's line endings are kept, and line endings alone
 * are no edit. Contents are bytes, whatever their encoding.
 *
 * @param base as installed
 * @param ours as the user has it
 * @param theirs as its origin has it now
 */
public record ThreeWay(Optional<byte[]> base, Optional<byte[]> ours, Optional<byte[]> theirs) {

  /** What a line that marks an overlap begins with, for the user's side. */
  public static final String OURS = "<<<<<<< ";

  /** What a line that marks an overlap begins with, for the origin's side. */
  public static final String THEIRS = ">>>>>>> ";

  /** How the user's side is named in a marked overlap. */
  public static final String YOURS = "yours";

  public ThreeWay {
    Objects.requireNonNull(base);
    Objects.requireNonNull(ours);
    Objects.requireNonNull(theirs);
  }

  /** What became of a file. */
  public enum Outcome {
    /** The user's version stands, and says all that the origin's says. */
    KEPT,
    /** The origin's version, since the user changed nothing. */
    TAKEN,
    /** Both sides' changes. */
    MERGED,
    /** Both changed the same lines, which are marked. */
    OVERLAP,
    /** Both changed it and it is no text: the user's version stands. */
    NOT_TEXT,
    /** The user removed it and the origin changed it: it stays away. */
    REMOVED_HERE,
    /** The origin removed it and the user changed it: the user's version stands. */
    REMOVED_THERE
  }

  /**
   * The end of it.
   *
   * @param content what is to be there; empty where no file is to be
   */
  public record Merged(Outcome outcome, Optional<byte[]> content) {
    public Merged {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(content);
    }
  }

  /**
   * Merges.
   *
   * @param origin how the origin's side is called in a marked overlap ({@code hubspot 1.2.0})
   */
  public Merged merged(String origin) {
    if (same(ours, theirs) || same(base, theirs)) {
      return new Merged(Outcome.KEPT, ours);
    }
    if (same(base, ours)) {
      return new Merged(Outcome.TAKEN, theirs.map(this::asOurs));
    }
    if (ours.isEmpty()) {
      return new Merged(Outcome.REMOVED_HERE, ours);
    }
    if (theirs.isEmpty()) {
      return new Merged(Outcome.REMOVED_THERE, ours);
    }
    return lines(ours.get(), theirs.get(), origin);
  }

  private Merged lines(byte[] mine, byte[] other, String origin) {
    byte[] common = base.orElse(new byte[0]);
    if (RawText.isBinary(common) || RawText.isBinary(mine) || RawText.isBinary(other)) {
      return new Merged(Outcome.NOT_TEXT, ours);
    }
    LineEndings endings = LineEndings.of(mine);
    MergeResult<RawText> result =
        new MergeAlgorithm(new HistogramDiff())
            .merge(
                RawTextComparator.DEFAULT,
                text(common, endings),
                text(mine, endings),
                text(other, endings));
    byte[] written = endings.written(formatted(result, origin));
    return new Merged(
        result.containsConflicts() ? Outcome.OVERLAP : Outcome.MERGED, Optional.of(written));
  }

  private static RawText text(byte[] content, LineEndings endings) {
    return new RawText(endings == LineEndings.MIXED ? content : LineEndings.unix(content));
  }

  private static byte[] formatted(MergeResult<RawText> result, String origin) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(out, result, List.of("installed", YOURS, origin), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private byte[] asOurs(byte[] content) {
    return ours.map(mine -> LineEndings.of(mine).written(content)).orElse(content);
  }

  private static boolean same(Optional<byte[]> left, Optional<byte[]> right) {
    return left.isPresent() && right.isPresent()
        ? LineEndings.same(left.get(), right.get())
        : left.isEmpty() && right.isEmpty();
  }
}

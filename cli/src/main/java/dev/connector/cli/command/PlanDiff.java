package dev.connector.cli.command;

import dev.connector.registry.workspace.change.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The contents of a change as a unified diff, which {@code patch} and {@code git apply} read. */
final class PlanDiff {

  private static final String NOTHING = "/dev/null";

  private PlanDiff() {}

  static String of(Change change) {
    byte[] before = change.before().orElse(new byte[0]);
    byte[] after = change.after().orElse(new byte[0]);
    String from = change.before().isPresent() ? "a/" + change.path() : NOTHING;
    String to = change.after().isPresent() ? "b/" + change.path() : NOTHING;
    if (RawText.isBinary(before) || RawText.isBinary(after)) {
      return "Binary files " + from + " and " + to + " differ\n";
    }
    return "--- " + from + "\n+++ " + to + "\n" + hunks(new RawText(before), new RawText(after));
  }

  private static String hunks(RawText before, RawText after) {
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(edits, before, after);
      formatter.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}

package dev.connector.registry.contribute;

import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.rules.Agreement;
import dev.connector.spec.rules.Chapter;
import dev.connector.spec.rules.Figures;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a pull request says: what changed, and how the connector does by the rules. */
public final class PullRequestBody {

  /** Forges take no text of any length. */
  private static final int SHOWN = 100;

  private PullRequestBody() {}

  /**
   * The text, in Markdown.
   *
   * @param version the connector's
   * @param reports on the definition, and on the code
   */
  public static String of(
      Contribution contribution, String version, List<Chapter> chapters, List<Report> reports) {
    StringBuilder text = new StringBuilder();
    text.append('`').append(contribution.name()).append("` ").append(version).append("\n\n");
    text.append("| file | change |\n|---|---|\n");
    List<Change> changes = contribution.changes();
    for (Change change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      text.append("| `").append(plain(change.path())).append("` | ");
      text.append(word(change)).append(" |\n");
    }
    if (changes.size() > SHOWN) {
      text.append("\nand ").append(changes.size() - SHOWN).append(" more.\n");
    }
    contribution
        .taught()
        .ifPresent(
            it ->
                text.append("\nWith a lesson, `")
                    .append(plain(it.change().path()))
                    .append("`: ")
                    .append(escaped(it.lesson().title()))
                    .append("\n"));
    if (changes.stream().anyMatch(it -> it.path().equals(InferenceCase.FILE))) {
      text.append("\n`").append(InferenceCase.FILE);
      text.append("` holds what inference had got wrong, as a case to score it with.\n");
    }
    if (!reports.isEmpty()) {
      text.append("\n### Conformance\n\n");
      row(text, "", reports, report -> report.subject().variant());
      text.append("|---|").append("---|".repeat(reports.size())).append('\n');
      for (Chapter chapter : chapters) {
        if (!reports.get(0).findings(chapter).isEmpty()) {
          row(text, chapter.title(), reports, report -> kept(report.figures(chapter)));
        }
      }
      row(
          text,
          "**agrees with its definition**",
          reports,
          report -> report.figures(Agreement.DEFINITION).toString());
      row(
          text,
          "**agrees with the evidence**",
          reports,
          report -> report.figures(Agreement.EVIDENCE).toString());
      row(
          text,
          "**verdict**",
          reports,
          report -> report.verdict() == Verdict.PASSED ? "passed" : "failed");
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text, String title, List<Report> reports, Function<Report, String> cell) {
    text.append("| ").append(title).append(" | ");
    text.append(
        reports.stream().map(cell).map(PullRequestBody::plain).collect(Collectors.joining(" | ")));
    text.append(" |\n");
  }

  private static String kept(Figures figures) {
    return figures.applicable() == 0
        ? "does not apply"
        : figures.kept() + " of " + figures.applicable() + " kept";
  }

  /** A text that is nothing but text, whatever it holds. */
  private static String escaped(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} .,:;()'-]", " ");
  }

  /** A text that cannot leave its cell. */
  private static String plain(String text) {
    return text.replaceAll("[|`\\p{Cntrl}]", " ");
  }

  private static String word(Change change) {
    return change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed";
  }
}

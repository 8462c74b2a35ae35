package dev.connector.cli.agent.brief;

import dev.connector.cli.agent.docs.Section;
import java.util.regex.Pattern;

/** A section of the documentation as a model sees it: marked as what it is, with its id. */
public final class DocsText {

  private static final Pattern END = Pattern.compile("(?i)<\\s*/\\s*section");

  private DocsText() {}

  /** The section with its id and where it stands. */
  public static String of(Section section) {
    return "<section id=\"%s\" title=\"%s\">%n%s%n</section>"
        .formatted(
            section.id(),
            String.join(" > ", section.path()).replace("\"", "'"),
            // What is quoted cannot end the quotation.
            END.matcher(section.text()).replaceAll("< /section").strip());
  }
}

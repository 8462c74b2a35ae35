package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.List;

/** The table of contents of a documentation, as deep as there is room for. */
final class Outline {

  private static final int DEEPEST = 4;
  private static final int LONGEST_HEADING = 80;

  private Outline() {}

  /** At most so many characters; what is left out is counted at the end. */
  static String of(List<Document> documents, int maxCharacters) {
    for (int depth = DEEPEST; depth >= 0; depth--) {
      List<String> lines = lines(documents, depth);
      if (lines.stream().mapToInt(line -> line.length() + 1).sum() <= maxCharacters) {
        return String.join("\n", lines);
      }
    }
    return cut(lines(documents, 0), maxCharacters);
  }

  private static List<String> lines(List<Document> documents, int depth) {
    List<String> lines = new ArrayList<>();
    for (Document document : documents) {
      lines.add(
          document.id() + " " + shortened(document.title()) + " (" + document.address() + ")");
      List<String> previous = List.of();
      for (Section section : document.sections()) {
        List<String> path = section.path();
        int level = path.size() - 1;
        if (level > 0 && level <= depth && !path.equals(previous)) {
          lines.add("  ".repeat(level) + section.id() + " " + shortened(path.get(level)));
        }
        previous = path;
      }
    }
    return lines;
  }

  private static String cut(List<String> lines, int maxCharacters) {
    StringBuilder outline = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      String rest = "and " + (lines.size() - i) + " more documents, which a search finds";
      int needed = lines.get(i).length() + 1 + (last ? 0 : rest.length());
      if (outline.length() + needed > maxCharacters) {
        boolean room = outline.length() + rest.length() <= maxCharacters;
        return outline.append(room ? rest : "").toString();
      }
      outline.append(lines.get(i)).append('\n');
    }
    return outline.toString().stripTrailing();
  }

  private static String shortened(String heading) {
    int end = Math.min(heading.length(), LONGEST_HEADING);
    return heading.length() > end ? heading.substring(0, end) + "..." : heading;
  }
}

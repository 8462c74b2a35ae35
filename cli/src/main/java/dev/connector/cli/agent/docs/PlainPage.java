package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.List;

/** Plain text, and data that is shown as it is. */
final class PlainPage {

  private PlainPage() {}

  /** Paragraphs as they are. */
  static Page read(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : Invisible.removed(text).split("\\n[ \\t]*\\n")) {
      if (!paragraph.isBlank()) {
        blocks.add(new Block.Text(paragraph.stripTrailing(), false));
      }
    }
    return Page.of(blocks);
  }

  /** JSON, YAML and their like. */
  static Page data(String language, String text) {
    String visible = Invisible.removed(text).strip();
    return Page.of(visible.isEmpty() ? List.of() : List.of(new Block.Code(language, visible)));
  }
}

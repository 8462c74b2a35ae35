package dev.connector.cli.agent.docs;

import java.util.Objects;

/** A piece of a document: what sections are made of. */
sealed interface Block {

  /** As Markdown. */
  String markdown();

  /**
   * @param level 1 for the uppermost
   * @param anchor the fragment that leads to it; empty where there is none
   */
  record Heading(int level, String text, String anchor) implements Block {
    public Heading {
      Objects.requireNonNull(text);
      Objects.requireNonNull(anchor);
    }

    @Override
    public String markdown() {
      return "#".repeat(level) + " " + text;
    }
  }

  /**
   * A paragraph, a table, or an item of a list.
   *
   * @param item whether it stands in a list
   */
  record Text(String markdown, boolean item) implements Block {
    public Text {
      Objects.requireNonNull(markdown);
    }
  }

  /** Code, exactly as it was written. */
  record Code(String language, String text) implements Block {
    public Code {
      Objects.requireNonNull(language);
      Objects.requireNonNull(text);
    }

    @Override
    public String markdown() {
      String fence = "```";
      while (text.contains(fence)) {
        fence += "`";
      }
      return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
    }
  }
}

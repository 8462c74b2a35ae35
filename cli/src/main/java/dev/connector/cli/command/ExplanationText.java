package dev.connector.cli.command;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.scaffold.infer.assembly.Explanation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import java.util.Locale;

/** Tells a person why a definition is as it is: each fact, how sure it is, and what said so. */
final class ExplanationText {

  private final Terminal terminal;

  ExplanationText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Explanation explanation) {
    print(explanation, "");
  }

  private void print(Explanation explanation, String indent) {
    terminal.print(indent + terminal.styled(Style.STRONG, Text.visible(explanation.subject())));
    String inner = indent + Terminal.INDENT;
    for (Explanation.Statement statement : explanation.statements()) {
      lines(
          inner,
          statement.what() + ": " + statement.value() + " (" + word(statement.confidence()) + ")",
          style(statement.confidence()));
      for (Evidence evidence : statement.evidence()) {
        lines(
            inner + Terminal.INDENT,
            "because " + evidence.says() + ", at " + evidence.place(),
            Style.FAINT);
      }
      if (!statement.alternatives().isEmpty()) {
        lines(
            inner + Terminal.INDENT,
            "or " + String.join(", or ", statement.alternatives()),
            Style.FAINT);
      }
    }
    explanation.parts().forEach(part -> print(part, inner));
  }

  private void lines(String indent, String text, Style style) {
    int columns = Math.max(20, terminal.capabilities().width() - indent.length());
    for (String line : Text.wrap(Text.visible(text), columns)) {
      terminal.print(indent + terminal.styled(style, line));
    }
  }

  static String word(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private static Style style(Confidence confidence) {
    return confidence == Confidence.UNSURE ? Style.CAUTION : Style.PLAIN;
  }
}

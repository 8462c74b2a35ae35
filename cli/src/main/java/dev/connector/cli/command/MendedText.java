package dev.connector.cli.command;

import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.change.Mended;

/** Says how an interrupted operation was brought to an end. */
final class MendedText {

  private MendedText() {}

  static String of(Mended mended) {
    String end =
        switch (mended.outcome()) {
          case FINISHED -> "finished it";
          case UNDONE -> "took it back";
        };
    String left =
        mended.leftAlone().isEmpty()
            ? ""
            : "; left alone what was changed since: " + String.join(", ", mended.leftAlone());
    return Text.visible(
        "\"" + mended.operation().title() + "\" had been interrupted here; " + end + left);
  }
}

package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says how an interrupted operation was brought to an end. */
final class MendedText {

  private MendedText() {}

  /** Brings what was interrupted in a folder to its end, and tells a person. */
  static Optional<Mended> mend(Environment environment, Path directory) {
    Optional<Mended> mended =
        Files.isDirectory(directory.resolve(ProjectTree.FOLDER))
            ? ProjectTree.at(directory).mend()
            : Optional.empty();
    mended.ifPresent(it -> environment.terminal().note("note:  " + of(it)));
    return mended;
  }

  /** The same for a program. */
  static ObjectNode document(Mended mended) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", mended.operation().title())
        .put("outcome", mended.outcome().name().toLowerCase(Locale.ROOT));
    mended.leftAlone().forEach(node.putArray("leftAlone")::add);
    return node;
  }

  private static String of(Mended mended) {
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

package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.ConnectorException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/**
 * Tells failures, all in one form: {@code error:} and {@code hint:} on standard error, and with
 * {@code --json} a document on standard output too, so that there is always one.
 */
final class Failures {

  private final Terminal terminal;
  private final boolean debug;
  private final boolean json;

  Failures(Environment environment, boolean debug, boolean json) {
    this.terminal = environment.terminal();
    this.debug = debug;
    this.json = json;
  }

  /** Tells the failure and gives the exit code for it. */
  int report(Throwable failure) {
    ConnectorException told =
        failure instanceof ConnectorException known ? known : unexpected(failure);
    ExitCode code = ExitCode.of(told.kind());
    terminal.note(line(Style.BAD, "error:", told.getMessage()));
    if (!told.hint().isEmpty()) {
      terminal.note(line(Style.STRONG, "hint: ", told.hint()));
    }
    if (debug) {
      terminal.note(trace(failure));
    }
    if (json) {
      terminal.printDocument(Json.print(document(told, code)));
    }
    return code.number();
  }

  static ConnectorException unwritten() {
    return new ConnectorException(
        ConnectorException.Kind.FAILED, "the output could not be written completely", "");
  }

  private static ConnectorException unexpected(Throwable failure) {
    String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        "unexpected " + failure.getClass().getSimpleName() + detail,
        "run again with --debug to see where it comes from",
        failure);
  }

  private String line(Style style, String label, String text) {
    List<String> lines = text.lines().map(Text::visible).toList();
    return terminal.styledNote(style, label) + " " + String.join("\n       ", lines);
  }

  private static ObjectNode document(ConnectorException told, ExitCode code) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("error")
        .put("kind", told.kind().name().toLowerCase(Locale.ROOT))
        .put("exitCode", code.number())
        .put("message", told.getMessage())
        .put("hint", told.hint());
    return document;
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().stripTrailing();
  }
}

package dev.connector.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.settings.Redactor;
import dev.connector.spec.conformance.mock.Watcher;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.util.Set;

/**
 * A line on standard error for each request to a mock API: status, method, path, what it was for,
 * and why it was refused. Whoever sends a real credential by mistake does not find it here.
 */
final class RequestLog implements Watcher {

  private static final int REFUSED = 400;
  private static final int LONGEST_PATH = 200;

  private final Terminal terminal;
  private final Redactor redactor = new Redactor(Set.of());

  RequestLog(Environment environment) {
    this.terminal = environment.terminal();
  }

  @Override
  public synchronized void answered(SeenRequest request, Reply reply) {
    boolean refused = reply.status() >= REFUSED;
    String status =
        terminal.styledNote(refused ? Style.BAD : Style.GOOD, Integer.toString(reply.status()));
    String path = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
    String purpose = request.operation().isEmpty() ? "not in the definition" : request.operation();
    terminal.note(
        status
            + "  "
            + Text.visible(request.method())
            + " "
            + Text.visible(Text.shorten(redactor.redact(path), LONGEST_PATH))
            + "  "
            + terminal.styledNote(Style.FAINT, purpose)
            + (refused ? "  " + Text.visible(reason(reply)) : ""));
  }

  private static String reason(Reply reply) {
    try {
      return Json.parse(reply.body()).path("message").asText("");
    } catch (JsonProcessingException noJson) {
      return "";
    }
  }
}

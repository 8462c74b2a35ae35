package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ModelServer} answers, whichever format it is asked in.
 *
 * @param stop as the format says it; empty for what the parts amount to
 * @param raw the body instead of all that, as it goes over the wire
 * @param streamed whether in events, where the request asks for it
 */
public record Answer(
    List<Part> parts,
    Optional<Reply.Stop> stop,
    Reply.Usage usage,
    Optional<Raw> raw,
    boolean streamed,
    Fault fault) {

  /** Bytes of the test's own. */
  public record Raw(int status, List<String> headers, String body) {}

  /** What happens to the answer on its way. */
  public enum Fault {
    NONE,
    /** The connection ends before the answer began. */
    NO_ANSWER,
    /** The connection ends in the middle of the answer. */
    CUT,
    /** The answer ends in the middle, and the connection in good order. */
    HALF,
    /** Nothing comes. */
    SILENCE,
    /** It comes byte by byte, without end. */
    TRICKLE
  }

  public static Answer text(String text) {
    return of(List.of(new Part.Text(text)));
  }

  /** A call of a tool; {@link #and} adds others. */
  public static Answer call(String tool, ObjectNode arguments) {
    return of(List.of(new Part.Call("", tool, arguments)));
  }

  /** A call whose arguments are sent just as written. */
  public static Answer malformedCall(String tool, String written) {
    return of(List.of(new Part.MalformedCall("", tool, written, "")));
  }

  public static Answer of(List<Part> parts) {
    return new Answer(
        parts, Optional.empty(), new Reply.Usage(20, 5, 7), Optional.empty(), true, Fault.NONE);
  }

  /** A failure with its headers, such as {@code "retry-after: 2"}. */
  public static Answer status(int status, String body, String... headers) {
    Raw raw = new Raw(status, List.of(headers), body);
    return new Answer(
        List.of(), Optional.empty(), Reply.Usage.NONE, Optional.of(raw), false, Fault.NONE);
  }

  /** A failure such as both formats have it. */
  public static Answer error(int status, String type, String message, String... headers) {
    ObjectNode body = Answers.JSON.createObjectNode().put("type", "error");
    body.putObject("error").put("type", type).put("code", type).put("message", message);
    return status(status, body.toString(), headers);
  }

  /** A stream with these data lines. */
  public static Answer events(String... data) {
    StringBuilder body = new StringBuilder();
    for (String line : data) {
      body.append("data: ").append(line).append("\n\n");
    }
    return status(200, body.toString(), "content-type: text/event-stream");
  }

  public Answer and(Answer other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Answer(all, stop, usage, raw, streamed, fault);
  }

  public Answer stopped(Reply.Stop why) {
    return new Answer(parts, Optional.of(why), usage, raw, streamed, fault);
  }

  public Answer whole() {
    return new Answer(parts, stop, usage, raw, false, fault);
  }

  public Answer but(Fault other) {
    return new Answer(parts, stop, usage, raw, streamed, other);
  }
}

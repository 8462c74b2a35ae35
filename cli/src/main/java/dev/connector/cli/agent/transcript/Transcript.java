package dev.connector.cli.agent.transcript;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.cli.agent.tool.Redaction;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The record of a run, written line by line as it goes, and what an earlier record remembers of it.
 * Secrets are taken out of what is written.
 */
public final class Transcript {

  private final Path file;
  private final Redaction redaction;
  private final Recording earlier;

  private Transcript(Path file, Redaction redaction, Recording earlier) {
    this.file = file;
    this.redaction = redaction;
    this.earlier = earlier;
  }

  /**
   * Begins a record.
   *
   * @param earlier what is repeated of another run; {@link Recording#none} for a new one
   * @param begin all that the run began with
   */
  public static Transcript begin(
      Path file, Redaction redaction, Recording earlier, ObjectNode begin) {
    Transcript transcript = new Transcript(file, redaction, earlier);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    transcript.write(Lines.begin(begin));
    return transcript;
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** What the model said next in the run that is repeated. */
  public Optional<Reply> nextReply() {
    return earlier.nextReply();
  }

  /** What a tool gave then. */
  public Optional<Answer> result(Part.Call call) {
    return earlier.result(call);
  }

  /** What the documentation showed then. */
  public Optional<Example> example(String section, int block) {
    return earlier.example(section, block);
  }

  /** The documentation shows an exchange that was asked for. */
  public void shown(String section, int block, Example example) {
    write(Lines.example(section, block, example));
  }

  /** The model answered. */
  public void replied(Reply reply, Duration waited) {
    write(Lines.reply(reply, waited));
  }

  /** A tool was used. */
  public void used(Part.Call call, Answer answer) {
    write(Lines.result(call, answer));
  }

  /** A draft was examined. */
  public void examined(boolean accepted, String summary, List<String> findings) {
    write(Lines.examined(accepted, summary, findings));
  }

  /** The run ended. */
  public void ended(ObjectNode end) {
    write(Lines.end(end));
  }

  private void write(ObjectNode line) {
    // What a line is and how an answer ended is ours to say, whatever secrets there are.
    ObjectNode redacted = line.objectNode();
    line.properties()
        .forEach(
            it ->
                redacted.set(
                    it.getKey(),
                    Lines.OURS.contains(it.getKey())
                        ? it.getValue()
                        : redaction.of(it.getValue())));
    String text = redacted + "\n";
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static ConnectorException unwritable(Path file, IOException cause) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        "the transcript " + file + " cannot be written",
        "name another file: --transcript <file>",
        cause);
  }
}

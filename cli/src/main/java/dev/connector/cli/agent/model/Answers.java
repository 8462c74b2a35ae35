package dev.connector.cli.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.AnswerException.Flaw;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * The JSON objects that an answer consists of: one for each server-sent event, or a single one from
 * a server that does not stream. Read in place, so that the time limit of the call holds for it.
 */
final class Answers {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final long LARGEST = 32L << 20;
  private static final String DONE = "[DONE]";

  private final BufferedSource source;
  private boolean some;
  private boolean done;

  Answers(BufferedSource source) {
    this.source = source;
  }

  /** The source, which fails when more comes than any answer has. */
  static BufferedSource bounded(Source source) {
    return Okio.buffer(
        new ForwardingSource(source) {
          private long total;

          @Override
          public long read(Buffer sink, long count) throws IOException {
            long read = super.read(sink, count);
            total += Math.max(read, 0);
            if (total > LARGEST) {
              throw new AnswerException(Flaw.TOO_LARGE);
            }
            return read;
          }
        });
  }

  /** The one object that the whole answer is, where it is no stream. */
  Optional<ObjectNode> whole() throws IOException {
    while (source.request(1) && Character.isWhitespace(source.getBuffer().getByte(0))) {
      source.skip(1);
    }
    boolean object = source.request(1) && source.getBuffer().getByte(0) == '{';
    return object ? Optional.of(parsed(source.readUtf8())) : Optional.empty();
  }

  /** The next event's data; empty at the end of the stream. */
  Optional<ObjectNode> next() throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
      if (line.startsWith("data:")) {
        data.append(data.length() == 0 ? "" : "\n").append(line.substring(5).stripLeading());
        done |= data.toString().equals(DONE);
      } else if (line.isEmpty() && data.length() > 0) {
        some = true;
        if (!done) {
          return Optional.of(parsed(data.toString()));
        }
        data.setLength(0);
      }
    }
    if (!some && !done) {
      throw new AnswerException(Flaw.FORMAT);
    }
    return Optional.empty(); // an event that is not ended by an empty line has not arrived
  }

  /** Whether the stream has said that it is over. */
  boolean done() {
    return done;
  }

  private static ObjectNode parsed(String text) throws AnswerException {
    try {
      JsonNode node = JSON.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // Said below, without the text: it may be anything.
    }
    throw new AnswerException(Flaw.FORMAT);
  }
}

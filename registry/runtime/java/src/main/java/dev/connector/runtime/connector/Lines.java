package dev.connector.runtime.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lines of JSON, each whole whatever the number of threads that write. A line that is not put out
 * at once is within a few milliseconds, so that nobody waits for one that is kept here. Writing
 * blocks while the other side does not read.
 */
final class Lines implements AutoCloseable {

  /** How long a line waits for others. */
  private static final long PATIENCE_MILLIS = 5;

  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private final OutputStream out;
  private boolean waiting;
  private boolean closed;
  private boolean lost;

  Lines(OutputStream out) {
    this.out = new BufferedOutputStream(out, 16 * 1024);
    Thread flusher = new Thread(this::flushWaiting, "connector-output");
    flusher.setDaemon(true);
    flusher.start();
  }

  /**
   * Writes a line; false where the other side is gone.
   *
   * @param now whether it is put out at once
   */
  boolean write(JsonNode line, boolean now) {
    return write(bytes(line), now);
  }

  private synchronized boolean write(byte[] line, boolean now) {
    if (lost) {
      return false;
    }
    try {
      out.write(line);
      out.write('\n');
      if (now) {
        out.flush();
        waiting = false;
      } else if (!waiting) {
        waiting = true;
        notifyAll();
      }
    } catch (IOException gone) {
      lost = true;
    }
    return !lost;
  }

  private static byte[] bytes(JsonNode line) {
    try {
      return JSON.writeValueAsBytes(line);
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "a value cannot be written as JSON", e);
    }
  }

  private void flushWaiting() {
    try {
      while (awaitLine()) {
        Thread.sleep(PATIENCE_MILLIS);
        flush();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean awaitLine() throws InterruptedException {
    while (!waiting && !closed) {
      wait();
    }
    return !closed;
  }

  private synchronized void flush() {
    try {
      if (!lost && waiting) {
        out.flush();
      }
    } catch (IOException gone) {
      lost = true;
    }
    waiting = false;
  }

  /** Puts out what is left; the stream below stays open. */
  @Override
  public synchronized void close() {
    flush();
    closed = true;
    notifyAll();
  }
}

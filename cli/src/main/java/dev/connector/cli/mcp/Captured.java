package dev.connector.cli.mcp;

import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal at which nobody sits: what a command prints is kept, up to a bound. */
final class Captured {

  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Kept output = new Kept();
  private final Kept error = new Kept();
  private final Terminal terminal;

  /** A terminal whose input is this text. */
  Captured(String document) {
    terminal =
        new Terminal(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            new PrintStream(output, false, StandardCharsets.UTF_8),
            new PrintStream(error, false, StandardCharsets.UTF_8),
            Capabilities.none());
  }

  Terminal terminal() {
    return terminal;
  }

  /** The result. */
  String output() {
    terminal.flush();
    return output.text();
  }

  /** What was said beside it. */
  String notes() {
    terminal.flush();
    return error.text();
  }

  /** Whether more was printed than is kept. */
  boolean cut() {
    return output.full;
  }

  /** Keeps bytes; when there are too many, fails as a pipe does that nobody reads any more. */
  private static final class Kept extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean full;

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] some, int offset, int length) throws IOException {
      if (full || bytes.size() + length > MOST_BYTES) {
        full = true;
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      bytes.write(some, offset, length);
    }

    private synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}

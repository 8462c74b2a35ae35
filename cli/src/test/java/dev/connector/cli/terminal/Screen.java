package dev.connector.cli.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that is no terminal: what is typed is given, what is printed is kept. */
public final class Screen {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Noticed error = new Noticed();
  private final Terminal terminal;

  private Screen(Capabilities capabilities, InputStream typed) {
    terminal =
        new Terminal(
            typed,
            StandardCharsets.UTF_8,
            new PrintStream(output, false, StandardCharsets.UTF_8),
            new PrintStream(error, false, StandardCharsets.UTF_8),
            capabilities);
  }

  /** Streams that lead to pipes. */
  public static Screen none() {
    return new Screen(Capabilities.none(), InputStream.nullInputStream());
  }

  /** A person at a terminal of 80 columns with colours, who types these lines. */
  public static Screen with(String... typed) {
    return of(new Capabilities(true, true, true, true, true, 80), typed);
  }

  /** A terminal of another kind. */
  public static Screen of(Capabilities capabilities, String... typed) {
    String lines = String.join("\n", typed) + (typed.length > 0 ? "\n" : "");
    return new Screen(
        capabilities, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** Streams that lead to pipes, into one of which somebody writes. */
  public static Screen reading(InputStream typed) {
    return new Screen(Capabilities.none(), typed);
  }

  public Terminal terminal() {
    return terminal;
  }

  /** What was printed to standard output. */
  public String output() {
    terminal.flush();
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Waits until standard error shows this, a group of which is given back. */
  public String awaitError(Pattern expected) throws InterruptedException {
    return error.await(expected);
  }

  /** Bytes that somebody may be waiting for. */
  private static final class Noticed extends ByteArrayOutputStream {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      notifyAll();
    }

    synchronized String await(Pattern expected) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE;
      Matcher found = expected.matcher(toString(StandardCharsets.UTF_8));
      while (!found.find()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError(expected + " never came; there is: " + this);
        }
        wait(left);
        found = expected.matcher(toString(StandardCharsets.UTF_8));
      }
      return found.group(1);
    }
  }

  /** What was printed to standard error. */
  public String error() {
    terminal.flush();
    return error.toString(StandardCharsets.UTF_8);
  }
}

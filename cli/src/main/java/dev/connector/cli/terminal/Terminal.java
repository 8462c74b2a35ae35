package dev.connector.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The process's three streams: results go to standard output, everything else to standard error.
 *
 * <p>Control characters in what is printed are made visible, since much of it comes from
 * registries.
 */
public final class Terminal {

  /** Before everything that stands below a heading. */
  public static final String INDENT = "  ";

  private final InputStream bytes;
  private final BufferedReader input;
  private final PrintStream output;
  private final PrintStream error;
  private final Capabilities capabilities;
  private final Set<Runnable> interrupted = ConcurrentHashMap.newKeySet();
  private volatile Consumer<String> listener = message -> {};
  private int progressLength;

  /**
   * A terminal over the given streams.
   *
   * @param charset of what people type
   */
  public Terminal(
      InputStream input,
      Charset charset,
      PrintStream output,
      PrintStream error,
      Capabilities capabilities) {
    this.bytes = input;
    this.input = new BufferedReader(new InputStreamReader(input, charset));
    this.output = Objects.requireNonNull(output);
    this.error = Objects.requireNonNull(error);
    this.capabilities = Objects.requireNonNull(capabilities);
  }

  /** Tells a program what is going on, which people see on a screen. */
  public void onProgress(Consumer<String> listener) {
    this.listener = Objects.requireNonNull(listener);
  }

  /** Has something done when whoever is at this terminal stops the command. */
  public void onInterrupt(Runnable action) {
    interrupted.add(action);
  }

  /** Takes that back. */
  public void offInterrupt(Runnable action) {
    interrupted.remove(action);
  }

  /** Stops what listens, as Ctrl-C does where there is a person. */
  public void interrupt() {
    interrupted.forEach(Runnable::run);
  }

  /** What the streams can do. */
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Whether a person is there to answer: input and the stream of questions are a screen. */
  public boolean interactive() {
    return capabilities.input() && capabilities.error();
  }

  /** Prints a line of the result. */
  public void print(String line) {
    clearProgress();
    output.print(line);
    output.print('\n');
  }

  /** Prints a document for programs, in UTF-8 whatever the locale. */
  public void printDocument(String json) {
    clearProgress();
    output.writeBytes((json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes of the result, such as lines of JSON, which may stay in a buffer. */
  public void write(byte[] bytes) {
    clearProgress();
    output.writeBytes(bytes);
  }

  /** Puts out what is buffered of the result; whether all of it was taken so far. */
  public boolean flushOutput() {
    return !output.checkError();
  }

  /** Whether the result was not taken because its reader went away. */
  public boolean readerGone() {
    return output instanceof StandardStream stream && stream.readerGone();
  }

  /** Prints a line about the work, beside the result. */
  public void note(String line) {
    clearProgress();
    error.print(line);
    error.print('\n');
    error.flush();
  }

  /** Prints a heading of the result, and below it lines that break where the screen ends. */
  public void section(String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    print("");
    print(styled(Style.STRONG, Text.visible(heading)));
    for (String line : lines) {
      Text.wrap(Text.visible(line), textWidth() - INDENT.length())
          .forEach(it -> print(INDENT + it));
    }
  }

  /** Columns for running text: those of the screen, but no more than are good to read. */
  public int textWidth() {
    return Math.min(capabilities.width(), Capabilities.USUAL_WIDTH);
  }

  /** Text in a style, if standard output shows it. */
  public String styled(Style style, String text) {
    return style.apply(text, capabilities.output() && capabilities.colours());
  }

  /** Text in a style, if standard error shows it. */
  public String styledNote(Style style, String text) {
    return style.apply(text, capabilities.error() && capabilities.colours());
  }

  /** Shows what is going on, on a screen only; the next line or message replaces it. */
  public void progress(String message) {
    listener.accept(message);
    if (!capabilities.error() || !capabilities.movement()) {
      return;
    }
    clearProgress();
    String shown = Text.shorten(Text.visible(message), capabilities.width() - 1);
    error.print(shown);
    error.flush();
    progressLength = shown.length();
  }

  /** Takes the progress message away. */
  public void clearProgress() {
    if (progressLength > 0) {
      error.print("\r" + " ".repeat(progressLength) + "\r");
      error.flush();
      progressLength = 0;
    }
  }

  /**
   * Asks a question and gives the answer, trimmed; empty if the person only pressed return or
   * closed the input. To be called only where {@link #interactive()}.
   */
  public String ask(String question) {
    if (!interactive()) {
      throw new IllegalStateException("nobody is there to answer: " + question);
    }
    clearProgress();
    output.flush(); // what is asked about stands above the question
    error.print(question + " ");
    error.flush();
    try {
      String answer = input.readLine();
      return answer == null ? "" : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line of the input, whoever wrote it; empty at its end. Waits for it. */
  public Optional<String> readLine() {
    try {
      return Optional.ofNullable(input.readLine());
    } catch (IOException e) {
      return Optional.empty(); // a closed input has ended, too
    }
  }

  /**
   * The input as it is, for a document that is piped in and says itself how it is encoded. Not for
   * an input of which lines were read.
   */
  public InputStream document() {
    return bytes;
  }

  /** Asks for something that must not be seen on the screen; otherwise as {@link #ask}. */
  public String askSecretly(String question) {
    Console console = System.console();
    if (console == null || !interactive()) {
      return ask(question);
    }
    clearProgress();
    output.flush();
    char[] typed = console.readPassword("%s ", question);
    return typed == null ? "" : new String(typed).strip();
  }

  /** Writes out what is still buffered; whether standard output took everything. */
  public boolean flush() {
    clearProgress();
    error.flush();
    return !output.checkError();
  }
}

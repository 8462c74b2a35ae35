package dev.connector.spec.conformance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A child process: its streams, the last of what it says to people, and its end. */
final class Child {

  /** Lines of standard error that are kept, the last ones. */
  private static final int KEPT = 500;

  private final Process process;
  private final Deque<String> standardError = new ArrayDeque<>();
  private final Thread errorReader;

  Child(Process process) {
    this.process = process;
    this.errorReader = thread("connector-standard-error", this::keepErrors);
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** Writes a line; whether there was anybody to take it. */
  synchronized boolean write(String line) {
    try {
      OutputStream input = process.getOutputStream();
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  synchronized void endInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // It has ended already, and how it did is told by its exit code.
    }
  }

  List<String> standardError() {
    synchronized (standardError) {
      return List.copyOf(standardError);
    }
  }

  /** The exit code; empty where the process still runs after this time. */
  OptionalInt await(Duration longest) {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return OptionalInt.empty();
      }
      errorReader.join(TimeUnit.SECONDS.toMillis(2));
      return OptionalInt.of(process.exitValue());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** Ends the process, and what it started, as a power cut would. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void keepErrors() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (standardError) {
          standardError.addLast(line);
          if (standardError.size() > KEPT) {
            standardError.removeFirst();
          }
        }
      }
    } catch (IOException | UncheckedIOException closed) {
      // What was read so far is all there is.
    }
  }
}

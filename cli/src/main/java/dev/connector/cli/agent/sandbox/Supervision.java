package dev.connector.cli.agent.sandbox;

import dev.connector.spec.ConnectorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Watches a program with all that it starts, and kills it when it uses more than it may. */
final class Supervision {

  private static final int GLANCE_MILLIS = 50;
  private static final int PAGE_BYTES = 4096;

  /** Who outlived the program may hold its output open. */
  private static final int DRAIN_MILLIS = 2000;

  private final Process process;
  private final Limits limits;
  private final Stream output;
  private final Stream errors;

  private Supervision(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
    this.output = new Stream(process.getInputStream(), limits.output());
    this.errors = new Stream(process.getErrorStream(), limits.output());
  }

  /** Runs a command for a job; the thread that starts it waits for it. */
  static Ended run(List<String> line, Job job) {
    try {
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
      builder.environment().clear();
      builder
          .environment()
          .putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp", "LANG", "C.UTF-8"));
      builder.environment().putAll(job.variables());
      Process process = builder.start();
      process.getOutputStream().close();
      return new Supervision(process, job.limits()).ended();
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "cannot start " + line.get(0) + ": " + e.getMessage(),
          "check that it is installed: connector doctor",
          e);
    }
  }

  private Ended ended() {
    long deadline = System.nanoTime() + limits.time().toNanos();
    Optional<String> stopped = Optional.empty();
    try {
      while (stopped.isEmpty() && !process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        stopped = tooMuch(deadline);
      }
      if (stopped.isPresent()) {
        kill();
        process.waitFor();
      }
      output.join(DRAIN_MILLIS);
      errors.join(DRAIN_MILLIS);
      if (stopped.isEmpty() && (output.overflown() || errors.overflown())) {
        stopped = Optional.of("it printed more than " + limits.output() + " bytes");
      }
      return new Ended(process.exitValue(), output.text(), errors.text(), stopped);
    } catch (InterruptedException stop) {
      kill();
      Thread.currentThread().interrupt();
      return new Ended(-1, output.text(), errors.text(), Optional.of("it was interrupted"));
    }
  }

  private Optional<String> tooMuch(long deadline) {
    if (System.nanoTime() > deadline) {
      return Optional.of("it ran longer than " + limits.time().toSeconds() + " s");
    }
    if (output.overflown() || errors.overflown()) {
      return Optional.of("it printed more than " + limits.output() + " bytes");
    }
    List<ProcessHandle> all = process.descendants().toList();
    if (all.size() > limits.processes()) {
      return Optional.of("it started more than " + limits.processes() + " processes");
    }
    long held = all.stream().mapToLong(it -> held(it.pid())).sum() + held(process.pid());
    return held > limits.memory()
        ? Optional.of("it held more than " + (limits.memory() >> 20) + " MB of memory")
        : Optional.empty();
  }

  /** Memory that a process shares with no other; none where there is no way to tell. */
  private static long held(long pid) {
    try {
      String[] pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
      return (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE_BYTES;
    } catch (IOException | RuntimeException ended) {
      return 0;
    }
  }

  /** The first process of a namespace takes all others of it along. */
  private void kill() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** What is printed, up to a limit; the rest is not even read. */
  private static final class Stream extends Thread {
    private final InputStream in;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean overflown;

    Stream(InputStream in, int most) {
      super("connector-sandbox-output");
      this.in = in;
      this.most = most;
      setDaemon(true);
      start();
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8192];
      try {
        for (int n = in.read(buffer); n >= 0 && !overflown; n = in.read(buffer)) {
          synchronized (bytes) {
            bytes.write(buffer, 0, Math.min(n, most - bytes.size()));
            overflown = overflown || bytes.size() >= most;
          }
        }
      } catch (IOException closed) {
        // What was read so far is all there is.
      }
    }

    boolean overflown() {
      return overflown;
    }

    String text() {
      synchronized (bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }
  }
}

package dev.connector.spec.conformance.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks like a process to whoever speaks with it, and is a thread: it starts at once. Killed, it is
 * spoken to no more, and ends as soon as it notices.
 */
public final class ThreadProcess extends Process {

  /** What runs instead of a program, between its standard input and its standard output. */
  @FunctionalInterface
  public interface Body {
    void run(InputStream in, OutputStream out) throws Exception;
  }

  private final BoundedPipe input = new BoundedPipe();
  private final BoundedPipe output = new BoundedPipe();
  private final Thread thread;
  private volatile boolean killed;
  private volatile boolean failed;

  private ThreadProcess(Body body) {
    thread = new Thread(() -> run(body), "thread-process");
    thread.setDaemon(true);
    thread.start();
  }

  /** A connector that runs as such a process. */
  public static ProcessConnector start(Body body) {
    ProcessCommand command = ProcessCommand.of(List.of("a thread"), Path.of("."), Map.of());
    return new ProcessConnector(command, new ThreadProcess(body));
  }

  private void run(Body body) {
    try (InputStream in = input.in();
        OutputStream out = output.out()) {
      body.run(in, out);
    } catch (Exception | LinkageError e) {
      failed = true;
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return input.out();
  }

  @Override
  public InputStream getInputStream() {
    return output.in();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    if (!killed) {
      thread.join();
    }
    return exitValue();
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    if (!killed) {
      thread.join(Math.max(1, unit.toMillis(timeout)));
    }
    return !isAlive();
  }

  @Override
  public boolean isAlive() {
    return !killed && thread.isAlive();
  }

  @Override
  public int exitValue() {
    if (isAlive()) {
      throw new IllegalThreadStateException("it still runs");
    }
    return killed ? 137 : failed ? 1 : 0;
  }

  @Override
  public void destroy() {
    killed = true;
    input.breakOff();
    output.breakOff();
    thread.interrupt();
  }

  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
  }
}

package dev.connector.spec.conformance.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

  private final Socket near;
  private final Socket far;
  private final Thread thread;
  private volatile boolean killed;
  private volatile boolean failed;

  private ThreadProcess(Body body) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      near = new Socket(server.getInetAddress(), server.getLocalPort());
      far = server.accept();
    }
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    thread = new Thread(() -> run(body), "thread-process");
    thread.setDaemon(true);
    thread.start();
  }

  /** A connector that runs as such a process. */
  public static ProcessConnector start(Body body) {
    ProcessCommand command = ProcessCommand.of(List.of("a thread"), Path.of("."), Map.of());
    try {
      return new ProcessConnector(command, new ThreadProcess(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Body body) {
    try (far) {
      body.run(far.getInputStream(), far.getOutputStream());
    } catch (Exception | LinkageError e) {
      failed = true;
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return new EndingInput(near);
  }

  @Override
  public InputStream getInputStream() {
    try {
      return near.getInputStream();
    } catch (IOException e) {
      return InputStream.nullInputStream();
    }
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
    try (near;
        far) {
      thread.interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
  }

  /** Closing the stream ends the input alone; what is said in answer to that is still read. */
  private static final class EndingInput extends FilterOutputStream {

    private final Socket socket;

    EndingInput(Socket socket) {
      super(OutputStream.nullOutputStream());
      this.socket = socket;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      socket.getOutputStream().write(bytes, from, length);
    }

    @Override
    public void write(int octet) throws IOException {
      socket.getOutputStream().write(octet);
    }

    @Override
    public void close() throws IOException {
      socket.shutdownOutput();
    }
  }
}

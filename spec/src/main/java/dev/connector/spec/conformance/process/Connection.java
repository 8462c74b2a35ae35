package dev.connector.spec.conformance.process;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A connection where a process would be: what it sends is its standard output, it ends when the
 * other side closes it, and it says nothing to people.
 */
final class Connection extends Process {

  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;
  private final CountDownLatch ended = new CountDownLatch(1);

  Connection(Socket socket) {
    this.socket = socket;
    try {
      this.input = new Received(socket.getInputStream());
      this.output = new Sent(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() {
    return output;
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    ended.await();
    return 0;
  }

  @Override
  public boolean waitFor(long longest, TimeUnit unit) throws InterruptedException {
    return ended.await(longest, unit);
  }

  @Override
  public int exitValue() {
    if (ended.getCount() > 0) {
      throw new IllegalThreadStateException("it has not ended");
    }
    return 0;
  }

  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
  }

  @Override
  public void destroy() {
    try {
      socket.close();
    } catch (IOException gone) {
      // Which is what was wanted.
    }
    ended.countDown();
  }

  @Override
  public Process destroyForcibly() {
    destroy();
    return this;
  }

  /** Only whoever reads to the end sees it. */
  private final class Received extends FilterInputStream {
    Received(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
          destroy();
        }
        return count;
      } catch (IOException broken) {
        destroy();
        throw broken;
      }
    }
  }

  /** Closing one direction leaves the other open. */
  private static final class Sent extends FilterOutputStream {
    private final Socket socket;

    Sent(Socket socket) throws IOException {
      super(socket.getOutputStream());
      this.socket = socket;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      socket.shutdownOutput();
    }
  }
}

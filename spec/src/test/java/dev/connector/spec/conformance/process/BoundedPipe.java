package dev.connector.spec.conformance.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Bytes from one thread to another, as a pipe between processes has them: bounded, deaf to
 * interrupts, and without a mind for which thread is at either end.
 */
final class BoundedPipe {

  private final byte[] ring = new byte[16 * 1024];
  private int start;
  private int count;
  private boolean ended;
  private boolean broken;

  /** The end to read from. */
  InputStream in() {
    return new InputStream() {
      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        return take(bytes, from, length);
      }

      @Override
      public void close() {
        breakOff();
      }
    };
  }

  /** The end to write to; closing it is the end of what can be read. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; ) {
          at += put(bytes, at, from + length - at);
        }
      }

      @Override
      public void close() {
        end();
      }
    };
  }

  private synchronized int take(byte[] bytes, int from, int length) {
    await(() -> count > 0 || ended || broken);
    if (count == 0 || broken) {
      return -1;
    }
    int taken = Math.min(Math.min(length, count), ring.length - start);
    System.arraycopy(ring, start, bytes, from, taken);
    start = (start + taken) % ring.length;
    count -= taken;
    notifyAll();
    return taken;
  }

  private synchronized int put(byte[] bytes, int from, int length) throws IOException {
    await(() -> count < ring.length || broken);
    if (broken || ended) {
      throw new IOException("broken pipe");
    }
    int at = (start + count) % ring.length;
    int written = Math.min(Math.min(length, ring.length - count), ring.length - at);
    System.arraycopy(bytes, from, ring, at, written);
    count += written;
    notifyAll();
    return written;
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** What is in it is lost, and nothing can be written any more. */
  synchronized void breakOff() {
    broken = true;
    notifyAll();
  }

  private void await(BooleanSupplier over) {
    boolean interrupted = false;
    while (!over.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

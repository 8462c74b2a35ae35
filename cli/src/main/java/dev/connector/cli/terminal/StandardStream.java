package dev.connector.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * One of the process's streams, buffered. Knows of a failure whether the reader has simply gone, as
 * {@code head} does when it has seen enough.
 */
public final class StandardStream extends PrintStream {

  private static final int BUFFER = 8192;

  private final Watched watched;

  private StandardStream(Watched watched, Charset charset) {
    super(new BufferedOutputStream(watched, BUFFER), false, charset);
    this.watched = watched;
  }

  /** The stream of a descriptor. */
  public static StandardStream of(FileDescriptor descriptor, Charset charset) {
    return new StandardStream(new Watched(new FileOutputStream(descriptor)), charset);
  }

  /** Whether nobody reads any more. */
  boolean readerGone() {
    return watched.readerGone;
  }

  /** Remembers why writing failed, of which a print stream only tells that it did. */
  private static final class Watched extends FilterOutputStream {

    private volatile boolean readerGone;

    private Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int oneByte) throws IOException {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        // The system's own words: "Broken pipe", "The pipe is being closed".
        readerGone = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        throw e;
      }
    }
  }
}

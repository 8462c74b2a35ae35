package dev.connector.cli.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines a client sends. One that is too long is read to its end and kept to its bound. */
final class Lines {

  static final Charset CHARSET = StandardCharsets.UTF_8;

  /** A description of an API fits, with what JSON adds to it. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final InputStream in;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line; what was cut off is no JSON, and answered as such. Empty at the end. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int one = in.read();
    if (one < 0) {
      return Optional.empty();
    }
    for (; one >= 0 && one != '\n'; one = in.read()) {
      if (line.size() < MOST_BYTES) {
        line.write(one);
      }
    }
    return Optional.of(line.toString(CHARSET));
  }
}

package dev.connector.spec.conformance.mock.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import okio.Buffer;
import okio.BufferedSink;
import okio.DeflaterSink;
import okio.GzipSink;
import okio.Okio;

/** How a body is compressed. */
public enum Compression {
  /** RFC 1952. */
  GZIP,
  /** RFC 1950, which is what HTTP means by deflate. */
  DEFLATE;

  String coding() {
    return this == GZIP ? "gzip" : "deflate";
  }

  /** The text, filled up with spaces to a length where that is longer. */
  Buffer compress(String text, long length) {
    Buffer compressed = new Buffer();
    try (BufferedSink sink =
        Okio.buffer(
            this == GZIP
                ? new GzipSink(compressed)
                : new DeflaterSink(compressed, new Deflater()))) {
      new PaddedBody(text, length).writeTo(sink);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed;
  }
}

package dev.connector.spec.conformance.mock.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A text filled up with spaces, made while it is written; JSON stays the JSON it was. */
final class PaddedBody implements MockResponseBody {

  private final byte[] text;
  private final long length;

  PaddedBody(String text, long length) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.length = Math.max(this.text.length, length);
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(text);
    byte[] spaces = new byte[8192];
    Arrays.fill(spaces, (byte) ' ');
    for (long left = length - text.length; left > 0; left -= spaces.length) {
      sink.write(spaces, 0, (int) Math.min(left, spaces.length));
    }
  }
}

package dev.connector.registry.workspace;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Line endings, which version control may change without anybody having edited a file. */
final class LineEndings {

  private LineEndings() {}

  /** A content with each pair of carriage return and line feed made a line feed. */
  static byte[] unix(byte[] content) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean pair = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!pair) {
        result.write(content[i]);
      }
    }
    return result.toByteArray();
  }

  /** Whether two contents are the same but for line endings. */
  static boolean same(byte[] left, byte[] right) {
    return Arrays.equals(left, right) || Arrays.equals(unix(left), unix(right));
  }
}

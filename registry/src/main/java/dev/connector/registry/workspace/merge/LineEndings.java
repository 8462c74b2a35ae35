package dev.connector.registry.workspace.merge;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Line endings, which version control may change without anybody having edited a file. */
public enum LineEndings {
  /** Every line ends with a line feed alone. */
  UNIX,
  /** Every line feed follows a carriage return. */
  WINDOWS,
  /** Some of each. */
  MIXED;

  /** How the lines of a content end; {@code UNIX} where it has a single one. */
  public static LineEndings of(byte[] content) {
    int pairs = 0;
    int feeds = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        feeds++;
        pairs += i > 0 && content[i - 1] == '\r' ? 1 : 0;
      }
    }
    return pairs == 0 ? UNIX : pairs == feeds ? WINDOWS : MIXED;
  }

  /** A content with each pair of carriage return and line feed made a line feed. */
  public static byte[] unix(byte[] content) {
    if (!hasReturns(content)) {
      return content;
    }
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
  public static boolean same(byte[] left, byte[] right) {
    return Arrays.equals(left, right)
        || (hasReturns(left) || hasReturns(right)) && Arrays.equals(unix(left), unix(right));
  }

  private static boolean hasReturns(byte[] content) {
    for (byte each : content) {
      if (each == '\r') {
        return true;
      }
    }
    return false;
  }

  /** A content with lines that end like this; {@code MIXED} leaves it as it is. */
  public byte[] written(byte[] content) {
    if (this == MIXED) {
      return content;
    }
    byte[] unix = unix(content);
    if (this == UNIX) {
      return unix;
    }
    ByteArrayOutputStream result = new ByteArrayOutputStream(unix.length + unix.length / 16);
    for (byte each : unix) {
      if (each == '\n') {
        result.write('\r');
      }
      result.write(each);
    }
    return result.toByteArray();
  }
}

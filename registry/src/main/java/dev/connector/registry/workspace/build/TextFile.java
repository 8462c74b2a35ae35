package dev.connector.registry.workspace.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;

/**
 * A text file to be edited, one character a byte, so that whatever is not edited keeps its bytes:
 * its encoding, its byte order mark and its line endings.
 */
record TextFile(String text) {

  /** One replacement; an insertion removes nothing. */
  record Edit(int offset, String removed, String inserted) {}

  static TextFile of(byte[] content) {
    return new TextFile(new String(content, ISO_8859_1));
  }

  /** Whether a byte is not a character here, so that nothing of this file can be understood. */
  boolean isUtf16() {
    return text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE");
  }

  /** The line ending the file uses; that of Unix where it has a single line. */
  String lineEnding() {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The white space between the beginning of the line and an offset; empty if there is more. */
  String indentation(int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    String before = text.substring(start, offset);
    return before.isBlank() ? before : before.substring(0, leadingSpaces(before));
  }

  private static int leadingSpaces(String line) {
    int length = 0;
    while (length < line.length() && " \t".indexOf(line.charAt(length)) >= 0) {
      length++;
    }
    return length;
  }

  /** The offset behind the last visible character before an offset, not before a limit. */
  int behindVisible(int offset, int limit) {
    int end = offset;
    while (end > limit && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The file with all edits made; of two at one place the first in the list comes first. */
  byte[] edited(List<Edit> edits) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::offset)).toList()) {
      result.append(text, done, edit.offset()).append(edit.inserted());
      done = edit.offset() + edit.removed().length();
    }
    return result.append(text, done, text.length()).toString().getBytes(ISO_8859_1);
  }

  /** A piece of the file as its author reads it. */
  static String decoded(String piece) {
    return new String(piece.getBytes(ISO_8859_1), UTF_8);
  }
}

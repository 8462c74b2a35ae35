package dev.connector.scaffold.render.code;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A piece of Java source that is safe as it stands. There is no other way to make one than by the
 * types of this package, each of which escapes or checks what it is given; so whatever a
 * description says, it stays inside the literal, the comment or the name it was meant for.
 */
public final class Code {

  /** No source at all. */
  public static final Code NONE = new Code("");

  private final String text;

  Code(String text) {
    this.text = Objects.requireNonNull(text);
  }

  /** These pieces, a blank line between any two. */
  public static Code paragraphs(List<Code> pieces) {
    return joined(pieces, "\n\n");
  }

  /** These pieces, each on lines of its own. */
  public static Code lines(List<Code> pieces) {
    return joined(pieces, "\n");
  }

  private static Code joined(List<Code> pieces, String between) {
    return new Code(pieces.stream().map(Code::text).collect(Collectors.joining(between)));
  }

  /** The source, without a line feed at its end. */
  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Code code && code.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

package dev.connector.registry.lesson;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import dev.connector.spec.definition.ConnectorName;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that building connectors has taught.
 *
 * @param name its file's, without the ending
 * @param title what it says, in a line
 * @param applies the features of a definition it is about, words of {@link Features}
 * @param connectors where it was learnt, as far as that is one connector
 * @param file the whole file: front matter and Markdown
 */
public record Lesson(
    String name, String title, SortedSet<String> applies, List<String> connectors, String file) {

  /** The ending of a lesson's file. */
  public static final String ENDING = ".md";

  /** No lesson's file has more bytes. */
  public static final int LARGEST = 8 * 1024;

  public Lesson {
    ConnectorName.require(name);
    Objects.requireNonNull(title);
    applies = Collections.unmodifiableSortedSet(new TreeSet<>(applies));
    connectors = List.copyOf(connectors);
    Objects.requireNonNull(file);
  }

  /**
   * Reads a lesson's file.
   *
   * @param path the file's name, which the lesson's is taken from; whatever is before it is passed
   *     by
   * @throws ConnectorException of kind INTEGRITY with all that is wrong, a line each
   */
  public static Lesson read(String path, byte[] content) {
    LessonText text = new LessonText(path.substring(path.lastIndexOf('/') + 1), content);
    if (!text.problems().isEmpty()) {
      throw new ConnectorException(
          Kind.INTEGRITY,
          path + " is refused:\n  " + String.join("\n  ", text.problems()),
          "a lesson is Markdown below a title and the features it applies to");
    }
    return text.lesson();
  }

  /** What it says, in Markdown, without the front matter. */
  public String text() {
    return LessonText.body(file);
  }
}

package dev.connector.registry.lesson;

import dev.connector.spec.definition.ConnectorName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A file that may be a lesson, from whoever wrote it: bounded, and nothing in it that a person who
 * reads it would not see.
 */
final class LessonText {

  private static final String FENCE = "---\n";
  private static final String END = "\n---\n";
  private static final int LONGEST_TITLE = 100;
  private static final int MOST_WORDS = 300;

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private String file = "";
  private Map<String, String> front = Map.of();

  LessonText(String fileName, byte[] content) {
    name = fileName.replaceFirst("\\.md$", "");
    if (!fileName.endsWith(Lesson.ENDING) || !ConnectorName.isValid(name)) {
      problems.add("its name is not lower-case letters, digits and single hyphens, and .md");
    }
    if (content.length > Lesson.LARGEST) {
      problems.add("larger than " + Lesson.LARGEST / 1024 + " KB");
    } else {
      decode(content);
    }
    if (problems.isEmpty()) {
      judge();
    }
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Lesson lesson() {
    return new Lesson(
        name, front.get("title"), new TreeSet<>(list("applies")), list("connectors"), file);
  }

  static String body(String file) {
    return file.substring(file.indexOf(END) + END.length()).strip() + "\n";
  }

  private void decode(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      file = text.replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      problems.add("is not UTF-8");
      return;
    }
    if (file.codePoints().anyMatch(LessonText::isUnseen)) {
      problems.add("holds control characters, or others that nobody sees");
    }
    if (file.contains("<!--")) {
      problems.add("holds a comment, which nobody sees where it is shown");
    }
    if (!file.startsWith(FENCE) || !file.contains(END)) {
      problems.add("does not begin with its title and what it applies to, between lines of ---");
    }
  }

  private void judge() {
    front = front();
    String title = front.getOrDefault("title", "");
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      problems.add("has no title of at most " + LONGEST_TITLE + " characters");
    }
    if (list("applies").isEmpty()) {
      problems.add("does not say what it applies to, such as: applies: [pagination.cursor]");
    }
    for (String feature : list("applies")) {
      if (!Features.isKnown(feature)) {
        problems.add("applies to " + feature + ", which is no kind of any of: " + Features.parts());
      }
    }
    list("connectors").stream()
        .filter(it -> !ConnectorName.isValid(it))
        .forEach(it -> problems.add("was learnt from " + it + ", which is no connector's name"));
    String body = body(file);
    if (body.isBlank()) {
      problems.add("says nothing");
    } else if (body.split("\\s+").length > MOST_WORDS) {
      problems.add("has more than " + MOST_WORDS + " words; one lesson is enough");
    }
  }

  private Map<String, String> front() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : file.substring(FENCE.length(), file.indexOf(END)).split("\n")) {
      int colon = line.indexOf(": ");
      String key = colon < 0 ? line : line.substring(0, colon);
      if (colon < 0 || !List.of("title", "applies", "connectors").contains(key)) {
        problems.add("has a line before the text that is no title, applies or connectors");
      } else if (values.put(key, line.substring(colon + 2).strip()) != null) {
        problems.add("says " + key + " twice");
      }
    }
    return values;
  }

  private List<String> list(String key) {
    String value = front.getOrDefault(key, "").replaceFirst("^\\[(.*)]$", "$1");
    return Arrays.stream(value.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

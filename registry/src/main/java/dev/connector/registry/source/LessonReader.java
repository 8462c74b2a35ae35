package dev.connector.registry.source;

import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;

/** Reads a registry's lessons: texts, and nothing else, in one folder. */
final class LessonReader {

  static final String FOLDER = "lessons";

  private static final int MOST = 500;

  private final Storage storage;

  LessonReader(Storage storage) {
    this.storage = storage;
  }

  /** Where a lesson of that name is, or would be. */
  static String path(String name) {
    return FOLDER + "/" + name + Lesson.ENDING;
  }

  /** Reads all of them; where one is refused, all are. */
  Lessons read() {
    List<String> problems = new ArrayList<>();
    Lessons lessons = read(problems);
    SafeContent.refuse(FOLDER, problems);
    return lessons;
  }

  /** Reads those that can be read, and says of the others why not. */
  Lessons read(List<String> problems) {
    List<Entry> entries = storage.files(FOLDER);
    storage
        .folders(FOLDER)
        .forEach(name -> problems.add(Text.oneLine(name) + ": is a folder, where lessons are"));
    if (entries.size() > MOST) {
      problems.add("more than " + MOST + " files");
      return Lessons.none();
    }
    List<String> unsafe = SafeContent.problems(entries);
    problems.addAll(unsafe);
    if (!unsafe.isEmpty()) {
      return Lessons.none(); // what is unsafe is not read
    }
    List<Lesson> lessons = new ArrayList<>();
    storage
        .read(FOLDER, entries)
        .forEach(
            (path, content) -> {
              try {
                lessons.add(Lesson.read(path, content));
              } catch (ConnectorException e) {
                e.getMessage()
                    .lines()
                    .skip(1)
                    .forEach(it -> problems.add(path + ": " + Text.oneLine(it.strip())));
              }
            });
    return new Lessons(lessons);
  }
}

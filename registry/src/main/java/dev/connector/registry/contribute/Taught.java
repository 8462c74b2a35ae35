package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.lesson.Lessons;
import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.conformance.statics.SecretScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A lesson that goes along with a contribution.
 *
 * @param change by its path in the registry's repository
 */
public record Taught(Lesson lesson, Change change) {

  public Taught {
    Objects.requireNonNull(lesson);
    Objects.requireNonNull(change);
  }

  /**
   * What a lesson changes in a registry; empty where it is there already, word for word.
   *
   * @param path where lessons of that name are in the registry's repository
   */
  public static Optional<Taught> of(Lesson lesson, String path, Lessons registry) {
    Optional<byte[]> before = registry.find(lesson.name()).map(it -> it.file().getBytes(UTF_8));
    return Change.between(path, before, Optional.of(lesson.file().getBytes(UTF_8)))
        .map(it -> new Taught(lesson, it));
  }

  /** Lines that look as if they held a secret; the connector's own files are scanned by a rule. */
  Gate gate() {
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : lesson.file().lines().toList()) {
      int place = ++number;
      SecretScan.kindOf(line)
          .ifPresent(kind -> problems.add("line " + place + ": looks like " + kind));
    }
    return new Gate("lesson holds no secret", problems, "write a placeholder");
  }
}

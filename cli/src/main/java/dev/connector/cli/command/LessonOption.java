package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.Taught;
import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What building a connector has taught, to be contributed with it. */
final class LessonOption {

  @Option(
      names = "--lesson",
      paramLabel = "<file>",
      description = "Add this text to the registry's lessons; see CONTRIBUTING.md for its form.")
  private String file;

  /**
   * The lesson; empty where none was given.
   *
   * @throws ConnectorException of kind USAGE where it cannot be read, INTEGRITY where it is none
   */
  Optional<Lesson> lesson(Environment environment) {
    if (file == null) {
      return Optional.empty();
    }
    Path path = environment.directory().resolve(file);
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(
          Lesson.read(path.getFileName().toString(), in.readNBytes(Lesson.LARGEST + 1)));
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.USAGE, path + " cannot be read", "name the lesson's file: --lesson <file>.md", e);
    }
  }

  /** A contribution with the lesson, where there is one that the registry does not have. */
  static Contribution with(
      Contribution contribution, Optional<Lesson> lesson, RegistryClone clone) {
    return lesson
        .flatMap(it -> Taught.of(it, clone.lesson(it.name()), clone.lessons()))
        .map(contribution::with)
        .orElse(contribution);
  }
}

package dev.connector.spec.conformance.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in a source file, and what stands there instead.
 *
 * @param file from the root of the repository
 */
record Edit(String file, String text, String replacement) {

  static final String RUNTIME = "registry/runtime/java/src/main/java/dev/connector/runtime/";
  static final String ENGINE = "spec/src/main/java/dev/connector/spec/engine/";
  static final String CONNECTORS = "registry/connectors/";

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  boolean java() {
    return file.endsWith(".java");
  }

  Path path() {
    return REPOSITORY.resolve(file);
  }

  /** What the file has without any change. */
  String original() {
    try {
      return Files.readString(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content of the file with this change.
   *
   * @throws IllegalStateException where the text is not in it exactly once
   */
  String applied(String content) {
    int at = content.indexOf(text);
    if (at < 0 || content.indexOf(text, at + 1) >= 0) {
      throw new IllegalStateException(
          file
              + (at < 0 ? " does not have" : " has more than once")
              + " what a seeded fault replaces; say anew what is to be replaced:\n"
              + text);
    }
    return content.replace(text, replacement);
  }
}

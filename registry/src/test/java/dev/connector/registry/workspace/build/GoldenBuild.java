package dev.connector.registry.workspace.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.Dependency.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Build files before and after an edit, one pair a case, below {@code build-edits/}. */
final class GoldenBuild {

  /** What a connector with its runtime needs. */
  static final List<Dependency> NEEDED =
      List.of(
          Dependency.of("com.squareup.okhttp3:okhttp-jvm:5.5.1", Scope.MAIN),
          Dependency.of("com.fasterxml.jackson.core:jackson-databind:2.22.4", Scope.MAIN),
          Dependency.of("org.junit.jupiter:junit-jupiter:6.1.3", Scope.TEST),
          Dependency.of("com.squareup.okhttp3:mockwebserver3:5.5.1", Scope.TEST));

  private static final Path FOLDER = Path.of("src/test/resources/build-edits");

  private GoldenBuild() {}

  /** The files that start a case: {@code tabs.before.xml}. */
  static List<Path> cases(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(it -> it.toString().contains(".before.")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What belongs to a case: {@code after} or {@code advice}. */
  static Path sibling(Path before, String word) {
    String name = before.getFileName().toString();
    String wanted =
        word.equals("advice")
            ? name.replaceFirst("\\.before\\..*", ".advice.txt")
            : name.replace(".before.", "." + word + ".");
    return before.resolveSibling(wanted);
  }

  static String text(byte[] content) {
    return new String(content, ISO_8859_1);
  }

  /** Takes pieces out again, the last first. */
  static String without(byte[] content, List<Piece> pieces) {
    String text = text(content);
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      int place = text.lastIndexOf(piece.inserted());
      if (place < 0) {
        throw new AssertionError("not to be found: " + piece.inserted());
      }
      text =
          text.substring(0, place)
              + piece.removed()
              + text.substring(place + piece.inserted().length());
    }
    return text;
  }
}

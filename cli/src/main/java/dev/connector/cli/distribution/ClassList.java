package dev.connector.cli.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Orders the JVM's list of loaded classes, which threads write in any order they like. */
public final class ClassList {

  private ClassList() {}

  /** Takes the JVM's list and the file to write. */
  public static void main(String[] arguments) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      List<String> ordered = lines.filter(ClassList::belongsToUsers).distinct().sorted().toList();
      Files.write(Path.of(arguments[1]), ordered);
    }
  }

  private static boolean belongsToUsers(String line) {
    return !line.startsWith("#") && !line.startsWith("dev/connector/cli/distribution/");
  }
}

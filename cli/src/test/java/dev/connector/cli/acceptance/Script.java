package dev.connector.cli.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An acceptance script: what is typed and what is to come back.
 *
 * <pre>
 * -- a remark
 * $ connector add weather        runs the command; other verbs: see {@link Workshop}
 * Added weather                  a line of standard output; {@code ...} stands for any lines
 * ! error: no                    a line of standard error
 * ? 2                            the exit code, where it is not 0
 * </pre>
 */
record Script(String name, List<Step> steps) {

  /** One command and what it is to say. */
  record Step(int line, String command, List<String> output, List<String> error, int exitCode) {}

  static Script read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<String> output = new ArrayList<>();
    List<String> error = new ArrayList<>();
    int number = 0;
    int begun = 0;
    int exitCode = 0;
    String command = null;
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("$");
    for (String line : lines) {
      number++;
      if (line.startsWith("$")) {
        if (command != null) {
          steps.add(new Step(begun, command, trimmed(output), List.copyOf(error), exitCode));
        }
        command = line.substring(1).strip();
        begun = number;
        exitCode = 0;
        output.clear();
        error.clear();
      } else if (line.startsWith("! ") || line.equals("!")) {
        error.add(line.substring(1).replaceFirst("^ ", ""));
      } else if (line.startsWith("? ")) {
        exitCode = Integer.parseInt(line.substring(2).strip());
      } else if (!line.startsWith("-- ")) {
        output.add(line);
      }
    }
    return new Script(file.getFileName().toString(), List.copyOf(steps));
  }

  /** Blank lines around the output only set the commands of a script apart. */
  private static List<String> trimmed(List<String> lines) {
    List<String> kept = new ArrayList<>(lines);
    while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
      kept.remove(kept.size() - 1);
    }
    while (!kept.isEmpty() && kept.get(0).isBlank()) {
      kept.remove(0);
    }
    return List.copyOf(kept);
  }
}

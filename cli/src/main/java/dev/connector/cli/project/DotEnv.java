package dev.connector.cli.project;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code .env} file that a user keeps beside a project: one {@code NAME=value} a line, as
 * shells and their like write it. Nothing in it is expanded or executed.
 */
public final class DotEnv {

  /** Its name in the project's folder. */
  static final String FILE = ".env";

  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
  private static final long MOST_BYTES = 1 << 20;

  private DotEnv() {}

  /**
   * The variables of the file in a folder, in their order; none where there is no file.
   *
   * @throws ConnectorException where a line is no assignment, naming its number and not its text
   */
  public static Map<String, String> read(Path folder) {
    Path file = folder.resolve(FILE);
    Map<String, String> variables = new LinkedHashMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (!assignment.matches()) {
        throw failure(file + ":" + number + " is not NAME=value", null);
      }
      variables.put(assignment.group(1), value(assignment.group(2)));
    }
    return variables;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw failure(file + " is too large to be a file of settings", null);
      }
      return Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (MalformedInputException e) {
      throw failure(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw failure(file + " cannot be read", e);
    }
  }

  /** Within quotes everything counts; outside, what follows " #" is a remark. */
  private static String value(String written) {
    char quote = written.isEmpty() ? ' ' : written.charAt(0);
    if (quote == '"' || quote == '\'') {
      int end = written.indexOf(quote, 1);
      if (end > 0) {
        return written.substring(1, end);
      }
    }
    return written.replaceFirst("(^|\\s+)#.*", "");
  }

  private static ConnectorException failure(String what, IOException cause) {
    return new ConnectorException(
        ConnectorException.Kind.USAGE,
        what,
        "write one NAME=value a line in it, or remove it and use the environment",
        cause);
  }
}

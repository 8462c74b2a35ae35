package dev.connector.registry.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a name from a registry may become a name on a user's disk, on every operating
 * system alike. Few characters are allowed; the rest of the rules mostly say why something is
 * refused.
 */
final class SafeName {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PATH = 240;

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._$+-]+");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");
  private static final Pattern GIT =
      Pattern.compile("\\.git|git~[0-9]+|\\.git(modules|attributes|ignore|config)");

  private SafeName() {}

  /** What is wrong with a path, given name by name; nothing where it is safe. */
  static List<String> problems(List<String> segments) {
    List<String> problems = new ArrayList<>();
    segments.stream().flatMap(name -> problem(name).stream()).distinct().forEach(problems::add);
    if (String.join("/", segments).length() > LONGEST_PATH) {
      problems.add("longer than " + LONGEST_PATH + " characters");
    }
    return problems;
  }

  private static Optional<String> problem(String name) {
    String folded = fold(name);
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Optional.of("leads out of its folder");
    }
    if (name.contains("/") || name.contains("\\")) {
      return Optional.of("a slash or backslash inside a name");
    }
    if (GIT.matcher(folded).matches()) {
      return Optional.of("a file of git's own");
    }
    if (DEVICE.matcher(folded).matches()) {
      return Optional.of("a device on Windows");
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of("ends in a dot or a space, which Windows drops");
    }
    if (!ALLOWED.matcher(name).matches()) {
      return Optional.of("a character other than letters, digits and . _ - + $");
    }
    return name.length() > LONGEST_NAME
        ? Optional.of("a name longer than " + LONGEST_NAME + " characters")
        : Optional.empty();
  }

  /**
   * The name as the most forgiving file system would read it: without case, invisible characters,
   * trailing dots and spaces, or the name of an NTFS stream.
   */
  private static String fold(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(visible::appendCodePoint);
    String lower = visible.toString().toLowerCase(Locale.ROOT);
    return lower.replaceFirst(":.*", "").replaceFirst("[. ]+$", "");
  }
}

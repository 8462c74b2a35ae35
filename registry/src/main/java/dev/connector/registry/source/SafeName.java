package dev.connector.registry.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a name from a registry may become a name on a user's disk, on every operating
 * system alike. Few characters are allowed; the rest of the rules mostly say why something is
 * refused.
 */
final class SafeName {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PATH = 240;

  private static final String PUNCTUATION = "._$+-";
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4",
          "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5",
          "lpt6", "lpt7", "lpt8", "lpt9");
  private static final Set<String> GIT =
      Set.of(".git", ".gitmodules", ".gitattributes", ".gitignore", ".gitconfig");

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
    boolean ordinary = isOrdinary(name);
    String folded = ordinary ? name.toLowerCase(Locale.ROOT) : fold(name);
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Optional.of("leads out of its folder");
    }
    if (name.contains("/") || name.contains("\\")) {
      return Optional.of("a slash or backslash inside a name");
    }
    if (GIT.contains(folded) || folded.startsWith("git~")) {
      return Optional.of("a file of git's own");
    }
    if (DEVICES.contains(stem(folded))) {
      return Optional.of("a device on Windows");
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of("ends in a dot or a space, which Windows drops");
    }
    if (!ordinary) {
      return Optional.of("a character other than letters, digits and . _ - + $");
    }
    return name.length() > LONGEST_NAME
        ? Optional.of("a name longer than " + LONGEST_NAME + " characters")
        : Optional.empty();
  }

  /** Whether there are only letters, digits and harmless punctuation, and no dot at the end. */
  private static boolean isOrdinary(String name) {
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean allowed =
          letter >= 'a' && letter <= 'z'
              || letter >= 'A' && letter <= 'Z'
              || letter >= '0' && letter <= '9'
              || PUNCTUATION.indexOf(letter) >= 0;
      if (!allowed) {
        return false;
      }
    }
    return !name.endsWith(".");
  }

  /** Windows takes a device's name with any extension for the device. */
  private static String stem(String name) {
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
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

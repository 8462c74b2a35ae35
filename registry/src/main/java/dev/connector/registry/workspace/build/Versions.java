package dev.connector.registry.workspace.build;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders version numbers as far as advice needs it: by their leading numbers. */
public final class Versions {

  private static final Pattern NUMBERED = Pattern.compile("\\d+(\\.\\d+)*([.-].*)?");
  private static final Comparator<String> ORDER =
      (left, right) -> {
        String[] a = left.split("[.-]");
        String[] b = right.split("[.-]");
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
          int difference = Integer.compare(number(a, i), number(b, i));
          if (difference != 0) {
            return difference;
          }
        }
        return 0;
      };

  private Versions() {}

  /** Whether one version is surely lower than another; false where either is no number. */
  public static boolean isLower(String version, String than) {
    return NUMBERED.matcher(version).matches()
        && NUMBERED.matcher(than).matches()
        && ORDER.compare(version, than) < 0;
  }

  private static int number(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d{1,9}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}

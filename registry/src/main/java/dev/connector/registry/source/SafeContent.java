package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The checks that everything from a registry passes before anything is read or written: no name
 * that escapes or collides, nothing but plain files, nothing that a tool would run or that holds
 * credentials, nothing oversized.
 */
final class SafeContent {

  static final int LARGEST_FILE = 2 * 1024 * 1024;
  static final long LARGEST_ITEM = 32L * 1024 * 1024;

  private static final int SHOWN = 10;

  private SafeContent() {}

  /**
   * Passes content that is safe.
   *
   * @param item its folder, for the message
   * @throws ConnectorException of kind INTEGRITY that says what is refused and why
   */
  static void require(String item, List<Entry> entries) {
    refuse(item, problems(entries));
  }

  /** Fails with these problems, where there are any. */
  static void refuse(String item, List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    List<String> shown = problems.subList(0, Math.min(SHOWN, problems.size()));
    String rest = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
    throw new ConnectorException(
        Kind.INTEGRITY,
        item + " is refused:\n  " + String.join("\n  ", shown) + rest,
        "nothing was written; tell the registry's owner");
  }

  /** One line for each thing that is refused. */
  static List<String> problems(List<Entry> entries) {
    List<String> problems = new ArrayList<>();
    long total = 0;
    for (Entry entry : entries) {
      String path = Text.oneLine(entry.path());
      List<String> reasons = new ArrayList<>(SafeName.problems(entry.segments()));
      RefusedNames.reason(entry.segments()).ifPresent(reasons::add);
      if (entry.type() != Entry.Type.FILE) {
        reasons.add(kind(entry.type()));
      }
      if (entry.size() > LARGEST_FILE) {
        reasons.add("larger than " + LARGEST_FILE / 1024 / 1024 + " MB");
      }
      reasons.forEach(reason -> problems.add(path + ": " + reason));
      total += entry.size();
    }
    if (total > LARGEST_ITEM) {
      problems.add("all files together: larger than " + LARGEST_ITEM / 1024 / 1024 + " MB");
    }
    problems.addAll(collisions(entries));
    return problems;
  }

  /** Paths that one file system keeps apart and another does not, folders included. */
  private static List<String> collisions(List<Entry> entries) {
    List<String> problems = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    Set<String> files = new HashSet<>();
    for (Entry entry : entries) {
      for (int length = 1; length <= entry.segments().size(); length++) {
        String path = String.join("/", entry.segments().subList(0, length));
        boolean isFile = length == entry.segments().size();
        String earlier = known.putIfAbsent(lower(path), path);
        boolean twice =
            isFile ? !files.add(lower(path)) || earlier != null : files.contains(lower(path));
        if (twice || earlier != null && !earlier.equals(path)) {
          problems.add(
              Text.oneLine(path) + ": the same as " + Text.oneLine(earlier) + " on some systems");
          break;
        }
      }
    }
    return problems;
  }

  private static String kind(Entry.Type type) {
    return switch (type) {
      case LINK -> "a symbolic link";
      case SUBMODULE -> "another repository (a submodule)";
      default -> "neither a file nor a folder";
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

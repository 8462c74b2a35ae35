package dev.connector.registry.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Names of Java packages: whether they are valid, and how to make them so. */
final class JavaPackage {

  private JavaPackage() {}

  static boolean isValid(String name) {
    return SourceVersion.isName(name, SourceVersion.RELEASE_17);
  }

  /** A package for an artifact; the artifact's name is left out where the group ends with it. */
  static String of(String group, String artifact) {
    List<String> segments = new ArrayList<>();
    for (String part : group.split("\\.")) {
      add(segments, part);
    }
    List<String> last = new ArrayList<>();
    add(last, artifact);
    if (segments.isEmpty()
        || !segments.subList(segments.size() - 1, segments.size()).equals(last)) {
      segments.addAll(last);
    }
    return segments.isEmpty() ? "app" : String.join(".", segments);
  }

  /** The nearest valid package to what somebody typed. */
  static String nearest(String name) {
    List<String> segments = new ArrayList<>();
    for (String part : name.split("[./\\\\]")) {
      add(segments, part);
    }
    return segments.isEmpty() ? "app" : String.join(".", segments);
  }

  private static void add(List<String> segments, String part) {
    String segment = part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
    if (segment.isEmpty()) {
      return;
    }
    if (Character.isDigit(segment.charAt(0))) {
      segment = "_" + segment;
    }
    segments.add(
        SourceVersion.isKeyword(segment, SourceVersion.RELEASE_17) ? segment + "_" : segment);
  }
}

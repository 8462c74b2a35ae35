package dev.connector.registry.validation;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.ItemManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Java files declare the package that their folder is, which installing rewrites. */
final class JavaPackages {

  private JavaPackages() {}

  static List<String> problems(Item item) {
    List<String> problems = new ArrayList<>();
    if (!item.languages().contains("java")) {
      return problems;
    }
    String above = item.kind() == Item.Kind.RUNTIME ? "" : "java/";
    ItemManifest manifest = item.manifest("java");
    for (ItemFile file : item.files()) {
      for (String root : manifest.sources().all()) {
        String folder = above + root + "/";
        if (file.path().startsWith(folder) && file.path().endsWith(".java")) {
          String inside = file.path().substring(folder.length());
          String expected =
              inside.substring(0, Math.max(0, inside.lastIndexOf('/'))).replace('/', '.');
          Optional<String> declared = declared(new String(file.content(), StandardCharsets.UTF_8));
          if (!declared.equals(Optional.of(expected))) {
            problems.add(
                file.path()
                    + ": declares "
                    + declared.map(it -> "package " + it).orElse("no package")
                    + "; its folder is "
                    + expected);
          }
        }
      }
    }
    return problems;
  }

  /** The package that a file declares; what stands in comments before it does not count. */
  static Optional<String> declared(String source) {
    int at = 0;
    while (at < source.length()) {
      if (source.startsWith("//", at)) {
        at = after(source, "\n", at);
      } else if (source.startsWith("/*", at)) {
        at = after(source, "*/", at + 2);
      } else if (source.charAt(at) == '@') {
        at = after(source, "\n", at); // an annotation of a package, which has a line of its own
      } else if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\uFEFF') {
        at++;
      } else {
        break;
      }
    }
    int end = source.indexOf(';', at);
    return source.startsWith("package ", at) && end > 0
        ? Optional.of(source.substring(at + "package ".length(), end).strip())
        : Optional.empty();
  }

  private static int after(String source, String end, int from) {
    int found = source.indexOf(end, from);
    return found < 0 ? source.length() : found + end.length();
  }
}

package dev.connector.cli.agent.docs;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows machine-readable descriptions of APIs by their names and by how they begin. */
final class ApiDescriptions {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:.*/)?(?:[\\w.-]*(?:openapi|swagger)[\\w.-]*\\.(?:json|ya?ml)|api-docs(?:\\.json)?)");
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\A\\s*\\{.{0,2000}?\"(?:openapi|swagger)\"\\s*:\\s*\"[\\d.]+\""
              + "|^[\"']?(?:openapi|swagger)[\"']?\\s*:\\s*[\"']?\\d",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final int HEAD = 4000;

  private ApiDescriptions() {}

  /** Whether a link or a file name is that of a description. */
  static boolean isNamedSo(String link) {
    if (link.length() > 2000) {
      return false;
    }
    String path = link.replaceAll("[?#].*", "");
    int slash = path.lastIndexOf('/');
    return NAMED.matcher(path.substring(slash + 1).toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a file that is JSON or YAML is a description. */
  static boolean isOne(String text) {
    return BEGINS.matcher(text.substring(0, Math.min(text.length(), HEAD))).find();
  }
}

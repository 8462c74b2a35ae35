package dev.connector.cli.agent.docs;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What documentation is written in. */
enum Format {
  HTML,
  MARKDOWN,
  TEXT,
  JSON,
  YAML;

  /** By a file's name; empty where it is not known to be text. */
  static Optional<Format> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (extension) {
      case "html", "htm", "xhtml" -> Optional.of(HTML);
      case "md", "mdx", "markdown", "mdown" -> Optional.of(MARKDOWN);
      case "txt", "text", "rst", "adoc", "asciidoc", "org", "http", "readme" -> Optional.of(TEXT);
      case "json" -> Optional.of(JSON);
      case "yaml", "yml" -> Optional.of(YAML);
      default -> Optional.empty();
    };
  }

  /**
   * By what a server says; empty where it says that this is no text.
   *
   * @param type in lower case, without parameters; may be empty
   */
  static Optional<Format> ofType(String type, String path) {
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
      case "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
      case "text/plain" -> Optional.of(ofFile(path).filter(it -> it != HTML).orElse(TEXT));
      case "application/json", "application/vnd.oai.openapi+json" -> Optional.of(JSON);
      case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml" ->
          Optional.of(YAML);
      case "", "application/octet-stream" -> ofFile(path);
      default -> Optional.empty();
    };
  }

  /** Whether this may be a description of an API instead of documentation. */
  boolean isData() {
    return this == JSON || this == YAML;
  }

  /** The text as blocks; the parameters are those of an HTML page. */
  Page read(String text, String address, Function<String, Optional<String>> target) {
    return switch (this) {
      case HTML -> HtmlPage.read(text, address, target);
      case MARKDOWN -> MarkdownPage.read(text, address, target);
      case TEXT -> PlainPage.read(text);
      case JSON, YAML -> PlainPage.data(name().toLowerCase(Locale.ROOT), text);
    };
  }
}

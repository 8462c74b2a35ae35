package dev.connector.scaffold.openapi.source;

import dev.connector.spec.ConnectorException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** What a user names as a description. */
public sealed interface DescriptionSource {

  /** A file of this machine. */
  record LocalFile(Path path) implements DescriptionSource {}

  /** An address, https as a rule. */
  record Address(URI uri) implements DescriptionSource {}

  /** What is piped in; the caller closes it. */
  record StandardInput(InputStream in) implements DescriptionSource {}

  /**
   * What a user typed: {@code -}, an address or a file.
   *
   * @param directory where relative files are
   */
  static DescriptionSource of(String typed, Path directory, InputStream standardInput) {
    if (typed.equals("-")) {
      return new StandardInput(standardInput);
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return new Address(address(typed));
    }
    try {
      return new LocalFile(
          lower.startsWith("file:") ? Path.of(new URI(typed)) : directory.resolve(typed));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "the description's address is neither a file's name nor a URL",
          "give a file, an https address, or - for standard input",
          e);
    }
  }

  private static URI address(String typed) {
    try {
      URI uri = new URI(typed.replace(" ", "%20"));
      if (uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, without the address: it may hold a password.
    }
    throw new ConnectorException(
        ConnectorException.Kind.USAGE,
        "the description's URL cannot be used: it has no host, or a password in it",
        "download the document, and give the file: connector new --from-openapi <file>");
  }
}

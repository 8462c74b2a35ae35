package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A definition's link to the schema beside the registry, which editors follow. It would lead out of
 * a user's project, so that it goes when a connector is installed and comes back when it is
 * contributed.
 */
public final class SchemaLink {

  private static final Pattern LINK =
      Pattern.compile("\\A(\\s*\\{\\s*)(\"\\$schema\"\\s*:\\s*\"\\.\\.?/[^\"]*\"\\s*,\\s*)");

  private static final Pattern BEGIN = Pattern.compile("\\A\\s*\\{\\s*");

  private SchemaLink() {}

  /** The definition without a link that leads to a file. */
  public static byte[] removed(byte[] definition) {
    return bytes(LINK.matcher(text(definition)).replaceFirst("$1"));
  }

  /** The definition with the link that another version of it has; as it is where that has none. */
  public static byte[] restored(byte[] definition, byte[] linked) {
    Matcher link = LINK.matcher(text(linked));
    String plain = text(definition);
    Matcher begin = BEGIN.matcher(plain);
    if (!link.find() || !begin.find() || plain.startsWith("\"$schema\"", begin.end())) {
      return definition;
    }
    return bytes(begin.group() + link.group(2) + plain.substring(begin.end()));
  }

  /** Each byte as one character, so that nothing is lost whatever the encoding. */
  private static String text(byte[] content) {
    return new String(content, ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}

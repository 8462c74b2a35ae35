package dev.connector.spec.definition;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code {name}} placeholders; {@code {{} and {@code }}} are literal braces. A query
 * parameter, header or body field that consists of one placeholder is left out where the
 * placeholder has no value.
 */
public record Template(String text) {

  private static final Pattern BRACES =
      Pattern.compile("\\{\\{|\\}\\}|\\{([A-Za-z][A-Za-z0-9]*)\\}|[{}]");

  /** Refuses braces that are neither a placeholder nor doubled. */
  public Template {
    Matcher braces = BRACES.matcher(text);
    while (hasBraces(text) && braces.find()) {
      InvalidDefinitionException.unless(
          braces.end() - braces.start() > 1,
          "the brace at character " + (braces.start() + 1) + " does not belong to a placeholder",
          "write {name} for a placeholder and {{ or }} for a literal brace");
    }
  }

  /** The names between braces, in order of appearance. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    Matcher braces = BRACES.matcher(text);
    while (hasBraces(text) && braces.find()) {
      if (braces.group(1) != null) {
        names.add(braces.group(1));
      }
    }
    return names;
  }

  /** Whether the text is one placeholder and nothing else. */
  public boolean isPlaceholder() {
    Matcher braces = BRACES.matcher(text);
    return braces.matches() && braces.group(1) != null;
  }

  /** Most texts have none, and looking for two characters costs less than a pattern. */
  private static boolean hasBraces(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}

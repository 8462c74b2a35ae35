package dev.connector.spec.definition;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** How connectors are called wherever they are: in definitions, registries, projects, folders. */
public final class ConnectorName {

  /** What a name is, for those who have to write another one. */
  public static final String RULE =
      "a name is small letters and digits, words joined by single dashes, such as google-ads";

  /** What every connector stands on lies beside the connectors and has this name. */
  private static final String TAKEN = "runtime";

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NEITHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");
  private static final int LONGEST = 64;

  private ConnectorName() {}

  /** Whether a connector can be called this. */
  public static boolean isValid(String name) {
    return name.length() <= LONGEST && FORM.matcher(name).matches() && !name.equals(TAKEN);
  }

  /**
   * @throws ConnectorException of kind USAGE where no connector can be called this
   */
  public static void require(String typed) {
    if (isValid(typed)) {
      return;
    }
    String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST) + "..." : typed;
    String meant = NEITHER.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String close = meant.replace(' ', '-');
    throw new ConnectorException(
        Kind.USAGE,
        "\"" + UNPRINTABLE.matcher(shown).replaceAll("?") + "\" is not a connector's name",
        isValid(close) ? RULE + "; did you mean " + close + "?" : RULE);
  }
}

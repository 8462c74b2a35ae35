package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.ConnectorName;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Template;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The kinds of text a definition holds, each with its one way to be written. */
final class Formats {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?=[0-9]|T[0-9])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?");
  private static final Pattern URL = Pattern.compile("https://[^/?#@\\s\\\\]+(/[^?#\\s\\\\]*)?");
  private static final Pattern LINK = Pattern.compile("https://[^/?#@\\s\\\\]+([/?#]\\S*)?");
  private static final Pattern HOST =
      Pattern.compile(
          "(\\*\\.)?([A-Za-z0-9-]|\\{[A-Za-z][A-Za-z0-9]*\\})+(\\.([A-Za-z0-9-]|\\{[A-Za-z][A-Za-z0-9]*\\})+)*(:[0-9]{1,5})?");
  private static final Pattern SCHEMA =
      Pattern.compile("schemas/([A-Za-z0-9_][A-Za-z0-9_-]*/)*[A-Za-z0-9_][A-Za-z0-9_-]*\\.json");
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");
  private static final Pattern NOT_IN_PATH = Pattern.compile("[?#\\s\\\\]");

  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  /** More than any name, path or URL needs; keeps patterns from being led astray. */
  private static final int LONGEST = 2_000;

  private Formats() {}

  static String connectorName(Value value) {
    String name = value.text();
    if (!ConnectorName.isValid(name)) {
      throw new InvalidDefinitionException(
          "\"" + name + "\" is no connector's name", ConnectorName.RULE);
    }
    return name;
  }

  static String identifier(String name) {
    return match(
        name,
        IDENTIFIER,
        "no name the format allows",
        "write letters and digits, beginning with a small letter, such as contactId");
  }

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  static String version(Value value) {
    return match(value.text(), VERSION, "no semantic version", "write one such as 1.0.0");
  }

  static Duration duration(Value value) {
    String text =
        match(
            value.text(),
            DURATION,
            "no ISO 8601 duration",
            "write one such as PT10S (ten seconds), PT5M (five minutes) or P1D (a day)");
    Duration duration = Duration.parse(text);
    if (duration.isZero()) {
      throw new InvalidDefinitionException("the duration is zero", "write a longer one");
    }
    return duration;
  }

  static JsonPointer pointer(Value value) {
    return pointer(value.text());
  }

  static JsonPointer pointer(String text) {
    boolean steps = text.isEmpty() || text.startsWith("/");
    if (!steps || STRAY_TILDE.matcher(text).find()) {
      throw new InvalidDefinitionException(
          "\"" + text + "\" is no JSON Pointer",
          "begin each step with a slash, such as /paging/next; \"\" is the whole document");
    }
    return JsonPointer.compile(text);
  }

  /** An https URL without user, query or fragment, to which paths are appended. */
  static Template baseUrl(Template template) {
    match(
        template.text(),
        URL,
        "no https URL to append paths to",
        "begin with https:// and leave out user, query and fragment");
    if (template.text().endsWith("/")) {
      throw new InvalidDefinitionException(
          "the base URL ends with a slash, and paths begin with one", "remove the last slash");
    }
    return template;
  }

  /** An https URL. */
  static <T> T link(T text) {
    match(text.toString(), LINK, "no https URL", "begin with https:// and leave out user names");
    return text;
  }

  static Template host(Template template) {
    match(
        template.text(),
        HOST,
        "no host name",
        "write it without https:// and path, such as api.example.com or *.example.com");
    return template;
  }

  static Template path(Template template) {
    if (!template.text().startsWith("/") || template.text().startsWith("//")) {
      throw new InvalidDefinitionException(
          "the path does not begin with one slash",
          "write a path that is appended to the base URL");
    }
    if (NOT_IN_PATH.matcher(template.text()).find()) {
      throw new InvalidDefinitionException(
          "the path holds more than a path", "move parameters to \"query\"");
    }
    return template;
  }

  static String schemaFile(Value value) {
    return match(
        value.text(),
        SCHEMA,
        "no file below schemas/",
        "write a path such as schemas/contact.json, without .. and with forward slashes");
  }

  static String header(String name) {
    return match(name, HEADER, "no header's name", "write one such as X-Api-Key");
  }

  /** One of the named fields that a header has. */
  static String headerField(Value value) {
    return match(value.text(), HEADER, "no name of a header's field", "write one such as v1");
  }

  static OperationName operationName(Value value) {
    return OperationName.parse(value.text());
  }

  static String regularExpression(Value value) {
    try {
      return Pattern.compile(match(value.words(), ANYTHING, "", "")).pattern();
    } catch (PatternSyntaxException e) {
      throw new InvalidDefinitionException(
          "no regular expression: " + e.getDescription(), "mend it, or leave it out");
    }
  }

  /** A reader of whole numbers in a range. */
  static Function<Value, Integer> integer(int least, int most) {
    return value -> value.integer(least, most);
  }

  /** A reader of counts. */
  static Integer count(Value value) {
    return value.integer(1, Integer.MAX_VALUE);
  }

  private static String match(String text, Pattern pattern, String cause, String fix) {
    if (text.length() > LONGEST) {
      throw new InvalidDefinitionException(
          "the text has more than " + LONGEST + " characters", "shorten it");
    }
    if (!pattern.matcher(text).matches()) {
      throw new InvalidDefinitionException("\"" + text + "\" is " + cause, fix);
    }
    return text;
  }
}

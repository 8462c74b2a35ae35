package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.spec.definition.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads HTTP Basic: a user and password, or an API key in the place of one of them. */
final class BasicScheme {

  private static final String KEY = "(?:api|access|secret|private)?[ _-]?(?:key|token|secret)";
  private static final Pattern KEY_AS_USER =
      Pattern.compile(
          "(?:\\b"
              + KEY
              + "\\b[^.\n]{0,60}\\b(?:as|is|in|for)\\b[^.\n]{0,25}\\buser ?name"
              + "|user ?name\\b[^.\n]{0,30}\\b(?:is|as|:|use|to|with|be)\\b?[^.\n]{0,30}\\b"
              + KEY
              + "\\b"
              + "|"
              + KEY
              + ":[`'\")>]|Basic <"
              + KEY
              + ">)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_PASSWORD =
      Pattern.compile(
          "(?:password\\b[^.\n]{0,60}\\b(?:blank|empty|ignored|not required|not needed|anything|left out"
              + "|any value|any string|not used)|(?:blank|empty|no|without a?|any) password"
              + "|append a colon|followed by a colon|"
              + KEY
              + ":[`'\")>]|Basic <"
              + KEY
              + ">)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY_AS_PASSWORD =
      Pattern.compile(
          "(?:\\b"
              + KEY
              + "\\b[^.\n]{0,60}\\b(?:as|is|in|for)\\b[^.\n]{0,25}\\bpassword"
              + "|password\\b[^.\n]{0,20}\\b(?:is|as|:|use|to|with|be)\\b?[^.\n]{0,30}\\b"
              + KEY
              + "\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY_USER =
      Pattern.compile(
          "(?:any (?:user ?name|string|value|text)|user ?name\\b[^.\n]{0,40}\\b(?:anything|ignored|any))",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 20_000;

  private final String prose;

  BasicScheme(String prose) {
    this.prose = prose;
  }

  Way read(String place, String label, String description) {
    Way.Basis said =
        Way.Basis.of(Confidence.SURE, place, "HTTP Basic as the scheme " + Terms.quote(label));
    String text = description.isBlank() ? aboutBasic() : description;
    if (find(KEY_AS_USER, text) && find(NO_PASSWORD, text)) {
      return key(description, "{apiKey}", "", likely(place, text));
    }
    if (find(KEY_AS_PASSWORD, text) && find(ANY_USER, text)) {
      return key(description, "connector", "{apiKey}", likely(place, text));
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("username", Credential.open("username", description));
    settings.put("password", Credential.secret("password", description));
    return Way.of(basic("{username}", "{password}"), settings, said);
  }

  /** An API key that is written "Basic", then itself in Base64. */
  Way encodedKey(KeyScheme.Key key, Way.Basis basis) {
    ObjectNode asItIs = Draft.object().put("type", "apiKey").put("value", "Basic {apiKey}");
    asItIs.putObject("placement").put("header", key.parameter());
    return Way.of(
        basic("{apiKey}", ""),
        Map.of("apiKey", Credential.secret("apiKey", key.description())),
        basis.atMost(Confidence.LIKELY),
        new Way.Doubt(
            "The API key goes behind the word Basic; is it a user name without a password, or is it"
                + " written as it is?",
            List.of("a user name without a password", "as it is"),
            "",
            asItIs.toString()));
  }

  private static Way key(String description, String user, String password, Way.Basis basis) {
    return Way.of(
        basic(user, password),
        Map.of("apiKey", Credential.secret("apiKey", description)),
        basis,
        new Way.Doubt(
            "The text says that the API key takes the place of "
                + (password.isEmpty() ? "the user name, without a password." : "the password."),
            List.of("as the text says", "a user name and a password"),
            "",
            basic(user, password).toString()));
  }

  private static Way.Basis likely(String place, String text) {
    return Way.Basis.of(
        Confidence.LIKELY, place, "HTTP Basic with an API key: " + Terms.quote(text));
  }

  private static ObjectNode basic(String username, String password) {
    return Draft.object().put("type", "basic").put("username", username).put("password", password);
  }

  /** The sentences around the word, of a text that is about much else. */
  private String aboutBasic() {
    int at = prose.toLowerCase(Locale.ROOT).indexOf("basic auth");
    return at < 0 ? "" : prose.substring(Math.max(0, at - 300), Math.min(prose.length(), at + 600));
  }

  private static boolean find(Pattern pattern, String text) {
    return pattern.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text).find();
  }
}

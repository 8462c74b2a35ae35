package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads credentials that are said to be a header, query parameter or cookie: often a bearer token
 * in truth, or what goes behind another word.
 */
final class KeyScheme {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Lexicon lexicon;
  private final Credential credential;
  private final String prose;

  /**
   * @param prose what the document says as a whole
   */
  KeyScheme(Lexicon lexicon, String prose) {
    this.lexicon = lexicon;
    this.credential = new Credential(lexicon);
    this.prose = prose;
  }

  /**
   * A credential in a request.
   *
   * @param label what the document calls it
   * @param in {@code header}, {@code query} or {@code cookie}
   */
  record Key(String place, String label, String description, String in, String parameter) {}

  /** Empty where it goes nowhere. */
  Optional<Way> read(Key key) {
    boolean header = key.in().equals("header");
    boolean named =
        header || key.in().equals("cookie")
            ? HEADER_NAME.matcher(key.parameter()).matches()
            : key.in().equals("query") && !key.parameter().isBlank();
    if (!named) {
      return Optional.empty();
    }
    if (header && key.parameter().equalsIgnoreCase("Authorization")) {
      return Optional.of(authorization(key));
    }
    String says = key.in() + " " + key.parameter() + " as the scheme " + Terms.quote(key.label());
    return Optional.of(plain(key, "", "", Way.Basis.of(Confidence.SURE, key.place(), says)));
  }

  /** What the document calls an API key is written like this: {@code Token {apiKey}}. */
  private Way authorization(Key key) {
    if (signs(key)) {
      return signed(key);
    }
    Optional<AuthorizationWord> own = AuthorizationWord.shownIn(key.description(), lexicon);
    Optional<AuthorizationWord> word =
        own.or(() -> byName(key))
            .or(() -> AuthorizationWord.in(prose, lexicon).filter(AuthorizationWord::shown));
    if (word.isEmpty()) {
      return unknown(key);
    }
    Confidence confidence =
        own.isPresent() && word.get().shown() ? Confidence.SURE : Confidence.LIKELY;
    Way.Basis basis =
        Way.Basis.of(
            confidence,
            own.isPresent()
                ? key.place()
                : byName(key).isPresent() ? key.place() : "#/info/description",
            "an API key in Authorization that is written "
                + word.get().before()
                + "…: "
                + Terms.quote(own.isPresent() ? key.description() : key.label()));
    if (word.get().isBearer()) {
      String name = bearerName(key.description());
      return Way.of(
          Draft.object().put("type", "bearer").put("token", "{" + name + "}"),
          Map.of(name, Credential.secret(name, key.description())),
          basis,
          doubt(confidence, key));
    }
    if (word.get().isBasic()) {
      return new BasicScheme(prose).encodedKey(key, basis);
    }
    return plain(key, word.get().before(), word.get().after(), basis);
  }

  private static Way.Doubt[] doubt(Confidence confidence, Key key) {
    return confidence == Confidence.SURE
        ? new Way.Doubt[0]
        : new Way.Doubt[] {
          new Way.Doubt(
              "The document calls it an API key in the header Authorization, and only hints that it"
                  + " is written as a bearer token.",
              List.of("Bearer, then the token", "the token alone", "another word, then the token"),
              "",
              keyed(key, "{" + bearerName(key.description()) + "}").toString())
        };
  }

  /** {@code bearerAuth} and {@code jwt} say as much. */
  private Optional<AuthorizationWord> byName(Key key) {
    List<String> words = Terms.words(key.label());
    return words.stream().anyMatch(it -> lexicon.weight("bearerWord", it) > 0)
        ? Optional.of(new AuthorizationWord("Bearer ", "", false))
        : Optional.empty();
  }

  /** The user writes the whole header, which is right whatever the word is. */
  private Way unknown(Key key) {
    String about = "The whole value of the header Authorization, with the word before the key.";
    return Way.of(
        keyed(key, "{authorization}"),
        Map.of(
            "authorization",
            Credential.secret(
                "authorization", (about + " " + Terms.quote(key.description())).strip())),
        Way.Basis.of(
            Confidence.UNSURE,
            key.place(),
            "an API key in the header Authorization, and no word on how it is written"),
        new Way.Doubt(
            "The document calls it an API key in the header Authorization and does not say which"
                + " word goes before it; the setting has to hold that word, too.",
            List.of("Bearer {authorization}", "Token {authorization}", "{authorization}"),
            "value",
            TextNode.valueOf("Bearer {authorization}").toString()));
  }

  private Way plain(Key key, String before, String after, Way.Basis basis) {
    String name = credential.common(key.parameter());
    if (name.equals("authorizationValue") || key.parameter().equalsIgnoreCase("Authorization")) {
      name = bearerName(key.description());
    }
    String value = Terms.literal(before) + "{" + name + "}" + Terms.literal(after);
    return Way.of(
        keyed(key, value), Map.of(name, Credential.secret(name, key.description())), basis);
  }

  private static ObjectNode keyed(Key key, String value) {
    ObjectNode scheme = Draft.object().put("type", "apiKey").put("value", value);
    scheme.putObject("placement").put(key.in(), key.parameter());
    return scheme;
  }

  private static String bearerName(String text) {
    List<String> words = Terms.words(text);
    boolean key = words.contains("key") || words.contains("apikey");
    return key && !words.contains("token") ? "apiKey" : "accessToken";
  }

  private boolean signs(Key key) {
    return Terms.words(key.label() + " " + Terms.quote(key.description())).stream()
        .anyMatch(it -> lexicon.weight("signatureWord", it) > 0);
  }

  private static Way signed(Key key) {
    String says = Terms.quote(key.description().isBlank() ? key.label() : key.description());
    ObjectNode scheme =
        Draft.object()
            .put("type", "custom")
            .put("description", "Signs each request and puts that into Authorization: " + says)
            .put("uses", "{accessKeyId}{secretAccessKey}");
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("accessKeyId", Credential.open("accessKeyId", "Says whose signature it is."));
    settings.put(
        "secretAccessKey", Credential.secret("secretAccessKey", "What requests are signed with."));
    return Way.of(
        scheme,
        settings,
        Way.Basis.of(Confidence.LIKELY, key.place(), "a signature in Authorization: " + says),
        new Way.Doubt(
            "Requests are signed, and the document does not say how; the engine refuses that, code"
                + " has to do it.",
            List.of("custom code", "a signature by HMAC, as the format has it"),
            "",
            scheme.toString()));
  }
}

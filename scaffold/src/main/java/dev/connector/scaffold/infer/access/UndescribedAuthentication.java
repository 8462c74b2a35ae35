package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Infers authentication where the document has no scheme for it: from parameters that operations
 * have in common, from what it says in words, from refusals it tells of.
 */
final class UndescribedAuthentication {

  private static final Pattern HEADER_IN_PROSE =
      Pattern.compile(
          "\\b(X-(?:[A-Za-z0-9]+-)*(?:Api-?Key|Key|Token|Secret|Auth)(?:-[A-Za-z]+)?)\\b");
  private static final Pattern QUERY_IN_PROSE =
      Pattern.compile(
          "[?&](api[_-]?key|access[_-]?token|auth[_-]?token|app[_-]?key)=",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BASIC_IN_PROSE =
      Pattern.compile("\\b(?:HTTP )?basic auth", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY_IN_PROSE =
      Pattern.compile(
          "\\b(?:api[ -]?keys?|access tokens?|api tokens?|bearer tokens?|OAuth ?2?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED_HEADER =
      Pattern.compile(
          "[\"'`]([A-Za-z][A-Za-z0-9_-]{0,40}(?:key|token|secret))[\"'`] (?:in (?:the|an?|your) |as an? )?"
              + "(?:HTTP |request )?header|header[ :]+(?:named |called )?[\"'`]"
              + "([A-Za-z][A-Za-z0-9_-]{0,40}(?:key|token|secret))[\"'`]",
          Pattern.CASE_INSENSITIVE);
  private static final String PROSE = "#/info/description";
  private static final int LONGEST = 200_000;

  private final ApiDescription description;
  private final Lexicon lexicon;
  private final GivenParameters given;
  private final String prose;

  UndescribedAuthentication(ApiDescription description, Lexicon lexicon, GivenParameters given) {
    this.description = description;
    this.lexicon = lexicon;
    this.given = given;
    String text = description.info().description();
    this.prose = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** Nothing where nothing hints at a credential; what is only hinted at may be left out. */
  Found find() {
    List<Way> byParameters = parameters();
    if (!byParameters.isEmpty()) {
      return new Found(byParameters, false);
    }
    Optional<Way> byProse = prose();
    if (byProse.isPresent()) {
      return new Found(List.of(byProse.get()), false);
    }
    return refusal().map(it -> new Found(List.of(unknown(it)), true)).orElseGet(Found::nothing);
  }

  private List<Way> parameters() {
    Map<String, List<List<Way>>> needed = new LinkedHashMap<>();
    List<Way> possible = new ArrayList<>();
    KeyScheme keys = new KeyScheme(lexicon, prose);
    CredentialParameters credentials = new CredentialParameters(lexicon, given);
    for (GivenParameters.Uses uses : given.uses().values()) {
      String in = uses.first().in().name().toLowerCase(Locale.ROOT);
      Optional<Way> way =
          credentials.areMeant(uses)
              ? keys.read(key(uses.first(), in)).map(it -> inCommon(it, uses))
              : Optional.empty();
      if (way.isPresent() && uses.needed()) {
        needed.computeIfAbsent(in, it -> new ArrayList<>()).add(List.of(way.get()));
      } else {
        way.ifPresent(possible::add);
      }
    }
    Together together = new Together(new Credential(lexicon));
    List<Way> ways = new ArrayList<>();
    needed.values().forEach(it -> ways.addAll(together.joined(it)));
    ways.addAll(possible);
    return ways;
  }

  /** Examples tell the word that goes before a key. */
  private static KeyScheme.Key key(ApiParameter parameter, String in) {
    ApiSchema schema = parameter.schema();
    StringBuilder says = new StringBuilder(parameter.description());
    parameter
        .example()
        .or(schema::example)
        .or(schema::defaultValue)
        .filter(it -> it.isTextual() && it.textValue().contains(" "))
        .ifPresent(it -> says.append(" Authorization: ").append(it.textValue()));
    return new KeyScheme.Key(
        parameter.place(), parameter.name(), says.toString().strip(), in, parameter.name());
  }

  private Way inCommon(Way way, GivenParameters.Uses uses) {
    String says =
        uses.count()
            + " of "
            + given.operations()
            + " operations have the parameter "
            + Terms.quote(uses.first().name());
    List<Way.Doubt> doubts = new ArrayList<>(way.doubts());
    if (doubts.isEmpty()) {
      doubts.add(
          new Way.Doubt(
              "The document describes no authentication; that the parameter "
                  + Terms.quote(uses.first().name())
                  + " is one shows only in its operations.",
              List.of("a credential", "an ordinary parameter"),
              "",
              way.scheme().toString()));
    }
    Way.Basis basis = Way.Basis.of(Confidence.LIKELY, uses.first().place(), says);
    return new Way(
        way.scheme(),
        way.settings(),
        way.extras(),
        basis.atMost(
            way.basis().confidence() == Confidence.UNSURE ? Confidence.UNSURE : Confidence.LIKELY),
        doubts);
  }

  private Optional<Way> prose() {
    Optional<AuthorizationWord> word =
        AuthorizationWord.in(prose, lexicon).filter(AuthorizationWord::shown);
    if (word.isPresent()) {
      return new KeyScheme(lexicon, prose)
          .read(
              new KeyScheme.Key(PROSE, "", quoted(word.get().before()), "header", "Authorization"))
          .map(it -> told(it, "Authorization: " + word.get().before(), Confidence.LIKELY));
    }
    Matcher named = NAMED_HEADER.matcher(prose);
    if (named.find()) {
      return key("header", named.group(1) == null ? named.group(2) : named.group(1));
    }
    Matcher header = HEADER_IN_PROSE.matcher(prose);
    if (header.find()) {
      return key("header", header.group(1));
    }
    Matcher query = QUERY_IN_PROSE.matcher(prose);
    if (query.find()) {
      return key("query", query.group(1));
    }
    if (BASIC_IN_PROSE.matcher(prose).find()) {
      Way way = new BasicScheme(prose).read(PROSE, "", "");
      return Optional.of(told(way, "basic auth", Confidence.LIKELY));
    }
    return Optional.empty();
  }

  private static String quoted(String before) {
    return "Authorization: " + before + "<token>";
  }

  private Optional<Way> key(String in, String name) {
    return new KeyScheme(lexicon, prose)
        .read(new KeyScheme.Key(PROSE, "", "", in, name))
        .map(it -> told(it, name, Confidence.LIKELY));
  }

  private Way told(Way way, String words, Confidence confidence) {
    return new Way(
        way.scheme(),
        way.settings(),
        way.extras(),
        Way.Basis.of(confidence, PROSE, "the text says " + Terms.quote(around(words))),
        List.of(
            new Way.Doubt(
                "The document describes authentication in words alone.",
                List.of("as the text seems to say", "none", "another scheme"),
                "",
                way.scheme().toString())));
  }

  private String around(String words) {
    int at = prose.indexOf(words.strip());
    return at < 0
        ? words
        : prose.substring(Math.max(0, at - 40), Math.min(prose.length(), at + 100));
  }

  private Optional<Evidence> refusal() {
    Matcher words = KEY_IN_PROSE.matcher(prose);
    if (words.find()) {
      return Optional.of(
          new Evidence(
              PROSE, "the text speaks of credentials: " + Terms.quote(around(words.group()))));
    }
    return description.operations().stream()
        .flatMap(
            operation ->
                operation.responses().stream()
                    .filter(it -> it.status().equals("401") || it.status().equals("403"))
                    .map(it -> new Evidence(it.place(), "an operation may answer " + it.status())))
        .findFirst();
  }

  private static Way unknown(Evidence evidence) {
    return SchemeWays.bearer(
        "What the API asks of its callers.",
        new Way.Basis(Confidence.UNSURE, List.of(evidence)),
        new Way.Doubt(
            "The document does not say how callers authenticate, though something hints that they"
                + " have to.",
            List.of(
                "a bearer token",
                "an API key in a header of its own",
                "an API key in the query",
                "none"),
            "",
            "{\"type\":\"apiKey\",\"value\":\"{accessToken}\",\"placement\":{\"header\":\"X-Api-Key\"}}"));
  }

  /** What is left to say where nothing was found. */
  static Gap open() {
    return new Gap(
        "authentication",
        "The document says nothing of authentication, so requests go without.",
        List.of("none is needed", "the document forgot it"),
        new Gap.Edit("/authentication", "[{\"type\":\"none\"}]"),
        List.of(
            new Evidence("#", "no security scheme, no parameter, no text, no answer 401 or 403")));
  }
}

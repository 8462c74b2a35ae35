package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Infers what every request carries beside its credential: the API's version, a format, whose data
 * is meant.
 */
final class CommonParameters {

  private static final double MOST = 0.8;
  private static final int FEWEST = 2;
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_TEXT = Pattern.compile("[ -~]{1,200}");

  private final ApiDescription description;
  private final Lexicon lexicon;
  private final GivenParameters given;

  CommonParameters(ApiDescription description, Lexicon lexicon, GivenParameters given) {
    this.description = description;
    this.lexicon = lexicon;
    this.given = given;
  }

  void infer(Draft draft) {
    CredentialParameters credentials = new CredentialParameters(lexicon, given);
    given
        .uses()
        .forEach(
            (key, uses) -> {
              boolean header = key.in() == ApiParameter.In.HEADER;
              boolean transport = header && lexicon.weight("transportHeader", key.name()) > 0;
              if (transport || draft.hasCredential() && credentials.repeatWhatIsDescribed(uses)) {
                draft.supplies(key.in(), key.name());
              } else if (!draft.isSupplied(key)
                  && key.in() != ApiParameter.In.COOKIE
                  && given.share(uses) >= MOST
                  && (!header || HEADER_NAME.matcher(uses.first().name()).matches())) {
                common(uses, draft);
              }
            });
  }

  private void common(GivenParameters.Uses uses, Draft draft) {
    ApiParameter parameter = uses.first();
    Optional<Value> value = uses.alike() ? value(parameter, uses.needed()) : Optional.empty();
    if (value.isPresent()) {
      write(parameter, Terms.literal(value.get().text()), value.get(), uses, draft);
    } else if (uses.needed()
        && uses.alike()
        && isWhose(parameter)
        && given.operations() >= FEWEST) {
      String name = Terms.identifier(parameter.name().replaceFirst("(?i)^x-", ""), "parameter");
      String setting = draft.setting(name, setting(name, parameter));
      write(
          parameter,
          "{" + setting + "}",
          new Value("", Confidence.LIKELY, "every request needs it, the user knows its value"),
          uses,
          draft);
    }
  }

  /** A text to send, and what speaks for it. */
  private record Value(String text, Confidence confidence, String says) {}

  private Optional<Value> value(ApiParameter parameter, boolean needed) {
    List<JsonNode> values = parameter.schema().values();
    Optional<String> usual = text(parameter.schema().defaultValue());
    Optional<String> shown =
        needed ? text(parameter.example().or(() -> parameter.schema().example())) : usual;
    boolean version = lexicon.weight("versionParameter", parameter.name()) > 0;
    if (needed && values.size() == 1 && text(Optional.of(values.get(0))).isPresent()) {
      return Optional.of(
          new Value(values.get(0).asText(), Confidence.SURE, "the only value there is"));
    }
    if (lexicon.weight("formatParameter", parameter.name()) > 0) {
      return json(values, usual, needed);
    }
    if (usual.isPresent() && (needed || version)) {
      return Optional.of(new Value(usual.get(), Confidence.LIKELY, "the value that is usual"));
    }
    if (version && shown.isPresent()) {
      return Optional.of(new Value(shown.get(), Confidence.LIKELY, "the version of the example"));
    }
    if (version && needed) {
      return text(Optional.of(TextNode.valueOf(description.info().version().strip())))
          .map(it -> new Value(it, Confidence.LIKELY, "taken to be the document's own version"));
    }
    boolean telling =
        Terms.words(parameter.name()).stream()
            .anyMatch(it -> lexicon.weight("correlationWord", it) > 0);
    return telling && needed && values.isEmpty()
        ? Optional.of(
            new Value("connector", Confidence.LIKELY, "any text by which to find a request again"))
        : Optional.empty();
  }

  /** JSON, where an answer without the parameter may be something else. */
  private static Optional<Value> json(
      List<JsonNode> values, Optional<String> usual, boolean needed) {
    boolean json = usual.filter(CommonParameters::isJson).isPresent();
    return json || usual.isEmpty() && !needed
        ? Optional.empty()
        : values.stream()
            .map(JsonNode::asText)
            .filter(CommonParameters::isJson)
            .filter(it -> HEADER_TEXT.matcher(it).matches())
            .findFirst()
            .map(it -> new Value(it, Confidence.LIKELY, "JSON, among other formats"));
  }

  private static boolean isJson(String format) {
    return format.toLowerCase(Locale.ROOT).contains("json");
  }

  private static Optional<String> text(Optional<JsonNode> value) {
    return value
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(it -> !it.isBlank() && HEADER_TEXT.matcher(it).matches());
  }

  /** A tenant or the like in a header; in the query it may as well be a filter. */
  private boolean isWhose(ApiParameter parameter) {
    return parameter.in() == ApiParameter.In.HEADER
        && lexicon.weight("requestHeader", parameter.name()) == 0;
  }

  private Setting setting(String name, ApiParameter parameter) {
    boolean secret =
        Terms.words(parameter.name()).stream().anyMatch(it -> lexicon.weight("secretWord", it) > 0);
    List<String> values =
        parameter.schema().values().stream()
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asText)
            .filter(it -> HEADER_TEXT.matcher(it).matches() && !it.isBlank())
            .distinct()
            .toList();
    return new Setting(
        Terms.title(name),
        Terms.quote(parameter.description()),
        secret,
        true,
        Optional.empty(),
        Optional.empty(),
        secret ? List.of() : values);
  }

  private void write(
      ApiParameter parameter, String text, Value value, GivenParameters.Uses uses, Draft draft) {
    boolean header = parameter.in() == ApiParameter.In.HEADER;
    String member = header ? "headers" : "query";
    draft.member(member).put(parameter.name(), text);
    draft.supplies(parameter.in(), parameter.name());
    draft.found(
        "/" + member + "/" + parameter.name().replace("~", "~0").replace("/", "~1"),
        new Fact<>(
            TextNode.valueOf(text),
            value.confidence(),
            List.of(
                new Evidence(
                    parameter.place(),
                    value.says()
                        + "; "
                        + uses.count()
                        + " of "
                        + given.operations()
                        + " operations have it")),
            List.of()));
  }
}

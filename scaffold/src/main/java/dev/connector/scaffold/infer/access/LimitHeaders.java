package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.ApiResponse.ApiHeader;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the response headers that tell what is left of a limit. */
final class LimitHeaders {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern MILLIS =
      Pattern.compile("\\bmillis|milliseconds", Pattern.CASE_INSENSITIVE);
  private static final Pattern EPOCH =
      Pattern.compile("\\b(?:epoch|unix|timestamp)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECONDS =
      Pattern.compile("\\b(?:seconds?|secs?)\\b", Pattern.CASE_INSENSITIVE);

  private enum Role {
    LIMIT("limitSizeWord"),
    REMAINING("limitRemainingWord"),
    RESET("limitResetWord");

    private final String words;

    Role(String words) {
      this.words = words;
    }
  }

  private record Header(String place, String name, ApiHeader header) {}

  private final Lexicon lexicon;
  private final Map<String, Map<Role, Header>> families = new LinkedHashMap<>();
  private Optional<Evidence> retryAfter = Optional.empty();

  LimitHeaders(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(String place, String name, ApiHeader header) {
    if (name.equalsIgnoreCase("Retry-After") && retryAfter.isEmpty()) {
      retryAfter =
          Optional.of(new Evidence(place + "/headers/" + name, "Retry-After is documented"));
    }
    List<String> words = Terms.words(name);
    boolean limit =
        words.contains("limit") && words.contains("rate")
            || words.stream().anyMatch(it -> lexicon.weight("limitFamilyWord", it) > 0);
    if (!limit || !HEADER_NAME.matcher(name).matches()) {
      return;
    }
    role(words)
        .ifPresent(
            role -> {
              Map<Role, Header> family =
                  families.computeIfAbsent(family(words), it -> new EnumMap<>(Role.class));
              Header known = family.get(role);
              boolean tells = known == null || known.header().description().isBlank();
              if (tells && (known == null || !header.description().isBlank())) {
                family.put(role, new Header(place, name, header));
              }
            });
  }

  /** The last word that tells decides: {@code X-Rate-Limit-Reset} is no limit. */
  private Optional<Role> role(List<String> words) {
    for (Role role : List.of(Role.REMAINING, Role.RESET, Role.LIMIT)) {
      if (words.stream().anyMatch(it -> lexicon.weight(role.words, it) > 0)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** What the headers of one window have in common. */
  private String family(List<String> words) {
    List<String> common = new ArrayList<>(words);
    common.removeIf(
        word ->
            word.equals("limit")
                || lexicon.weight(Role.REMAINING.words, word) > 0
                || lexicon.weight(Role.RESET.words, word) > 0
                || lexicon.weight(Role.LIMIT.words, word) > 0);
    return String.join(" ", common);
  }

  /** Those of the window that is told of best. */
  Optional<LimitsInference.Documented> documented() {
    Optional<Map<Role, Header>> best =
        families.values().stream()
            .filter(it -> it.containsKey(Role.REMAINING) || it.containsKey(Role.RESET))
            .reduce((one, other) -> other.size() > one.size() ? other : one);
    return best.map(this::written);
  }

  private LimitsInference.Documented written(Map<Role, Header> family) {
    ObjectNode headers = Draft.object();
    List<Evidence> evidence = new ArrayList<>();
    Optional<Gap> gap = Optional.empty();
    for (Map.Entry<Role, Header> entry : family.entrySet()) {
      Header header = entry.getValue();
      String says = Terms.quote(header.header().description());
      evidence.add(
          new Evidence(
              header.place() + "/headers/" + header.name(),
              header.name() + (says.isEmpty() ? "" : ": " + says)));
      String role = entry.getKey().name().toLowerCase(Locale.ROOT);
      if (entry.getKey() != Role.RESET) {
        headers.put(role, header.name());
        continue;
      }
      Optional<String> unit = unit(header.header());
      ObjectNode moment = Draft.object();
      moment.putObject("at").put("header", header.name());
      moment.put("as", unit.orElse("epochSeconds"));
      if (unit.isPresent()) {
        headers.set(role, moment);
      } else {
        gap = Optional.of(unknownUnit(header, moment, evidence));
      }
    }
    Confidence confidence = family.size() > 1 ? Confidence.SURE : Confidence.LIKELY;
    return new LimitsInference.Documented(headers, confidence, evidence, gap);
  }

  private static Gap unknownUnit(Header header, JsonNode moment, List<Evidence> evidence) {
    return new Gap(
        "limits",
        "The document does not say how " + header.name() + " writes the time.",
        List.of("epochSeconds", "seconds", "epochMillis", "millis"),
        new Gap.Edit("/limits/headers/reset", moment.toString()),
        evidence);
  }

  /** Empty where the text does not tell, or tells of a form that cannot be read. */
  private static Optional<String> unit(ApiHeader header) {
    String text = header.description();
    Optional<ApiSchema> schema = header.schema();
    boolean dateTime =
        schema.map(ApiSchema::format).filter(it -> it.startsWith("date")).isPresent();
    if (dateTime) {
      return Optional.empty();
    }
    boolean epoch = EPOCH.matcher(text).find();
    if (MILLIS.matcher(text).find()) {
      return Optional.of(epoch ? "epochMillis" : "millis");
    }
    if (epoch) {
      return Optional.of("epochSeconds");
    }
    return SECONDS.matcher(text).find() ? Optional.of("seconds") : Optional.empty();
  }

  /** Honoured anyway. */
  Optional<Fact<JsonNode>> retryAfter() {
    return retryAfter.map(it -> Fact.<JsonNode>sure(TextNode.valueOf("Retry-After"), it));
  }
}

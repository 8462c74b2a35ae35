package dev.connector.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every rule of the specification, as {@code rules.json} has it. */
public final class Rules {

  private static final String RESOURCE = "/dev/connector/spec/rules.json";

  private final String version;
  private final List<Chapter> chapters;
  private final Map<String, Rule> byId = new LinkedHashMap<>();

  private Rules(String version, List<Chapter> chapters) {
    this.version = version;
    this.chapters = List.copyOf(chapters);
    chapters.stream()
        .flatMap(chapter -> chapter.rules().stream())
        .forEach(
            rule -> {
              if (byId.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException(rule.id() + " stands twice in the rules");
              }
            });
  }

  /** Reads the rules that came with this program. */
  public static Rules load() {
    try (InputStream in = Rules.class.getResourceAsStream(RESOURCE)) {
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rules of(JsonNode document) {
    return new Rules(
        document.required("version").textValue(),
        elements(document.required("chapters")).map(Rules::chapter).toList());
  }

  /** The semantic version of the specification. */
  public String version() {
    return version;
  }

  /** The rules by subject, in their order. */
  public List<Chapter> chapters() {
    return chapters;
  }

  /** All rules, in their order. */
  public List<Rule> all() {
    return List.copyOf(byId.values());
  }

  /** The rules that meet a condition, in their order. */
  public List<Rule> where(Predicate<Rule> condition) {
    return byId.values().stream().filter(condition).toList();
  }

  /** The rule of this id, as a user wrote it. */
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(byId.get(id.toUpperCase(Locale.ROOT)));
  }

  /**
   * The rule of this id.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Rule rule(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
  }

  private static Chapter chapter(JsonNode chapter) {
    return new Chapter(
        chapter.required("id").textValue(),
        chapter.required("title").textValue(),
        elements(chapter.required("rules")).map(Rules::rule).toList());
  }

  private static Rule rule(JsonNode rule) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    rule.path("values").properties().forEach(it -> values.put(it.getKey(), it.getValue()));
    return new Rule(
        rule.required("id").textValue(),
        rule.required("title").textValue(),
        Level.valueOf(rule.required("level").textValue().toUpperCase(Locale.ROOT)),
        kind(rule.required("check").textValue()),
        rule.required("statement").textValue(),
        rule.required("rationale").textValue(),
        values);
  }

  private static CheckKind kind(String letter) {
    return Stream.of(CheckKind.values())
        .filter(kind -> kind.letter().equals(letter))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no kind of check: " + letter));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

package dev.connector.registry.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.DirectoryRegistry;
import dev.connector.registry.source.Registry;
import dev.connector.spec.conformance.statics.SecretScan;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons of the registry that stands beside this code. */
class DefaultLessonsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SNIPPET = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final String DEFINITION =
      """
      { "format": 1, "name": "example", "version": "1.0.0", "title": "Example", "description": "Orders.",
        "baseUrl": "https://api.example.com",
        "resources": { "orders": {
          "schema": "schemas/order.json", "primaryKey": ["/id"],
          "operations": { "list": { "path": "/orders", "records": "/items" } } } } }
      """;

  @ParameterizedTest
  @MethodSource("lessons")
  void what_a_lesson_says_to_write_is_read_without_an_objection(Lesson lesson) throws IOException {
    Matcher snippets = SNIPPET.matcher(lesson.text());
    assertThat(snippets.results()).as("snippets of " + lesson.name()).isNotEmpty();
    snippets.reset();
    while (snippets.find()) {
      ObjectNode definition = (ObjectNode) JSON.readTree(DEFINITION);
      merge(definition, JSON.readTree(snippets.group(1)));
      ReadResult result = new DefinitionReader().read(definition);
      assertThat(result.problems()).isEmpty();
      Definition read = result.definition().orElseThrow();
      assertThat(Features.of(read)).as("features").isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_is_short_and_holds_no_secret(Lesson lesson) {
    String prose = SNIPPET.matcher(lesson.text()).replaceAll("");
    assertThat(prose.split("\\s+").length).isBetween(60, 150);
    assertThat(lesson.file().lines()).noneMatch(it -> SecretScan.kindOf(it).isPresent());
  }

  @Test
  void lessons_name_connectors_that_there_are() throws IOException {
    Set<String> named = new TreeSet<>();
    lessons().forEach(it -> named.addAll(it.connectors()));
    for (String name : named) {
      assertThat(Files.isDirectory(registry().resolve("connectors").resolve(name)))
          .as(name)
          .isTrue();
    }
    assertThat(named).isNotEmpty();
  }

  @Test
  void each_connector_here_finds_lessons_by_what_its_definition_has() throws IOException {
    Lessons all = new Lessons(lessons().toList());
    Path file = registry().resolve("connectors/hubspot/connector.json");
    Definition hubspot =
        new DefinitionReader().read(Files.readAllBytes(file)).definition().orElseThrow();

    List<Lesson> few = all.relevant(Features.of(hubspot), 5);

    assertThat(few).hasSize(5).doesNotHaveDuplicates();
    assertThat(all.relevant(Features.of(hubspot), 100))
        .extracting(Lesson::name)
        .contains("search-window", "webhooks-sign-raw-bytes", "post-that-reads")
        .doesNotContain("first-page-zero");
  }

  static Stream<Lesson> lessons() {
    try (Registry registry = DirectoryRegistry.open("default", registry())) {
      return registry.lessons().all().stream();
    }
  }

  private static Path registry() {
    return Path.of("").toAbsolutePath();
  }

  /** RFC 7396, which is how such a snippet is meant. */
  private static void merge(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            it -> {
              JsonNode there = target.get(it.getKey());
              if (there instanceof ObjectNode object && it.getValue().isObject()) {
                merge(object, it.getValue());
              } else if (it.getValue() instanceof NullNode) {
                target.remove(it.getKey());
              } else {
                target.set(it.getKey(), it.getValue());
              }
            });
  }
}

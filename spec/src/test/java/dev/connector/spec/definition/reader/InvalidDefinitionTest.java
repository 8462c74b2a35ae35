package dev.connector.spec.definition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of {@code invalid.json} breaks a valid definition in one way. The reader reports it at
 * the place and in the words given; the schema rejects it too, save where only references and
 * meaning are wrong, which a schema cannot see.
 */
class InvalidDefinitionTest {

  record Case(String name, JsonNode definition, JsonNode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    Stream<JsonNode> lines =
        StreamSupport.stream(Definitions.tree("invalid.json").spliterator(), false);
    return lines.map(line -> new Case(line.path("case").textValue(), broken(line), line)).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_reader_reports_what_is_wrong_and_where(Case broken) {
    List<Problem> errors = new DefinitionReader().read(broken.definition()).errors();

    assertThat(errors)
        .anySatisfy(
            error -> {
              assertThat(error.pointer()).isEqualTo(broken.expected().path("problem").textValue());
              assertThat(error.cause() + "; " + error.fix())
                  .contains(broken.expected().path("says").textValue());
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_schema_agrees_except_about_references_and_meaning(Case broken) {
    boolean rejects = broken.expected().path("schema").textValue().equals("rejects");

    assertThat(!Definitions.schemaErrors(broken.definition()).isEmpty()).isEqualTo(rejects);
  }

  @Test
  void there_are_enough_cases_to_mean_something() {
    assertThat(cases()).hasSizeGreaterThan(100);
    assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
  }

  private static JsonNode broken(JsonNode line) {
    JsonNode definition = Definitions.tree("valid/" + line.path("base").textValue() + ".json");
    line.path("set")
        .properties()
        .forEach(change -> set(definition, change.getKey(), change.getValue()));
    line.path("remove").forEach(pointer -> remove(definition, pointer.textValue()));
    return definition;
  }

  private static void set(JsonNode root, String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = root.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
  }

  private static void remove(JsonNode root, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    String name = place.last().getMatchingProperty();
    assertThat(((ObjectNode) root.at(place.head())).remove(name)).as(pointer).isNotNull();
  }
}

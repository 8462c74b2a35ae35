package dev.connector.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Holds the schemas in {@code canonical} to their conventions, their examples and violations. */
class CanonicalTypesTest {

  private static final String BASE = "urn:connector:canonical:";
  private static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";
  private static final Path FOLDER = Path.of("canonical");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchemas schemas = new JsonSchemas();
  private final JsonNode common = JSON.readTree(FOLDER.resolve("common-1.schema.json").toFile());
  private final Map<String, JsonNode> types = types();

  CanonicalTypesTest() throws IOException {}

  @Test
  void everyTypeThatWasPromisedIsThere() {
    assertThat(types.keySet())
        .containsExactlyInAnyOrderElementsOf(CanonicalType.names())
        .hasSize(17);
  }

  @Test
  void everySchemaIsOneByItsMetaschema() {
    assertThat(schemas.problems(METASCHEMA, common)).isEmpty();
    types.forEach(
        (name, type) -> assertThat(schemas.problems(METASCHEMA, type)).as(name).isEmpty());
  }

  @Test
  void everySchemaIsCalledAsItsFileAndVersionSay() {
    types.forEach(
        (name, type) -> {
          String major = type.required("version").textValue().replaceAll("\\..*", "");
          assertThat(type.required("$id").textValue()).isEqualTo(BASE + name + ":" + major);
          assertThat(type.required("description").textValue()).as(name).endsWith(".");
        });
  }

  @Test
  void everyExampleIsValid() {
    types.forEach(
        (name, type) -> {
          assertThat(type.required("examples")).as(name).isNotEmpty();
          for (JsonNode example : type.required("examples")) {
            assertThat(schemas.problems(id(name), example)).as(name).isEmpty();
          }
        });
    common
        .required("$defs")
        .properties()
        .forEach(
            it -> {
              assertThat(it.getValue().required("examples")).as(it.getKey()).isNotEmpty();
              for (JsonNode example : it.getValue().required("examples")) {
                assertThat(schemas.problems(value(it.getKey()), example)).isEmpty();
              }
            });
  }

  @Test
  void thePrimaryKeyIsRequired() {
    types.forEach(
        (name, type) -> {
          assertThat(type.required("primaryKey")).as(name).isNotEmpty();
          for (JsonNode pointer : type.required("primaryKey")) {
            assertThat(type.required("required"))
                .as(name)
                .contains(JSON.getNodeFactory().textNode(pointer.textValue().substring(1)));
          }
        });
  }

  @Test
  void everyFieldIsDescribedAndClosedAndItsReferencesLeadSomewhere() {
    types.forEach((name, type) -> inspect(name, type));
    inspect("common", common.required("$defs").required("lineItem"));
  }

  @Test
  void fieldsAreNamedByTheirKind() {
    Map<String, String> endings = Map.of("At", "timestamp", "On", "date", "Url", "url", "Id", "id");
    types.forEach(
        (name, type) ->
            type.required("properties")
                .properties()
                .forEach(
                    field ->
                        endings.forEach(
                            (ending, kind) -> {
                              if (Pattern.matches(".*[a-z]" + ending, field.getKey())) {
                                assertThat(field.getValue().path("$ref").asText())
                                    .as(name + "." + field.getKey())
                                    .isEqualTo(BASE + "common:1#/$defs/" + kind);
                              }
                            })));
  }

  @Test
  void thePageListsEveryTypeWithItsDescriptionAndKey() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    Pattern.compile("(?m)^\\| \\[`(\\w+)`\\]\\((.*?)\\) \\| (.*?) \\| (.*?) \\|$")
        .matcher(Files.readString(FOLDER.resolve("README.md")))
        .results()
        .forEach(row -> listed.put(row.group(1), row.group(2) + " " + row.group(3) + row.group(4)));
    Map<String, String> known = new TreeMap<>();
    types.forEach(
        (name, type) -> {
          StringBuilder key = new StringBuilder();
          for (JsonNode pointer : type.required("primaryKey")) {
            key.append(key.isEmpty() ? "`" : ", `").append(pointer.textValue().substring(1));
            key.append('`');
          }
          String file = name + "-1.schema.json ";
          known.put(name, file + type.required("description").textValue() + key);
        });
    assertThat(listed).isEqualTo(known);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "violations.csv", delimiter = '|', quoteCharacter = '~')
  void aRecordThatViolatesItsTypeIsRefusedAtThePlace(String type, String pointer, String value)
      throws IOException {
    JsonNode record = types.get(type).required("examples").get(0).deepCopy();
    JsonPointer place = JsonPointer.compile(pointer);
    ObjectNode parent = (ObjectNode) record.at(place.head());
    String field = place.last().getMatchingProperty();
    if (value.equals("-")) {
      assertThat(parent.remove(field)).as("was there before").isNotNull();
    } else {
      parent.set(field, JSON.readTree(value));
    }
    assertThat(schemas.problems(id(type), record))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).startsWith(place.head().toString()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "malformed.csv", delimiter = '|', quoteCharacter = '~')
  void aMalformedValueIsRefused(String name, String value) throws IOException {
    assertThat(schemas.problems(value(name), JSON.readTree(value))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "unusual.csv", delimiter = '|', quoteCharacter = '~')
  void anUnusualValueIsAccepted(String name, String value) throws IOException {
    assertThat(schemas.problems(value(name), JSON.readTree(value))).isEmpty();
  }

  private void inspect(String where, JsonNode schema) {
    if (schema.has("properties")) {
      assertThat(schema.path("additionalProperties"))
          .as(where)
          .isEqualTo(JSON.getNodeFactory().booleanNode(false));
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String place = where + "." + field.getKey();
              JsonNode property = field.getValue();
              assertThat(description(property)).as(place).endsWith(".");
              if (property.has("references")) {
                assertThat(types).as(place).containsKey(property.get("references").textValue());
              }
              inspect(place, property);
            });
    if (schema.has("items")) {
      inspect(where + "[]", schema.get("items"));
    }
  }

  private String description(JsonNode property) {
    String reference = property.path("$ref").asText().replaceAll(".*/", "");
    return property
        .path("description")
        .asText(common.at("/$defs/" + reference + "/description").asText());
  }

  private static String id(String type) {
    return BASE + type + ":1";
  }

  private static String value(String name) {
    return BASE + "common:1#/$defs/" + name;
  }

  private static Map<String, JsonNode> types() throws IOException {
    Map<String, JsonNode> types = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(it -> it.toString().endsWith("-1.schema.json")).toList()) {
        types.put(
            file.getFileName().toString().replace("-1.schema.json", ""),
            JSON.readTree(file.toFile()));
      }
    }
    types.remove("common");
    return types;
  }
}

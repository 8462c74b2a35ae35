package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.conformance.mock.data.RecordMaker;
import dev.connector.spec.definition.Reading;
import dev.connector.spec.definition.RecordType;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMakerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'properties': {'id': {'$ref': '#/$defs/id'}}, '$defs': {'id': {'type': 'integer'}}}",
        "{'properties': {'a': {'anyOf': [{'$ref': '#/$defs/a'}, {'type': 'null'}]}}, 'required': ['a'],"
            + " '$defs': {'a': {'type': 'object', 'properties': {'b': {'type': 'boolean'}}, 'required': ['b']}}}",
        "{'allOf': [{'properties': {'a': {'type': 'integer'}}, 'required': ['a']},"
            + " {'properties': {'b': {'type': 'array', 'items': {'type': 'number'}}}, 'required': ['b']}]}",
        "{'properties': {'a': {'oneOf': [{'type': 'string', 'maxLength': 3}, {'type': 'integer'}]}}, 'required': ['a']}",
        "{'properties': {'next': {'$ref': '#'}, 'all': {'type': 'array', 'items': {'$ref': '#'}}}}",
        "{'properties': {'a': {'type': 'integer', 'minimum': 7, 'maximum': 9},"
            + " 'b': {'type': 'integer', 'exclusiveMinimum': 3, 'multipleOf': 5, 'exclusiveMaximum': 11},"
            + " 'c': {'type': 'number', 'minimum': 0, 'maximum': 1}, 'd': {'type': 'integer', 'maximum': -4},"
            + " 'e': {'type': 'number', 'exclusiveMaximum': 0}}, 'required': ['a', 'b', 'c', 'd', 'e']}",
        "{'properties': {'a': {'type': 'array', 'uniqueItems': true, 'items': {'type': 'boolean'}, 'maxItems': 2},"
            + " 'b': {}, 'c': {'const': {'x': [1]}}, 'd': true}, 'required': ['a', 'b', 'c', 'd', 'e']}",
        "{'properties': {'a': {'type': 'string', 'format': 'duration'}, 'b': {'type': 'string', 'format': 'time'},"
            + " 'c': {'type': 'string', 'minLength': 150}, 'd': {'type': ['null', 'string'], 'maxLength': 1}}}"
      })
  void a_record_fits_its_schema_and_has_a_key_of_its_own(String text) throws Exception {
    JsonNode schema = json(text);
    RecordMaker maker =
        new RecordMaker(
            resource(List.of(JsonPointer.compile("/id"))), List.of(), schema, Map.of(), 1);
    List<JsonNode> records =
        java.util.stream.IntStream.range(0, 30)
            .<JsonNode>mapToObj(i -> maker.make(Map.of(), false).record())
            .toList();

    RecordSchema check = RecordSchema.of(schema);
    assertThat(records).allSatisfy(it -> assertThat(check.violations(it)).as("%s", it).isEmpty());
    assertThat(records).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
    assertThat(records.toString().length()).isLessThan(200_000);
  }

  @Test
  void records_without_a_key_are_as_many_as_wanted() throws Exception {
    JsonNode schema = json("{'properties': {'a': {'type': 'boolean'}}, 'required': ['a']}");
    RecordMaker maker = new RecordMaker(resource(List.of()), List.of(), schema, Map.of(), 1);

    assertThat(java.util.stream.Stream.generate(() -> maker.make(Map.of(), false)).limit(9))
        .hasSize(9);
  }

  @Test
  void a_record_has_what_its_children_are_read_by_and_no_other_has_the_same() throws Exception {
    JsonNode schema =
        json(
            "{'properties': {'id': {'type': 'integer'}, 'slug': {'type': ['string', 'null']},"
                + " 'of': {'type': 'object', 'properties': {'code': {'type': 'string'}}}}}");
    JsonPointer slug = JsonPointer.compile("/slug");
    JsonPointer code = JsonPointer.compile("/of/code");
    RecordMaker maker =
        new RecordMaker(
            resource(List.of(JsonPointer.compile("/id"))),
            List.of(List.of(slug), List.of(code)),
            schema,
            Map.of("slug", "of all requests"),
            1);

    List<JsonNode> records =
        java.util.stream.IntStream.range(0, 30)
            .<JsonNode>mapToObj(i -> maker.make(Map.of(), false).record())
            .toList();

    for (JsonPointer at : List.of(slug, code)) {
      assertThat(records).extracting(it -> it.at(at)).allMatch(JsonNode::isTextual);
      assertThat(records).extracting(it -> it.at(at).asText()).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_setting_is_not_the_key_of_every_record() throws Exception {
    JsonNode schema = json("{'properties': {'id': {'type': 'string'}, 'of': {'type': 'string'}}}");
    RecordMaker maker =
        new RecordMaker(
            resource(List.of(JsonPointer.compile("/id"))),
            List.of(),
            schema,
            Map.of("id", "mine", "of", "me"),
            1);

    assertThat(java.util.stream.Stream.generate(() -> maker.make(Map.of(), false)).limit(9))
        .extracting(it -> it.record().path("id").asText())
        .doesNotHaveDuplicates()
        .doesNotContain("mine");
  }

  private static Resource resource(List<JsonPointer> primaryKey) {
    return new Resource(
        "Items",
        "Items.",
        new RecordType("schemas/item.json", primaryKey, List.of(), Optional.empty()),
        new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Map.of(),
        Optional.empty());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.parse(text.replace('\'', '"'));
  }
}

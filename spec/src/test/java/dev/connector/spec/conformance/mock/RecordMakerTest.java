package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.conformance.mock.data.RecordMaker;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Reading;
import dev.connector.spec.definition.RecordType;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.TimeFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMakerTest {

  private static final JsonPointer AT = JsonPointer.compile("/at");
  private static final JsonPointer GONE = JsonPointer.compile("/gone");
  private static final Reading NOT_READ =
      new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': ['string', 'null'], 'format': 'date-time'} | required | NULL",
        "{'type': ['string', 'null'], 'format': 'date-time'} | optional | NULL",
        "{'type': 'string', 'format': 'date-time', 'minLength': 20} | optional | MISSING",
        "{'type': 'string'}                                  | required | STRING",
        "{'type': 'boolean'}                                 | required | BOOLEAN",
        "{'type': ['integer', 'null']}                       | required | NULL"
      })
  void a_record_that_is_there_is_marked_so_as_its_schema_allows_and_one_that_is_gone_too(
      String field, String required, JsonNodeType there) throws Exception {
    JsonNode schema =
        json(
            "{'properties': {'id': {'type': 'integer'}, 'gone': %s}, 'required': [%s]}"
                .formatted(field, required.equals("required") ? "'id', 'gone'" : "'id'"));
    RecordMaker maker = maker(reading(new Deletes.Marked(GONE, Optional.empty())), schema);

    JsonNode live = maker.make(Map.of(), false).record();
    JsonNode gone = maker.make(Map.of(), true).record();

    assertThat(live.at(GONE).getNodeType()).isEqualTo(there);
    assertThat(live.at(GONE).asText("")).isIn("", "null", "false");
    assertThat(gone.at(GONE).asText()).isNotIn("", "null", "false");
    assertThat(RecordSchema.of(schema).violations(live)).isEmpty();
    assertThat(RecordSchema.of(schema).violations(gone)).isEmpty();
  }

  @Test
  void a_record_that_is_there_has_another_value_than_the_one_that_marks_those_that_are_gone()
      throws Exception {
    JsonNode schema =
        json("{'properties': {'gone': {'enum': ['no', 'yes', 'partly']}}, 'required': ['gone']}");
    JsonNode yes = TextNode.valueOf("yes");
    RecordMaker maker = maker(reading(new Deletes.Marked(GONE, Optional.of(yes))), schema);

    for (int i = 0; i < 20; i++) {
      assertThat(maker.make(Map.of(), false).record().at(GONE).asText()).isIn("no", "partly");
    }
    assertThat(maker.make(Map.of(), true).record().at(GONE)).isEqualTo(yes);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP, EPOCH_MILLIS, 13",
    "TIMESTAMP, EPOCH_SECONDS, 10",
    "TIMESTAMP, ISO8601, 13",
    "DATE, EPOCH_SECONDS, 10"
  })
  void a_number_by_which_changes_are_read_is_a_time_of_our_days(
      Incremental.Type type, TimeFormat format, int digits) throws Exception {
    JsonNode schema = json("{'properties': {'at': {'type': 'integer'}}, 'required': ['at']}");
    RecordMaker maker = maker(reading(type, format), schema);

    List<JsonNode> records =
        Stream.generate(() -> maker.make(Map.of(), false).record().at(AT)).limit(9).toList();

    assertThat(records).allSatisfy(it -> assertThat(it.isIntegralNumber()).isTrue());
    assertThat(records).extracting(it -> it.asText().length()).containsOnly(digits);
    assertThat(records).extracting(JsonNode::asLong).isSorted().doesNotContain(0L);
  }

  @Test
  void a_number_that_can_only_be_seconds_is_no_milliseconds() throws Exception {
    JsonNode schema =
        json(
            "{'properties': {'at': {'type': 'integer', 'maximum': 2147483647}}, 'required': ['at']}");
    RecordMaker maker = maker(reading(Incremental.Type.TIMESTAMP, TimeFormat.EPOCH_MILLIS), schema);

    assertThat(maker.make(Map.of(), false).record().at(AT).asText()).hasSize(10);
  }

  @Test
  void what_is_mapped_as_milliseconds_is_milliseconds() throws Exception {
    JsonNode schema =
        json(
            "{'properties': {'at': {'type': 'integer'}, 'gone': {'type': 'string'}},"
                + " 'required': ['at', 'gone']}");
    CanonicalMapping mapping =
        new CanonicalMapping(
            "contact",
            Map.of(
                JsonPointer.compile("/createdAt"), millis(AT),
                JsonPointer.compile("/updatedAt"), millis(GONE)));
    RecordType type =
        new RecordType("schemas/item.json", List.of(), List.of(), Optional.of(mapping));
    RecordMaker maker =
        new RecordMaker(
            new Resource("Items", "Items.", type, NOT_READ, Map.of(), Optional.empty()),
            List.of(),
            schema,
            Map.of(),
            1);

    JsonNode record = maker.make(Map.of(), false).record();

    assertThat(record.at(AT).longValue()).isGreaterThan(1_000_000_000_000L);
    assertThat(record.at(GONE).textValue()).matches("\\d{13}");
  }

  private static CanonicalMapping.From millis(JsonPointer at) {
    Optional<TimeFormat> format = Optional.of(TimeFormat.EPOCH_MILLIS);
    return new CanonicalMapping.From(at, format, Map.of(), Optional.empty(), 0);
  }

  private static Reading reading(Deletes deletes) {
    return new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(deletes));
  }

  private static Reading reading(Incremental.Type type, TimeFormat format) {
    Incremental incremental =
        new Incremental(
            AT,
            "list",
            new Incremental.Value(type, Optional.of(format)),
            Incremental.Order.NONE,
            Incremental.Filter.INCLUSIVE,
            new Incremental.Range(Optional.empty(), Optional.empty(), Optional.empty()));
    return new Reading(
        Optional.empty(), Optional.empty(), Optional.of(incremental), Optional.empty());
  }

  private static RecordMaker maker(Reading reading, JsonNode schema) {
    RecordType type = new RecordType("schemas/item.json", List.of(), List.of(), Optional.empty());
    return new RecordMaker(
        new Resource("Items", "Items.", type, reading, Map.of(), Optional.empty()),
        List.of(),
        schema,
        Map.of(),
        1);
  }

  private static Resource resource(List<JsonPointer> primaryKey) {
    return new Resource(
        "Items",
        "Items.",
        new RecordType("schemas/item.json", primaryKey, List.of(), Optional.empty()),
        NOT_READ,
        Map.of(),
        Optional.empty());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.parse(text.replace('\'', '"'));
  }
}

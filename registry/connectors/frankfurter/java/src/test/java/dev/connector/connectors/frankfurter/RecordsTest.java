package dev.connector.connectors.frankfurter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.paging.RecordStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Typed records have all that their schemas say; what the API says beside is left out of them. */
class RecordsTest {

  @TestFactory
  Stream<DynamicTest> a_record_keeps_every_field() throws Exception {
    Map<String, Class<?>> types = types();
    return Fixture.all().stream()
        .filter(fixture -> !fixture.records().isEmpty() && types.containsKey(fixture.resource()))
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    fixture.name(), () -> keeps(types.get(fixture.resource()), fixture)));
  }

  private static void keeps(Class<?> type, Fixture fixture) throws Exception {
    for (JsonNode found : fixture.records()) {
      isKept(fixture, found, Json.write(Json.read(found, type)));
    }
  }

  private static void isKept(Fixture fixture, JsonNode found, JsonNode typed) throws Exception {
    boolean made = fixture.content().path("kind").asText().equals("synthesized");
    JsonNode kept = said(typed);
    JsonNode said = said(found);
    assertThat(kept).isEqualTo(made ? said : known(said, kept));
  }

  /** Of an object the fields that another has, too: an example may say more than the schema. */
  private static JsonNode known(JsonNode said, JsonNode kept) {
    if (said instanceof ObjectNode object && kept.isObject()) {
      object.properties().removeIf(field -> !kept.has(field.getKey()));
      object.properties().forEach(it -> it.setValue(known(it.getValue(), kept.get(it.getKey()))));
    }
    for (int i = 0; said.isArray() && i < said.size(); i++) {
      known(said.get(i), kept.path(i));
    }
    return said;
  }

  @TestFactory
  Stream<DynamicTest> a_list_gives_all_records_of_all_pages() {
    return lists().entrySet().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.getKey(), () -> gives(list.getValue(), Fixture.named(list.getKey()))));
  }

  private static void gives(Function<Frankfurter, RecordStream<?>> list, Fixture fixture)
      throws Exception {
    try (ReplayServer server = ReplayServer.answering(fixture);
        Frankfurter api =
            Frankfurter.connect(
                FrankfurterSettings.fromEnvironment(server.environment(fixture.settings())))) {
      List<?> records = list.apply(api).stream().toList();

      isKept(fixture, Json.write(fixture.records()), Json.write(records));
      server.requireAsked();
    }
  }

  private static Map<String, Function<Frankfurter, RecordStream<?>>> lists() {
    Map<String, Function<Frankfurter, RecordStream<?>>> lists = new LinkedHashMap<>();
    lists.put("currencies.list", api -> api.currencies().list());
    return lists;
  }

  /** The record type of each resource. */
  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    types.put("currencies", Currency.class);
    types.put("latest", Rates.class);
    types.put("timeSeries", Rates.class);
    return types;
  }

  /**
   * A field that is null or has no elements says as much as one that is not there, and a moment may
   * be written in several ways.
   */
  private static JsonNode said(JsonNode value) throws JsonProcessingException {
    JsonNode copy = Json.parse(value.toString());
    remove(copy);
    return copy;
  }

  private static void remove(JsonNode value) {
    value.forEach(RecordsTest::remove);
    if (value.isObject()) {
      value.properties().forEach(field -> field.setValue(time(field.getValue())));
      value
          .properties()
          .removeIf(
              field ->
                  field.getValue().isNull()
                      || (field.getValue().isContainerNode() && field.getValue().isEmpty()));
    }
  }

  /** A time in one form, however it is written. */
  private static JsonNode time(JsonNode value) {
    try {
      return value.isTextual()
          ? new TextNode(OffsetDateTime.parse(value.textValue()).toInstant().toString())
          : value;
    } catch (DateTimeParseException noTime) {
      return value;
    }
  }
}

package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

  private static final MockOptions MANY = new MockOptions(3, 60, 10);

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void everyRecordFitsItsSchemaByAValidatorThatIsNotOurs(String connector) {
    Reading reading = Reading.of(connector);
    try (MockApi api = reading.start(MANY)) {
      reading
          .definition()
          .resources()
          .forEach(
              (name, resource) -> {
                Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(reading.schemas().get(resource.record().schema()));
                List<JsonNode> all =
                    Stream.concat(
                            api.dataset().records(name).stream(),
                            api.dataset().archived(name).stream())
                        .toList();
                assertThat(all.size())
                    .isEqualTo(
                        resource.reading().operation().isEmpty()
                            ? 0
                            : 60 + (resource.reading().deletes().isPresent() ? 1 : 0));
                for (JsonNode record : all) {
                  assertThat(
                          schema.validate(
                              record, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true))))
                      .as(record.toString())
                      .isEmpty();
                }
              });
    }
  }

  @Test
  void timesAscendAndTwoOfFiveRecordsChangedAtTheSameTime() {
    try (MockApi api = Reading.of("hubspot").start(MANY)) {
      List<JsonNode> contacts = api.dataset().records("contacts");
      List<String> times =
          contacts.stream().map(it -> it.at("/properties/lastmodifieddate").asText()).toList();
      assertThat(times).isSorted();
      assertThat(times.stream().distinct()).hasSize(48);
    }
  }

  @Test
  void personalDataIsInventedAndSomeOfItHardToRead() {
    try (MockApi api = Reading.of("hubspot").start(MANY)) {
      List<JsonNode> contacts = api.dataset().records("contacts");
      assertThat(contacts.stream().map(it -> it.at("/properties/email")))
          .anyMatch(JsonNode::isNull)
          .anyMatch(JsonNode::isMissingNode)
          .anyMatch(it -> it.asText().endsWith("@example.com"));
      assertThat(contacts.stream().map(it -> it.at("/properties/firstname").asText("")))
          .anyMatch(it -> !it.isEmpty() && !it.chars().allMatch(c -> c < 128));
      assertThat(contacts.stream().map(JsonNode::toString).collect(Collectors.joining()))
          .contains("🙂", "“", "\\n", "+1-555-01");
    }
  }

  @Test
  void numbersHaveMoreDigitsThanADoubleAndArriveWithAllOfThem() {
    try (MockApi api = Reading.of("frankfurter").start(MANY)) {
      assertThat(api.dataset().records("timeSeries").toString()).contains("12345678901234567.12");
    }
  }

  @Test
  void recordsThatAreAddedChangedAndDeletedStaySo() {
    try (MockApi api = Reading.of("hubspot").start(new MockOptions(3, 5, 10))) {
      var data = api.dataset();
      JsonNode added = data.add("deals");
      JsonNode touched = data.touch("deals", data.records("deals").get(0));
      assertThat(data.records("deals")).hasSize(6).contains(added, touched);
      assertThat(touched.at("/properties/hs_lastmodifieddate").asText())
          .isGreaterThan(added.at("/properties/hs_lastmodifieddate").asText());
      JsonNode deleted = data.delete("deals", touched);
      assertThat(data.records("deals")).hasSize(5);
      assertThat(data.archived("deals")).hasSize(2).contains(deleted);
      assertThat(deleted.path("archived").asBoolean()).isTrue();
    }
  }

  @Test
  void childrenOfChildrenOfManyAreFewerAndNoParentHasNone() {
    ConnectorFolder folder =
        ConnectorFolder.read(Path.of("src/test/resources/connectors/families"));
    var volume = new Dataset.Volume(1, 40);
    Dataset data = new Dataset(folder.definition(), folder.schemas(), Map.of(), volume);

    assertThat(data.stored("boards")).hasSize(40 * 12);
    assertThat(data.stored("cards")).hasSize(40 * 12);
    assertThat(data.stored("cards").stream().map(Stored::scope).distinct()).hasSize(40 * 12);
  }
}

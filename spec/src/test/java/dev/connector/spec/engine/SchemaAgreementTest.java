package dev.connector.spec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connector.runtime.schema.RecordSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runtime's own validation says of a record what a whole implementation of the standard does.
 */
class SchemaAgreementTest {

  private static final List<JsonNode> STRANGE =
      Stream.of(
              "null",
              "true",
              "0",
              "1.0",
              "-1.5",
              "\"\"",
              "\"2024-02-30\"",
              "\"text\"",
              "[]",
              "[1]",
              "{}",
              "{\"a\":null}",
              "\"2024-01-01T00:00:00Z\"")
          .map(Fixtures::json)
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void everyMutantOfADocumentedRecordIsJudgedAlike(String connector) {
    Fixtures fixtures = Fixtures.of(connector);
    List<JsonNode> records = new ArrayList<>();
    fixtures
        .files("fixtures")
        .forEach(it -> Fixtures.json(Fixtures.read(it)).path("records").forEach(records::add));
    Random random = new Random(7);
    int refused = 0;
    for (JsonNode schema : fixtures.schemas().values()) {
      RecordSchema own = RecordSchema.of(schema);
      Schema other =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema.toString());
      for (int i = 0; i < 300; i++) {
        JsonNode found = records.get(random.nextInt(records.size())).deepCopy();
        mutate(found, random);
        boolean fits =
            other
                .validate(found, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
                .isEmpty();
        assertThat(own.violations(found).isEmpty()).as("%s by %s", found, schema).isEqualTo(fits);
        refused += fits ? 0 : 1;
      }
    }
    assertThat(refused).isPositive();
  }

  /** Changes one value somewhere, or leaves one out. */
  private static void mutate(JsonNode node, Random random) {
    JsonNode strange = STRANGE.get(random.nextInt(STRANGE.size()));
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (object.get(name).isContainerNode() && random.nextBoolean()) {
        mutate(object.get(name), random);
      } else if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, strange);
      }
    } else if (node instanceof ArrayNode array) {
      array.add(strange);
    }
  }
}

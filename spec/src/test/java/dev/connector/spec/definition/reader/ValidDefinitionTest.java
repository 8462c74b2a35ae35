package dev.connector.spec.definition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidDefinitionTest {

  @ParameterizedTest
  @ValueSource(strings = {"small", "full", "edges"})
  void a_valid_definition_has_no_errors_for_reader_and_schema(String name) {
    byte[] document = Definitions.bytes("valid/" + name + ".json");

    assertThat(new DefinitionReader().read(document).errors()).isEmpty();
    assertThat(Definitions.schemaErrors(Definitions.tree(document))).isEmpty();
  }

  @Test
  void a_simple_api_needs_twenty_lines() {
    String small = new String(Definitions.bytes("valid/small.json"), StandardCharsets.UTF_8);

    assertThat(small.lines().count()).isLessThanOrEqualTo(20);
    assertThat(small.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
    assertThat(new DefinitionReader().read(small.getBytes(StandardCharsets.UTF_8)).problems())
        .isEmpty();
  }
}

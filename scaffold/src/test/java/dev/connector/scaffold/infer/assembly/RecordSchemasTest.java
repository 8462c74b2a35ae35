package dev.connector.scaffold.infer.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

  private static ObjectNode written(String document, String... key) {
    JsonNode root = Described.json(document);
    References references =
        (from, reference) ->
            Optional.of(root.at(reference.substring(1)))
                .filter(it -> !it.isMissingNode())
                .map(it -> new References.Target(reference, it));
    return RecordSchemas.write(
        Optional.of(ApiSchema.of(references, "#/Root", root.path("Root"))),
        "Thing",
        List.of(key).stream().map(JsonPointer::compile).toList());
  }

  private static List<?> violations(ObjectNode schema, String record) {
    return RecordSchema.of(schema).violations(Described.json(record));
  }

  @Test
  void a_recursive_schema_stands_alone() {
    ObjectNode schema =
        written(
            "{'Root': {'type': 'object', 'properties': {'id': {'type': 'string'},"
                + " 'parent': {'$ref': '#/Node'}}},"
                + " 'Node': {'type': 'object', 'properties': {'next': {'$ref': '#/Node'}}}}");
    assertThat(
            schema.path("$defs").path("Node").path("properties").path("next").path("$ref").asText())
        .isEqualTo("#/$defs/Node");
    assertThat(violations(schema, "{'id': 'a', 'parent': {'next': {'next': {}}}}")).isEmpty();
    assertThat(violations(schema, "{'parent': {'next': {'next': 1}}}")).hasSize(1);
  }

  @Test
  void unknown_values_and_members_are_welcome_and_the_listed_ones_told() {
    ObjectNode schema =
        written("{'Root': {'properties': {'state': {'type': 'string', 'enum': ['on', 'off']}}}}");
    assertThat(violations(schema, "{'state': 'paused', 'more': 1}")).isEmpty();
    assertThat(schema.path("properties").path("state").path("description").asText())
        .isEqualTo("Values: on, off.");
  }

  @Test
  void the_key_is_required_and_what_the_document_requires_without_declaring_it_is_not() {
    ObjectNode schema =
        written(
            "{'Root': {'type': 'object', 'required': ['name', 'ghost'], 'properties': {'name': {'type': 'string'}}}}",
            "/id");
    assertThat(schema.path("required")).isEqualTo(Described.json("['id', 'name']"));
    assertThat(violations(schema, "{'name': 'a'}")).hasSize(1);
  }

  @Test
  void alternatives_allow_what_any_of_them_allows() {
    ObjectNode schema =
        written(
            "{'Root': {'type': 'object', 'properties': {"
                + "'owner': {'anyOf': [{'type': 'string'}, {'$ref': '#/User'}]},"
                + "'when': {'oneOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}]}}},"
                + " 'User': {'type': 'object', 'properties': {'id': {'type': 'string'}}}}");
    assertThat(violations(schema, "{'owner': 'u1', 'when': null}")).isEmpty();
    assertThat(violations(schema, "{'owner': {'id': 'u1'}}")).isEmpty();
    assertThat(violations(schema, "{'owner': 1}")).hasSize(1);
  }

  @Test
  void what_a_writer_alone_sends_and_formats_nobody_checks_are_left_out() {
    ObjectNode schema =
        written(
            "{'Root': {'type': 'object', 'properties': {"
                + "'password': {'type': 'string', 'writeOnly': true},"
                + "'n': {'type': 'integer', 'format': 'int64', 'default': 'x', 'minimum': 'y'},"
                + "'odd': {'type': 'flux'}}}}");
    assertThat(schema.path("properties"))
        .isEqualTo(Described.json("{'n': {'type': 'integer'}, 'odd': {}}"));
  }

  @Test
  void a_schema_that_grows_without_end_is_cut() {
    StringBuilder document =
        new StringBuilder("{'Root': {'type': 'object', 'properties': {'a': {'$ref': '#/S0'}}}");
    for (int i = 0; i < 300; i++) {
      document.append(",'S").append(i).append("': {'type': 'object', 'properties': {");
      for (int j = 1; j <= 20; j++) {
        document
            .append(j > 1 ? "," : "")
            .append("'p")
            .append(j)
            .append("': {'$ref': '#/S")
            .append((i * 7 + j) % 300)
            .append("'}");
      }
      document.append("}}");
    }
    ObjectNode schema = written(document + "}");
    assertThat(schema.path("$defs").size()).isLessThanOrEqualTo(60);
    assertThat(schema.toString()).hasSizeLessThan(100_000);
    assertThat(violations(schema, "{'a': {'p1': {}}}")).isEmpty();
  }
}

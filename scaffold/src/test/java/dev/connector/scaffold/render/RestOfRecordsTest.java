package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record has beyond its schema's names, and what a fixture shows beside operations. */
class RestOfRecordsTest {

  private static final String DEFINITION =
      json(
          "{'format': 1, 'name': 'acme', 'version': '1.0.0', 'title': 'Acme', 'description': 'All.',"
              + " 'baseUrl': 'https://api.example.com', 'resources': {'items': {'title': 'Items',"
              + " 'schema': 'schemas/item.json', 'primaryKey': ['/id'], 'operations': {'list': {"
              + "'path': '/items', 'records': ''}}}}}");
  private static final String MEMBERS =
      "'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'string'}}";

  @Test
  void members_that_a_schema_promises_without_a_name_are_kept() throws Exception {
    String promised = "{" + MEMBERS + ", 'additionalProperties': {'type': 'string'}}";

    assertThat(file("main/java/dev/connector/connectors/acme/Item.java", promised, Map.of()))
        .contains("Map<String, JsonNode> others");
    assertThat(
            file(
                "main/java/dev/connector/connectors/acme/Item.java", "{" + MEMBERS + "}", Map.of()))
        .doesNotContain("others");
  }

  @Test
  void a_member_whose_name_is_empty_is_kept_among_the_others() throws Exception {
    String unnamed = "{" + MEMBERS.replace("}}", "}, '': {'type': 'string'}}") + "}";

    assertThat(file("main/java/dev/connector/connectors/acme/Item.java", unnamed, Map.of()))
        .contains("Map<String, JsonNode> others");
  }

  @Test
  void a_fixture_of_no_operation_is_not_replayed_as_one() throws Exception {
    JsonNode list = Json.parse(json("{'operation': 'items.list', 'exchanges': [{}]}"));
    JsonNode token = Json.parse(json("{'operation': 'oauth.refresh', 'exchanges': [{}]}"));
    String path = "test/java/dev/connector/connectors/acme/Fixture.java";

    assertThat(
            file(
                path,
                "{" + MEMBERS + "}",
                Map.of("fixtures/items.list.json", list, "fixtures/oauth.refresh.json", token)))
        .contains("APART = Set.of(\"oauth.refresh\")");
    assertThat(file(path, "{" + MEMBERS + "}", Map.of("fixtures/items.list.json", list)))
        .doesNotContain("APART");
  }

  private static String file(String path, String schema, Map<String, JsonNode> fixtures)
      throws Exception {
    Map<String, byte[]> files =
        new ConnectorRenderer()
            .render(
                new ConnectorSource(
                    Json.parse(DEFINITION),
                    new DefinitionReader()
                        .read(DEFINITION.getBytes(StandardCharsets.UTF_8))
                        .orThrow("acme"),
                    Map.of("schemas/item.json", Json.parse(json(schema))),
                    fixtures));
    return new String(files.get("java/src/" + path), StandardCharsets.UTF_8);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}

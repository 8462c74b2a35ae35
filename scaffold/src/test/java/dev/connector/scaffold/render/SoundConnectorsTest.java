package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What real descriptions have and nobody would think of compiles, and passes its own tests. */
class SoundConnectorsTest {

  private static final RenderedConnectors RENDERED = new RenderedConnectors();

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["id", "changed"], "properties": {
        "id": {"type": "string"}, "changed": {"type": "string", "format": "date-time"}}}""";

  @AfterAll
  static void close() {
    RENDERED.close();
  }

  @Test
  void more_parameters_and_members_than_the_compiler_can_nest() throws Exception {
    String query = joined("'p%1$d': '{p%1$d}'");
    String arguments = joined("'p%d': {'description': 'One of many.'}");
    isSound(
        """
        'operations': {
          'list': {'path': '/things', 'records': '/data', 'query': {%s}, 'arguments': {%s}},
          'create': {'method': 'POST', 'path': '/things', 'body': {'in': {%s}}, 'arguments': {%s}}}
        """
            .formatted(query, arguments, query, arguments));
  }

  @Test
  void a_read_of_changes_that_breaks_off_at_a_link_goes_on_with_it() throws Exception {
    isSound(
        """
        'incremental': {'cursor': '/changed', 'type': 'timestamp', 'order': 'none'},
        'operations': {'list': {'path': '/things', 'records': '/data',
          'query': {'after': '{cursor}'},
          'pagination': {'type': 'nextLink', 'next': '/next'}}}
        """);
  }

  @Test
  void records_that_nothing_tells_apart() throws Exception {
    String schema =
        """
        {"type": "object", "properties": {
          "tags": {"type": "object", "additionalProperties": {"type": "string"}}}}""";
    isSound(
        """
        'operations': {'list': {'path': '/things', 'records': '/data',
          'pagination': {'type': 'page', 'parameter': 'page'}}}
        """,
        schema,
        Map.of());
  }

  @Test
  void an_example_that_says_more_than_its_schema_and_has_another_time_zone() throws Exception {
    JsonNode example =
        Json.parse(
            "{\"data\": [{\"id\": \"1\", \"changed\": \"2024-01-01T01:00:00.0+01:00\", \"more\": 1}]}");
    isSound(
        "'primaryKey': ['/id'], 'operations': {'list': {'path': '/things', 'records': '/data'}}",
        SCHEMA,
        Map.of("things.list", new Examples.Answer("#/example", example)));
  }

  @Test
  void a_link_for_which_an_answer_has_no_place() throws Exception {
    isSound(
        """
        'operations': {'get': {'path': '/things/1', 'records': {'shape': 'single'}},
          'list': {'path': '/things', 'records': '',
            'pagination': {'type': 'nextLink', 'next': '/things/next'}}}
        """);
  }

  private static String joined(String each) {
    return IntStream.range(0, 1200).mapToObj(each::formatted).collect(Collectors.joining(", "));
  }

  /** Holds the connector of one resource, told in single quotes, to what is promised. */
  private static void isSound(String resource) throws IOException {
    isSound("'primaryKey': ['/id'], " + resource, SCHEMA, Map.of());
  }

  private static void isSound(String resource, String schema, Map<String, Examples.Answer> examples)
      throws IOException {
    byte[] document =
        """
        {'format': 1, 'name': 'acme', 'version': '1.0.0', 'title': 'Acme', 'description': 'Things.',
         'baseUrl': 'https://api.acme.example/v1', 'authentication': [{'type': 'none'}],
         'resources': {'things': {'title': 'Things', 'schema': 'schemas/thing.json',
           RESOURCE}}}
        """
            .replace("RESOURCE", resource)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    var read = new DefinitionReader().read(document);
    assertThat(read.errors()).isEmpty();
    Definition definition = read.definition().orElseThrow();
    Map<String, JsonNode> schemas = Map.of("schemas/thing.json", Json.parse(schema));
    Examples shown = new Examples("https://example.com/openapi.json", "5f1c", examples);
    Map<String, JsonNode> fixtures = FixtureMaker.make(definition, schemas, shown).files();

    RenderedConnectors.Outcome outcome =
        RENDERED.test(
            new ConnectorSource(Json.parse(document), definition, schemas, fixtures, List.of()));

    assertThat(outcome.complaints()).isEmpty();
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.tests()).isPositive();
  }
}

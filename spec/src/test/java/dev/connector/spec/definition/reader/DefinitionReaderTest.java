package dev.connector.spec.definition.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

  private final DefinitionReader reader = new DefinitionReader();

  @Test
  void reads_what_a_small_definition_says_and_the_defaults_it_leaves_unsaid() {
    Definition small = reader.read(Definitions.bytes("valid/small.json")).orThrow("small.json");

    assertThat(small.name()).isEqualTo("small");
    assertThat(small.variable("apiKey")).isEqualTo("SMALL_API_KEY");
    assertThat(small.settings().get("apiKey").required()).isTrue();
    assertThat(small.authentication())
        .containsExactly(new AuthenticationScheme.Bearer(new Template("{apiKey}")));
    var tickets = small.resources().get("tickets");
    assertThat(tickets.reading().operation()).contains("list");
    assertThat(tickets.reading().incremental().orElseThrow().filter())
        .isEqualTo(Incremental.Filter.INCLUSIVE);
    assertThat(tickets.operations().get("list").request().method()).isEqualTo("GET");
    assertThat(tickets.operations().get("list").effect().safe()).isTrue();
  }

  @Test
  void reads_all_that_the_format_can_say() {
    Definition full = reader.read(Definitions.bytes("valid/full.json")).orThrow("full.json");

    assertThat(full.authentication()).hasSize(18);
    assertThat(full.resources().keySet()).containsExactly("contacts", "orders", "lines");
    var search = full.resources().get("contacts").operations().get("search");
    var offset = (Pagination.Offset) search.pagination().orElseThrow();
    assertThat(offset.window().orElseThrow().restart()).isTrue();
    assertThat(offset.parameter()).isInstanceOf(Placement.Body.class);
    var list = full.resources().get("contacts").operations().get("list");
    assertThat(list.arguments()).containsOnlyKeys("mode", "fields");
  }

  @Test
  void says_what_is_not_executed_yet_without_refusing_it() {
    ReadResult result = reader.read(Definitions.bytes("valid/full.json"));

    assertThat(result.definition()).isPresent();
    assertThat(result.warnings())
        .extracting(Problem::cause)
        .contains("GraphQL is not executed yet", "OAuth 1 is not executed yet");
  }

  @Test
  void reports_all_problems_at_once() {
    String document =
        """
        { "format": 1, "name": "Bad Name", "version": "1", "title": "T", "description": "D",
          "baseUrl": "http://x.example", "colour": "red",
          "authentication": [ { "type": "bearer", "token": "{nowhere}" } ],
          "resources": { "a": { "schema": "../a.json", "parent": { "resource": "b", "bind": {} },
            "operations": { "list": { "path": "x", "records": "data", "pagination": {} } } } } }
        """;

    assertThat(reader.read(document.getBytes(StandardCharsets.UTF_8)).errors())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/name",
            "/version",
            "/baseUrl",
            "/colour",
            "/authentication/0/token",
            "/resources/a/schema",
            "/resources/a/parent/resource",
            "/resources/a/operations/list/path",
            "/resources/a/operations/list/records",
            "/resources/a/operations/list/pagination");
  }

  @Test
  void reports_a_member_written_twice_at_its_place() {
    String document =
        new String(Definitions.bytes("valid/small.json"), StandardCharsets.UTF_8)
            .replace("\"title\": \"API key\",", "\"title\": \"API key\", \"title\": \"Key\",");

    assertThat(reader.read(document.getBytes(StandardCharsets.UTF_8)).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).isEqualTo("/settings/apiKey/title");
              assertThat(error.cause()).contains("written twice");
            });
  }

  @Test
  void says_where_a_document_stops_being_json() {
    ReadResult result = reader.read("{ \"format\": 1,\n  oops }".getBytes(StandardCharsets.UTF_8));

    assertThat(result.definition()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.cause()).contains("not JSON").contains("line 2"));
  }

  @Test
  void refuses_what_is_no_object_or_has_something_after_it() {
    for (String document : new String[] {"", "[]", "null", "5", "{} {}"}) {
      assertThat(reader.read(document.getBytes(StandardCharsets.UTF_8)).errors())
          .as(document)
          .isNotEmpty();
    }
  }

  @Test
  void refuses_a_document_that_no_person_could_read() {
    assertThat(reader.read(new byte[2 << 20]).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.cause()).contains("bytes"));
  }

  @Test
  void refuses_nesting_without_end() {
    String deep = "{\"resources\":".repeat(5000);

    assertThat(reader.read(deep.getBytes(StandardCharsets.UTF_8)).errors()).isNotEmpty();
  }

  @Test
  void a_text_that_is_long_beyond_sense_is_a_problem_and_no_crash() {
    for (String place : List.of("name", "baseUrl", "documentation", "check", "version")) {
      ObjectNode small = (ObjectNode) Definitions.tree("valid/small.json");
      small.put(place, "https://" + "a.{apiKey}".repeat(50_000));

      assertThat(reader.read(small).errors())
          .extracting(Problem::pointer)
          .as(place)
          .containsOnly("/" + place);
    }
    ObjectNode small = (ObjectNode) Definitions.tree("valid/small.json");
    small.withObject("/resources/tickets/incremental").put("cursor", "/a".repeat(100_000));
    small.withArray("/hosts").add("a.".repeat(100_000));
    assertThat(reader.read(small).errors()).extracting(Problem::pointer).contains("/hosts/0");
  }

  @Test
  void a_pattern_that_never_ends_is_not_run() {
    ObjectNode small = (ObjectNode) Definitions.tree("valid/small.json");
    small
        .withObject("/settings/slow")
        .put("title", "Slow")
        .put("pattern", "(a+)+b")
        .put("default", "a".repeat(60));

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(reader.read(small).errors()).isEmpty());
  }

  @Test
  void looks_for_schema_files_where_it_knows_the_folder() {
    byte[] small = Definitions.bytes("valid/small.json");

    assertThat(new DefinitionReader(Set.of("schemas/ticket.json")::contains).read(small).errors())
        .isEmpty();
    assertThat(new DefinitionReader(Set.of("schemas/other.json")::contains).read(small).errors())
        .singleElement()
        .satisfies(
            error -> assertThat(error.cause()).isEqualTo("there is no file schemas/ticket.json"));
  }

  @Test
  void warns_of_a_setting_that_nothing_uses() {
    ObjectNode small = (ObjectNode) Definitions.tree("valid/small.json");
    small.withObject("/settings/spare").put("title", "Spare");

    assertThat(reader.read(small).warnings())
        .extracting(Problem::pointer)
        .containsExactly("/settings/spare");
  }

  @Test
  void a_definition_that_cannot_be_used_says_every_reason_in_its_failure() {
    ReadResult result = reader.read("{\"format\": 2}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> result.orThrow("acme/connector.json"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("acme/connector.json")
        .hasMessageContaining("/format: this format is not known")
        .hasMessageContaining("\"resources\" is missing");
  }
}

package dev.connector.cli.agent.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each world can be understood, and tells a right definition from a wrong one. */
class WorldsTest {

  @Test
  void what_the_nursery_says_can_be_said_in_a_definition() {
    try (Gappy gappy = Gappy.start(0)) {
      assertThat(gappy.score(gappy.solution().definition()).wrong()).isEmpty();
      assertThat(gappy.liveCheck(gappy.solution())).isEmpty();
    }
  }

  @Test
  void a_wrong_key_a_forgotten_page_and_a_wrong_header_are_told() throws IOException {
    try (Gappy gappy = Gappy.start(0)) {
      ConnectorFolder key =
          changed(
              gappy, it -> at(it, "/resources/plants").putArray("primaryKey").add("/latin_name"));
      assertThat(gappy.score(key.definition()).wrong()).containsExactly("/api/plants key [/sku]");

      ConnectorFolder pages =
          changed(gappy, it -> at(it, "/resources/plants/operations/list").remove("pagination"));
      assertThat(gappy.score(pages.definition()).wrong())
          .containsExactly("/api/plants pages: page");
      assertThat(gappy.liveCheck(pages))
          .singleElement()
          .asString()
          .contains("plants: read 25 records", "the server has 130 records");

      ConnectorFolder header =
          changed(gappy, it -> at(it, "/authentication/0/placement").put("header", "X-Api-Key"));
      assertThat(gappy.score(header.definition()).wrong())
          .containsExactly("sends a key in X-Shed-Key");
      assertThat(gappy.liveCheck(header)).hasSize(8).allMatch(it -> it.contains("cannot be read"));
    }
  }

  @Test
  void what_is_only_on_one_page_of_the_port_counts() throws IOException {
    try (Harbor harbor = Harbor.start(0)) {
      ConnectorFolder text =
          changed(harbor, it -> at(it, "/resources/incidents/incremental").remove("format"));
      assertThat(harbor.score(text.definition()).wrong())
          .containsExactly("incidents are asked for in milliseconds, the last one left out");
      assertThat(harbor.liveCheck(text)).singleElement().asString().contains("incidents cannot be");

      ConnectorFolder kept =
          changed(harbor, it -> at(it, "/resources/customers").remove("deletes"));
      assertThat(harbor.score(kept.definition()).wrong())
          .containsExactly("customers are marked as deleted");
      assertThat(harbor.liveCheck(kept)).singleElement().asString().contains("customers: read 41");

      ConnectorFolder missing = changed(harbor, it -> at(it, "/resources").remove("users"));
      assertThat(harbor.liveCheck(missing)).containsExactly("/v1/users is not read");
    }
  }

  private static ObjectNode at(ObjectNode definition, String pointer) {
    return (ObjectNode) definition.at(pointer);
  }

  /** The solution with something wrong about it. */
  private static ConnectorFolder changed(World world, Consumer<ObjectNode> wrong)
      throws IOException {
    ConnectorFolder right = world.solution();
    JsonNode definition = Json.parse(Files.readString(right.path().resolve("connector.json")));
    wrong.accept((ObjectNode) definition);
    ((ObjectNode) definition).remove("check");
    return new ConnectorFolder(
        right.path(),
        right.fixtures(),
        new DefinitionReader().read(definition).orThrow("the changed definition"),
        right.schemas());
  }
}

package dev.connector.registry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RenderedItemTest {

  private static final Origin.Rendered ORIGIN =
      new Origin.Rendered("https://acme.example/openapi.json", "ab12", new TreeMap<>(), "1", "");

  @Test
  void what_was_rendered_is_an_item_that_knows_its_description() {
    Item item = Item.rendered("acme", files(), ORIGIN);

    assertThat(item.languages()).containsExactly("java");
    assertThat(item.origin().source()).isEqualTo("https://acme.example/openapi.json");
    assertThat(item.origin().tree()).hasSize(40);
    assertThat(item.file("java/src/main/java/dev/connector/connectors/acme/Acme.java")).isPresent();
  }

  @Test
  void the_same_files_are_the_same_item_in_whatever_order_they_come() {
    assertThat(Item.rendered("acme", new TreeMap<>(files()).descendingMap(), ORIGIN).origin())
        .isEqualTo(Item.rendered("acme", files(), ORIGIN).origin());
  }

  @Test
  void a_file_that_would_leave_the_connector_is_refused_as_from_any_registry() {
    Map<String, byte[]> files = files();
    files.put("java/../../.git/hooks/pre-commit", "#!/bin/sh".getBytes(UTF_8));

    assertThatThrownBy(() -> Item.rendered("acme", files, ORIGIN))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("is refused");
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(
        "connector.json",
        """
        { "format": 1, "name": "acme", "version": "0.1.0", "title": "Acme",
          "description": "Reads Acme.", "baseUrl": "https://api.acme.example",
          "resources": {} }
        """
            .getBytes(UTF_8));
    files.put(
        "java/item.json",
        """
        { "format": 1, "language": "java", "release": 17,
          "package": "dev.connector.connectors.acme",
          "sources": { "main": "src/main/java" }, "requires": { "runtime": "^1.0.0" },
          "dependencies": [] }
        """
            .getBytes(UTF_8));
    files.put(
        "java/src/main/java/dev/connector/connectors/acme/Acme.java",
        "package dev.connector.connectors.acme;\n".getBytes(UTF_8));
    return files;
  }
}

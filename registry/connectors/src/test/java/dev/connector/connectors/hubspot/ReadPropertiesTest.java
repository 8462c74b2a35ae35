package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties that are asked for, and those that records have, are named in two places. */
class ReadPropertiesTest {

  private static final Path FOLDER = Path.of("hubspot");
  private static final Definition DEFINITION = ConnectorFolder.read(FOLDER).definition();

  static Stream<String> resources() {
    return DEFINITION.resources().entrySet().stream()
        .filter(it -> it.getValue().operations().containsKey("changes"))
        .map(it -> it.getKey());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void the_schema_describes_every_property_that_is_read(String name) throws IOException {
    Resource resource = DEFINITION.resources().get(name);
    JsonNode schema =
        new ObjectMapper().readTree(Files.readAllBytes(FOLDER.resolve(resource.record().schema())));
    List<String> read =
        StreamSupport.stream(
                resource
                    .operations()
                    .get("list")
                    .arguments()
                    .get("properties")
                    .defaultValue()
                    .orElseThrow()
                    .spliterator(),
                false)
            .map(JsonNode::asText)
            .toList();

    assertThat(read).isNotEmpty();
    assertThat(schema.at("/properties/properties/properties").fieldNames())
        .toIterable()
        .containsAll(read);
  }
}

package dev.connector.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lies in the registry is whole: definition, schemas, fixtures, source and the pages beside.
 */
class RegistryContentTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REGISTRY = Path.of("").toAbsolutePath();

  static List<Path> connectors() throws IOException {
    try (Stream<Path> folders = Files.list(REGISTRY)) {
      return folders.filter(folder -> Files.exists(folder.resolve("connector.json"))).toList();
    }
  }

  @Test
  void there_are_connectors() throws IOException {
    assertThat(connectors()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void the_definition_is_valid_and_named_as_its_folder(Path connector) throws IOException {
    ReadResult result = read(connector);

    assertThat(result.errors()).isEmpty();
    assertThat(result.definition().orElseThrow().name())
        .isEqualTo(connector.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void the_pages_a_user_looks_for_are_there(Path connector) throws IOException {
    Definition definition = read(connector).orThrow(connector.toString());

    assertThat(connector.resolve("LICENSE")).isNotEmptyFile();
    assertThat(connector.resolve("CHANGELOG.md")).content().contains(definition.version());
    assertThat(connector.resolve("README.md")).content().contains("```java", "uthenticat");
    for (String setting : definition.settings().keySet()) {
      assertThat(connector.resolve("README.md")).content().contains(definition.variable(setting));
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void every_source_file_is_compiled_with_this_module(Path connector) throws IOException {
    assertCompiled(connector.resolve("java/src/main/java"), REGISTRY.resolve("target/classes"));
    assertCompiled(
        connector.resolve("java/src/test/java"), REGISTRY.resolve("target/test-classes"));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void every_fixture_says_where_it_is_from_and_is_on_the_class_path(Path connector)
      throws IOException {
    for (Path fixture : filesBelow(connector.resolve("fixtures"))) {
      JsonNode content = JSON.readTree(fixture.toFile());

      assertThat(content.path("source").asText()).as(fixture.toString()).startsWith("https://");
      assertThat(content.path("retrieved").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
      assertThat(content.path("kind").asText()).isIn("documented", "recorded", "synthesized");
      assertThat(content.path("exchanges")).isNotEmpty();
      assertThat(getClass().getResource("/connectors/" + REGISTRY.relativize(fixture)))
          .as("on the class path: " + fixture)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void the_records_of_a_fixture_fit_the_schema_of_their_resource(Path connector)
      throws IOException {
    Definition definition = read(connector).orThrow(connector.toString());
    List<String> problems = new ArrayList<>();
    int checked = 0;
    for (Path fixture : filesBelow(connector.resolve("fixtures"))) {
      JsonNode content = JSON.readTree(fixture.toFile());
      OperationName operation = OperationName.parse(content.path("operation").asText());
      Resource resource = definition.resources().get(operation.resource());
      if (resource == null) {
        continue; // An exchange of the connection itself, such as the refresh of a token.
      }
      Schema schema = schema(connector.resolve(resource.record().schema()));
      for (JsonNode found : content.path("records")) {
        checked++;
        schema.validate(found).forEach(error -> problems.add(fixture.getFileName() + ": " + error));
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isPositive();
  }

  private static ReadResult read(Path connector) throws IOException {
    DefinitionReader reader =
        new DefinitionReader(file -> Files.isRegularFile(connector.resolve(file)));
    return reader.read(Files.readAllBytes(connector.resolve("connector.json")));
  }

  private static Schema schema(Path file) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file));
  }

  private static void assertCompiled(Path sources, Path classes) throws IOException {
    List<Path> files = filesBelow(sources);
    assertThat(files).as(sources.toString()).isNotEmpty();
    for (Path file : files) {
      String name = sources.relativize(file).toString().replace(".java", ".class");
      if (!name.endsWith("package-info.class")) {
        assertThat(classes.resolve(name)).exists();
      }
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

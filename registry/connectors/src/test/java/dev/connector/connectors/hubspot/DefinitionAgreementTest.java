package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definition and the code say the same; stays in the registry, where both are. */
class DefinitionAgreementTest {

  private static final Path FOLDER = Path.of("hubspot");

  private final Definition definition = definition();

  static Stream<CrmType<?>> types() {
    return CrmType.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void both_have_the_same_paths_and_read_the_same_properties(CrmType<?> type) {
    Resource resource = definition.resources().get(type.plural());

    assertThat(path(resource, "list")).isEqualTo(type.path());
    assertThat(path(resource, "search")).isEqualTo(type.path() + "/search");
    assertThat(path(resource, "update")).isEqualTo(type.idPath());
    assertThat(texts(properties(resource.operations().get("list")))).isEqualTo(type.properties());
    assertThat(resource.reading().incremental().orElseThrow().cursor())
        .hasToString("/properties/" + type.modified());
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_schema_describes_every_property_that_is_read(CrmType<?> type) throws IOException {
    String file = definition.resources().get(type.plural()).record().schema();
    JsonNode schema = new ObjectMapper().readTree(Files.readAllBytes(FOLDER.resolve(file)));

    assertThat(schema.at("/properties/properties/properties").fieldNames())
        .toIterable()
        .containsAll(type.properties());
  }

  @ParameterizedTest
  @MethodSource("types")
  void both_make_the_same_shared_records(CrmType<?> type) {
    assertThat(type.form()).isEqualTo(form(type.plural()));
  }

  @Test
  void both_make_the_same_users_of_owners() {
    assertThat(CanonicalForms.OWNER).isEqualTo(form("owners"));
  }

  @Test
  void both_limit_the_same_searches() {
    List<OperationName> narrow =
        definition.limits().rates().stream()
            .map(Limits.Rate::operations)
            .filter(operations -> !operations.isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(narrow.stream().map(OperationName::toString).collect(Collectors.toSet()))
        .isEqualTo(CrmType.SEARCHES);
  }

  private CanonicalForm form(String resource) {
    CanonicalMapping mapping =
        definition.resources().get(resource).record().canonical().orElseThrow();
    return CanonicalType.of(mapping.type()).form(mapping);
  }

  private static String path(Resource resource, String operation) {
    return resource.operations().get(operation).request().path().text();
  }

  private static JsonNode properties(Operation operation) {
    return operation.arguments().get("properties").defaultValue().orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Definition definition() {
    try {
      byte[] document = Files.readAllBytes(FOLDER.resolve("connector.json"));
      return new DefinitionReader().read(document).definition().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

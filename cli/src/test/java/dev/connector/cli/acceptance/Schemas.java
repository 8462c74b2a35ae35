package dev.connector.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what {@code --json} prints against the published schemas, and knows which were used. */
public final class Schemas {

  private static final Path FOLDER = Path.of("src/main/resources/dev/connector/cli/schemas");
  private static final String SUFFIX = ".schema.json";
  private static final String ID = "urn:connector:cli:";

  /** What holds a connector to the rules prints the specification's own document. */
  private static final Path REPORT = Path.of("../spec/report.schema.json");

  private static final Map<String, String> NAMES =
      Map.of(
          "search", "list",
          "registry-remove", "registry-add",
          "validate", "report",
          "test", "report",
          "verify", "report");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Set<String> used = new TreeSet<>();

  /** Fails unless the output is one document of the command's schema, or of the errors'. */
  public void check(String command, String output) throws IOException {
    JsonNode document = read(command, output);
    String name = document.has("error") ? "error" : NAMES.getOrDefault(command, command);
    Path file = name.equals("report") ? REPORT : FOLDER.resolve(name + SUFFIX);
    try (InputStream schema = Files.newInputStream(file)) {
      assertThat(
              SchemaRegistry.withDefaultDialect(
                      SpecificationVersion.DRAFT_2020_12, it -> it.schemas(Schemas::referred))
                  .getSchema(schema)
                  .validate(document))
          .as("%s --json against %s%s: %s", command, name, SUFFIX, output)
          .isEmpty();
    }
    if (file.startsWith(FOLDER)) {
      used.add(name);
    }
  }

  /** The text of another of our schemas, which one refers to by its id. */
  private static String referred(String id) {
    try {
      return id.startsWith(ID) ? Files.readString(FOLDER.resolve(id.split(":")[3] + SUFFIX)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String command, String output) {
    try {
      return JSON.readTree(output);
    } catch (JsonProcessingException e) {
      throw new AssertionError(command + " --json printed no single document: " + output, e);
    }
  }

  Set<String> used() {
    return used;
  }

  /** Those of commands whose scripts are quick; an agent's run is tried by tests of its own. */
  static Set<String> published() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.endsWith("agent" + SUFFIX))
          .map(file -> file.getFileName().toString().replace(SUFFIX, ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.ReportJUnit;
import dev.connector.spec.rules.ReportJson;
import dev.connector.spec.rules.ReportTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An API, and a definition of it that may be wrong: the mock API is made from the right one.
 *
 * @param claimed what is held against the API
 */
record Shop(MockApi api, ConnectorFolder claimed, Map<String, String> environment)
    implements AutoCloseable {

  private static final Path TRUTH = Path.of("src/test/resources/connectors/shop");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An API with 25 records of each resource, and a definition of it that is right. */
  static Shop open() {
    return open(MockOptions.standard());
  }

  static Shop open(MockOptions options) {
    ConnectorFolder truth = ConnectorFolder.read(TRUTH);
    MockApi api = MockApi.start(truth.definition(), truth.schemas(), options.unmetered());
    Map<String, String> environment = new LinkedHashMap<>(api.environment());
    environment.put("SHOP_MAX_RETRIES", "1");
    environment.put("SHOP_RETRY_FIRST_DELAY", "1ms");
    return new Shop(api, truth, environment);
  }

  /** The same with a definition that says something else in one place; null takes it out. */
  Shop claiming(Path folder, String pointer, Object value) throws IOException {
    ObjectNode definition = (ObjectNode) JSON.readTree(TRUTH.resolve("connector.json").toFile());
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = definition.at(at.head());
    String name = at.last().getMatchingProperty();
    if (parent.isArray()) {
      ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
          .set(Integer.parseInt(name), JSON.valueToTree(value));
    } else if (value == null) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, JSON.valueToTree(value));
    }
    Files.createDirectories(folder.resolve("schemas"));
    JSON.writeValue(folder.resolve("connector.json").toFile(), definition);
    for (String schema : List.of("contact.json", "note.json")) {
      Path copy = folder.resolve("schemas").resolve(schema);
      if (!Files.exists(copy)) {
        Files.copy(TRUTH.resolve("schemas").resolve(schema), copy);
      }
    }
    return new Shop(api, ConnectorFolder.read(folder), environment);
  }

  Shop with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Shop(api, claimed, more);
  }

  Verified verify() {
    return verify(Verification.Scope.all());
  }

  Verified verify(Verification.Scope scope) {
    return new Verification(claimed, environment, scope).run(new Cancellation(), it -> {});
  }

  static Outcome outcome(Verified verified, String rule) {
    return verified.report().findings().stream()
        .filter(it -> it.rule().id().equals(rule))
        .map(Finding::outcome)
        .findFirst()
        .orElseThrow();
  }

  /** All that is said of a rule that is broken. */
  static String broken(Verified verified, String rule) {
    Outcome outcome = outcome(verified, rule);
    if (outcome instanceof Outcome.Broken broken) {
      return broken.expected()
          + "\n"
          + broken.got()
          + "\n"
          + String.join("\n\n", broken.evidence());
    }
    throw new AssertionError(rule + " is " + outcome);
  }

  /** The rules that are broken. */
  static List<String> broken(Verified verified) {
    return verified.report().broken().stream().map(it -> it.rule().id()).toList();
  }

  /** Everything that is ever shown. */
  static String shown(Verified verified) {
    return ReportTable.of(List.of(verified.report()))
        + ReportJson.of(List.of(verified.report()))
        + ReportJUnit.of(List.of(verified.report()))
        + verified.notes().stream().collect(Collectors.joining("\n"))
        + verified;
  }

  @Override
  public void close() {
    api.close();
  }
}

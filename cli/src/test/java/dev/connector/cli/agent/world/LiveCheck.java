package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a world through the engine by a definition, and compares with what the server has. */
public record LiveCheck(World world, ConnectorFolder connector) {

  /** What is wrong, one line each; none where everything is as the server has it. */
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    try (Engine engine = new Engine(connector.definition(), connector.schemas(), environment())) {
      for (Expected expected : world.resources()) {
        expected
            .find(connector.definition())
            .ifPresentOrElse(
                it -> findings.addAll(read(engine, it.getKey(), expected)),
                () -> findings.add(expected.path() + " is not read"));
      }
    }
    return findings;
  }

  /** Why a resource of the definition, whether there ought to be one or not, cannot be read. */
  public Optional<String> failure(String resource) {
    try (Engine engine = new Engine(connector.definition(), connector.schemas(), environment())) {
      records(engine, ReadRequest.of(resource));
      return Optional.empty();
    } catch (ApiException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The variables with which the definition reads this server. */
  public Map<String, String> environment() {
    Definition definition = connector.definition();
    Map<String, String> variables = new HashMap<>();
    String path = definition.endpoint().baseUrl().text().replaceFirst("^https://[^/]+", "");
    variables.put(definition.variable("baseUrl"), world.origin() + path);
    variables.put(definition.variable("allowLoopback"), "true");
    definition
        .settings()
        .keySet()
        .forEach(it -> value(it).ifPresent(value -> variables.put(definition.variable(it), value)));
    return variables;
  }

  /** Where the API is said to be makes no difference, since it is here. */
  private Optional<String> value(String setting) {
    return setting.toLowerCase().matches(".*(host|domain).*")
        ? Optional.of("api.vendor.example")
        : world.credential(setting);
  }

  private static List<String> read(Engine engine, String name, Expected expected) {
    List<String> findings = new ArrayList<>();
    try {
      List<Event.Record> all = records(engine, ReadRequest.of(name));
      all.stream()
          .filter(it -> !it.violations().isEmpty())
          .findFirst()
          .ifPresent(it -> findings.add(name + " do not fit their schema: " + it.violations()));
      compare(name, keys(expected, data(all)), keys(expected, expected.records()))
          .ifPresent(findings::add);
      if (expected.cursor().isPresent() && findings.isEmpty()) {
        changed(engine, name, expected).ifPresent(findings::add);
      }
    } catch (ApiException e) {
      findings.add(name + " cannot be read: " + e.getMessage());
    }
    return findings;
  }

  /** Half of the records changed since the middle one; it may be among them or not. */
  private static Optional<String> changed(Engine engine, String name, Expected expected) {
    String pointer = expected.cursor().get();
    List<Instant> times =
        expected.records().stream().map(it -> TimeFormat.read(it.at(pointer))).sorted().toList();
    Instant middle = times.get(times.size() / 2);
    List<ObjectNode> after = later(expected, middle);
    List<ObjectNode> from = later(expected, middle.minusNanos(1));
    List<JsonNode> found = data(records(engine, ReadRequest.of(name).since(middle.toString())));
    return compare(name + " since " + middle, keys(expected, found), keys(expected, after))
        .filter(it -> compare("", keys(expected, found), keys(expected, from)).isPresent());
  }

  private static List<ObjectNode> later(Expected expected, Instant than) {
    return expected.records().stream()
        .filter(it -> TimeFormat.read(it.at(expected.cursor().get())).isAfter(than))
        .toList();
  }

  private static List<Event.Record> records(Engine engine, ReadRequest request) {
    List<Event.Record> records = new ArrayList<>();
    engine.read(
        request,
        event -> {
          if (event instanceof Event.Record record) {
            records.add(record);
          }
        },
        new Cancellation());
    return records;
  }

  private static List<JsonNode> data(List<Event.Record> records) {
    return records.stream().map(Event.Record::data).toList();
  }

  private static Optional<String> compare(String what, List<String> found, List<String> expected) {
    String is = found.size() + " records, keys " + checksum(found);
    String wanted = expected.size() + " records, keys " + checksum(expected);
    return is.equals(wanted)
        ? Optional.empty()
        : Optional.of(what + ": read " + is + "; the server has " + wanted);
  }

  private static List<String> keys(Expected expected, List<? extends JsonNode> records) {
    return records.stream()
        .map(
            it ->
                expected.key().stream()
                    .map(at -> it.at(at).asText())
                    .collect(Collectors.joining("/")))
        .sorted()
        .toList();
  }

  private static String checksum(List<String> keys) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes of reading resources by their names. */
final class Reads {

  /** The operations that resources are read by; all others are calls by themselves. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "contacts.changes",
          "companies.changes",
          "deals.changes",
          "tickets.changes",
          "calls.changes",
          "emails.changes",
          "meetings.changes",
          "notes.changes",
          "tasks.changes",
          "owners.list");

  private Reads() {}

  /** The events of a read, those that tell of requests left out. */
  static List<Event> events(Connector connector, ReadRequest request) {
    List<Event> events = new ArrayList<>();
    connector.read(
        request,
        event -> {
          if (!(event instanceof Event.Attempt)) {
            events.add(event);
          }
        },
        new Cancellation());
    return events;
  }

  /** Reads or calls as a fixture has it, and gives the records, those of a read at least. */
  static List<JsonNode> replay(Connector connector, Fixture fixture) {
    if (OPERATIONS.contains(fixture.operation())) {
      return records(events(connector, request(fixture)));
    }
    connector.call(
        new CallRequest(fixture.operation(), fixture.arguments()),
        event -> {},
        new Cancellation());
    return fixture.records();
  }

  static List<JsonNode> records(List<Event> events) {
    return events.stream()
        .filter(Event.Record.class::isInstance)
        .map(event -> ((Event.Record) event).data())
        .toList();
  }

  /** How far a read came. */
  static JsonNode checkpoint(List<Event> events) {
    return events.stream()
        .filter(Event.Checkpoint.class::isInstance)
        .map(event -> ((Event.Checkpoint) event).state())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** A read as a fixture has it. */
  static ReadRequest request(Fixture fixture) {
    ReadRequest request = ReadRequest.of(fixture.resource());
    for (Map.Entry<String, JsonNode> argument : fixture.arguments().entrySet()) {
      request =
          argument.getKey().equals("cursor")
              ? request.since(argument.getValue().asText())
              : request.argument(argument.getKey(), argument.getValue());
    }
    return request;
  }
}

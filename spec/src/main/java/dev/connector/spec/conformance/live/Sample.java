package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.spec.conformance.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first records of a resource.
 *
 * @param exchanges all that it took to read them
 * @param cutOff whether no more were asked for, as these were enough
 */
record Sample(Claim claim, Transcript transcript, List<Exchange> exchanges, boolean cutOff) {

  Sample {
    exchanges = List.copyOf(exchanges);
  }

  /** The successful exchanges of the operation that read them. */
  List<Exchange> pages() {
    return exchanges.stream()
        .filter(it -> it.operation().equals(claim.list()))
        .filter(it -> it.status() / 100 == 2)
        .toList();
  }

  List<Event.Record> events() {
    return transcript.of(Event.Record.class).toList();
  }

  List<JsonNode> records() {
    return transcript.records();
  }

  /** Whether these are all there are. */
  boolean complete() {
    return transcript.status().filter(it -> it.incomplete().isEmpty()).isPresent();
  }

  Optional<Exchange> firstPage() {
    return pages().stream().findFirst();
  }

  /** The values of a record's primary key, with what of its parent it was read by. */
  static List<String> key(Claim claim, Event.Record event) {
    List<String> key = new ArrayList<>();
    event.parent().ifPresent(it -> key.add(it.toString()));
    for (JsonPointer pointer : claim.resource().record().primaryKey()) {
      key.add(event.data().at(pointer).asText());
    }
    return key;
  }
}

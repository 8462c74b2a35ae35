package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was read: validates, maps, masks and counts. Belongs to one thread. */
final class Emission {

  /**
   * What becomes of each record.
   *
   * @param canonical whether it comes in its canonical form, too
   * @param masked whether personal fields are hidden
   */
  record Options(boolean canonical, boolean masked) {}

  private final String name;
  private final Resource resource;
  private final RecordSchema schema;
  private final Options options;
  private final EventSink events;
  private long records;
  private long deletes;
  private long invalid;

  Emission(String name, Resource resource, RecordSchema schema, Options options, EventSink events) {
    this.name = name;
    this.resource = resource;
    this.schema = schema;
    this.options = options;
    this.events = events;
  }

  void change(Change<JsonNode> change, Parents.Binding parent) {
    JsonNode found = withCopies(change.record(), parent.copied());
    if (change.deleted() || marked(found)) {
      deletes++;
      events.accept(new Event.Delete(name, key(found)));
      return;
    }
    List<Violation> violations = violations(found);
    records++;
    invalid += violations.isEmpty() ? 0 : 1;
    JsonNode shown =
        options.masked() ? PersonalFields.mask(found, resource.record().personal()) : found;
    events.accept(
        new Event.Record(
            name,
            shown,
            Optional.<JsonNode>of(parent.bound()).filter(bound -> !bound.isEmpty()),
            options.canonical()
                ? resource.record().canonical().map(it -> CanonicalForm.of(shown, it))
                : Optional.empty(),
            violations));
  }

  void checkpoint(JsonNode state) {
    events.accept(new Event.Checkpoint(name, state));
  }

  void status(Optional<Event.Reason> incomplete, long withoutCursor) {
    events.accept(
        new Event.Status(
            name, incomplete, new Event.Counts(records, deletes, invalid, withoutCursor)));
  }

  /** Records and deletes so far. */
  long handedOver() {
    return records + deletes;
  }

  private List<Violation> violations(JsonNode found) {
    List<Violation> violations = schema.violations(found);
    for (JsonPointer pointer : resource.record().primaryKey()) {
      if (!isKey(found.at(pointer))) {
        violations = new ArrayList<>(violations);
        violations.add(new Violation(pointer.toString(), "lacks the primary key"));
      }
    }
    return violations;
  }

  private List<JsonNode> key(JsonNode found) {
    List<JsonNode> key = new ArrayList<>();
    for (JsonPointer pointer : resource.record().primaryKey()) {
      if (!isKey(found.at(pointer))) {
        throw new ApiException(
            ErrorCode.VALIDATION_ERROR,
            "a deleted record of " + name + " has no primary key at " + pointer);
      }
      key.add(found.at(pointer));
    }
    return key;
  }

  private static boolean isKey(JsonNode value) {
    return value.isNumber() || (value.isTextual() && !value.textValue().isEmpty());
  }

  private boolean marked(JsonNode found) {
    if (!(resource.reading().deletes().orElse(null) instanceof Deletes.Marked mark)) {
      return false;
    }
    JsonNode value = found.at(mark.field());
    if (mark.equals().isPresent()) {
      return mark.equals().get().equals(value);
    }
    boolean no = value.isMissingNode() || value.isNull() || value.asText().isEmpty();
    return !no && !(value.isBoolean() && !value.booleanValue());
  }

  private static JsonNode withCopies(JsonNode found, Map<JsonPointer, JsonNode> copies) {
    if (copies.isEmpty() || !found.isObject()) {
      return found;
    }
    ObjectNode copied = found.deepCopy();
    copies.forEach((place, value) -> Place.set(copied, place, value));
    return copied;
  }
}

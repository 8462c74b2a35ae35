package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the records of one resource, each with a key of its own. */
public final class RecordMaker {

  private static final int RETRIES = 20;
  private static final String SEQUENCE = "sequence";

  private final Resource resource;
  private final Handles handles;
  private final JsonNode schema;
  private final Map<String, String> settings;
  private final RecordGenerator generator;
  private final RecordSchema check;
  private final Set<Integer> numbered = new HashSet<>();
  private int made;

  /**
   * A maker of the records of one resource.
   *
   * @param handles the places by which each of its children is read
   * @param settings what requests are made with, which records tell, too
   */
  public RecordMaker(
      Resource resource,
      List<List<JsonPointer>> handles,
      JsonNode schema,
      Map<String, String> settings,
      long seed) {
    this.resource = resource;
    this.handles = new Handles(resource.record().primaryKey(), handles);
    this.schema = schema;
    this.settings = Map.copyOf(settings);
    this.check = RecordSchema.of(schema);
    this.generator = new RecordGenerator(seed, Set.copyOf(resource.record().personal()));
  }

  public Stored make(Map<String, String> scope, boolean deleted) {
    Set<JsonPointer> present = handles.places();
    resource.reading().incremental().ifPresent(it -> present.add(it.cursor()));
    for (int attempt = 0; attempt < 1000; attempt++) {
      int number = made++;
      ObjectNode record = fitting(number, List.copyOf(present));
      tie(record, number);
      settings.forEach((setting, value) -> overwrite(record, setting, value));
      scope.forEach((variable, value) -> overwrite(record, variable, value));
      mark(record, deleted, number);
      if (handles.areNew(record, attempt <= RETRIES)) {
        return new Stored(record, number, scope, deleted);
      }
      if (attempt == RETRIES && resource.record().primaryKey().isEmpty()) {
        // Only what is in them tells such records apart, and some schemas have nothing.
        record.put(SEQUENCE, number);
        numbered.add(number);
        return new Stored(record, number, scope, deleted);
      }
    }
    throw new IllegalArgumentException(
        "the keys of " + resource.title() + " allow too few records");
  }

  /**
   * Whether a record has a number that its schema does not know, as nothing else tells it apart.
   */
  public boolean isNumbered(Stored record) {
    return numbered.contains(record.number());
  }

  /** Of alternatives the generator takes any, so a record that does not fit is made anew. */
  private ObjectNode fitting(int number, List<JsonPointer> present) {
    ObjectNode record = generator.record(schema, number, present);
    for (int i = 0; i < RETRIES && !check.violations(record).isEmpty(); i++) {
      record = generator.record(schema, number, present);
    }
    for (JsonPointer at : present) {
      if (record.at(at).isMissingNode()) {
        Pointers.set(record, at, TextNode.valueOf(String.valueOf(1001 + number)));
      }
    }
    if (resource.reading().incremental().isPresent()) {
      date(record, resource.reading().incremental().get(), number);
    }
    return record;
  }

  /** A text by which changes are read is a time, whether or not its schema says so. */
  private void date(ObjectNode record, Incremental incremental, int number) {
    Incremental.Type type = incremental.value().type();
    boolean time = type == Incremental.Type.TIMESTAMP || type == Incremental.Type.DATE;
    JsonNode found = record.at(incremental.cursor());
    if (!time || !found.isTextual() || isTime(found)) {
      return;
    }
    Pointers.set(
        record,
        incremental.cursor(),
        TextNode.valueOf(
            type == Incremental.Type.DATE
                ? generator.day(number)
                : generator.time(number).toString()));
    if (!check.violations(record).isEmpty()) {
      Pointers.set(record, incremental.cursor(), found);
    }
  }

  private static boolean isTime(JsonNode found) {
    try {
      return TimeFormat.read(found) != null;
    } catch (RuntimeException none) {
      return false;
    }
  }

  /** Says in a record that it has just changed, later than all others. */
  void touch(ObjectNode record) {
    String now = generator.time(made++).toString();
    ObjectNode later = fitting(made, present());
    resource
        .reading()
        .incremental()
        .map(Incremental::cursor)
        .ifPresent(at -> Pointers.set(record, at, later.at(at)));
    for (var property : schema.path("properties").properties()) {
      boolean time = property.getValue().path("format").asText().equals("date-time");
      if (time
          && record.has(property.getKey())
          && property.getKey().matches("(?i).*(updat|modif|chang).*")) {
        record.put(property.getKey(), now);
      }
    }
  }

  /** Fills the fields that say whether a record is deleted. */
  void mark(ObjectNode record, boolean deleted, int number) {
    Deletes deletes = resource.reading().deletes().orElse(null);
    if (deletes instanceof Deletes.Marked marked) {
      if (deleted) {
        Pointers.set(record, marked.field(), marked.equals().orElse(BooleanNode.TRUE));
      } else {
        Pointers.remove(record, marked.field());
      }
    }
    if (deletes instanceof Deletes.Listed listed) {
      listed.at().ifPresent(at -> told(record, at, deleted, number));
      resource.operations().get(listed.operation()).request().query().keySet().stream()
          .filter(flag -> record.path(flag).isBoolean())
          .forEach(flag -> record.put(flag, deleted));
    }
  }

  private void told(ObjectNode record, JsonPointer at, boolean deleted, int number) {
    if (deleted) {
      Pointers.set(record, at, TextNode.valueOf(generator.time(number).toString()));
    } else {
      Pointers.remove(record, at);
    }
  }

  private List<JsonPointer> present() {
    return resource.reading().incremental().stream().map(Incremental::cursor).toList();
  }

  /**
   * Two of five records changed at the same time. Not where an API leaves out what is equal to the
   * cursor: there the second of the two would be lost to everyone.
   */
  private void tie(ObjectNode record, int number) {
    Optional<Incremental> incremental = resource.reading().incremental();
    if (number % 5 != 3
        || incremental.isEmpty()
        || incremental.get().filter() == Incremental.Filter.EXCLUSIVE
        || incremental.get().value().type() != Incremental.Type.TIMESTAMP
        || resource.record().primaryKey().contains(incremental.get().cursor())
        || !record.at(incremental.get().cursor()).isTextual()) {
      return;
    }
    String before = generator.time(number - 1).toString();
    if (record.at(incremental.get().cursor()).asText().equals(generator.time(number).toString())) {
      Pointers.set(record, incremental.get().cursor(), TextNode.valueOf(before));
    }
  }

  /**
   * A record tells the settings and parents it was asked for with, where it has such a field; but
   * what alone tells it apart from others cannot be the same in all of them.
   */
  private void overwrite(ObjectNode record, String field, String value) {
    JsonNode before = record.path(field);
    if (!before.isTextual() || isItsOwn(JsonPointer.empty().appendProperty(field))) {
      return;
    }
    record.set(field, TextNode.valueOf(value));
    if (!check.violations(record).isEmpty()) {
      record.set(field, before);
    }
  }

  /** Whether a record has a value of its own there: the one that tells it apart, or its time. */
  private boolean isItsOwn(JsonPointer field) {
    return handles.tellApart(field)
        || resource.reading().incremental().filter(it -> it.cursor().equals(field)).isPresent();
  }
}

package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Resource;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Fitting fitting;
  private final Times times;
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
    this.fitting = new Fitting(check);
    this.times = Times.of(resource);
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
  private ObjectNode alternative(int number, List<JsonPointer> present) {
    ObjectNode record = generator.record(schema, number, present);
    for (int i = 0; i < RETRIES && !check.violations(record).isEmpty(); i++) {
      record = generator.record(schema, number, present);
    }
    return record;
  }

  /** A record with a value at each of these places, and times where there are to be times. */
  private ObjectNode fitting(int number, List<JsonPointer> present) {
    ObjectNode record = alternative(number, present);
    for (JsonPointer at : present) {
      if (record.at(at).isMissingNode()) {
        Pointers.set(record, at, TextNode.valueOf(String.valueOf(1001 + number)));
      }
    }
    times.fields().forEach(at -> date(record, at, number));
    return record;
  }

  /** What the definition says is a time is one, whether or not its schema says so. */
  private void date(ObjectNode record, JsonPointer at, int number) {
    JsonNode found = record.at(at);
    List<JsonNode> ways = new ArrayList<>(times.ways(at, found, time(at, number)));
    if (!ways.isEmpty()) {
      ways.add(found);
      fitting.set(record, at, ways);
    }
  }

  private Instant time(JsonPointer field, int number) {
    return times.byDay().contains(field) ? generator.day(number) : generator.time(number);
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
      fitting.set(
          record, marked.field(), deleted ? gone(marked, number) : kept(marked, record, number));
    }
    if (deletes instanceof Deletes.Listed listed) {
      listed.at().ifPresent(at -> fitting.set(record, at, told(deleted, number)));
      resource.operations().get(listed.operation()).request().query().keySet().stream()
          .filter(flag -> record.path(flag).isBoolean())
          .forEach(flag -> record.put(flag, deleted));
    }
  }

  /** What says that a record is gone: the value itself, or any that is no false. */
  private List<JsonNode> gone(Deletes.Marked marked, int number) {
    if (marked.equals().isPresent()) {
      return List.of(marked.equals().get());
    }
    JsonNode made = fitting(number, List.of(marked.field())).at(marked.field());
    boolean says = !made.asText().isEmpty() && !made.equals(BooleanNode.FALSE);
    return says ? List.of(BooleanNode.TRUE, made) : List.of(BooleanNode.TRUE);
  }

  /** What says that a record is not gone. */
  private List<JsonNode> kept(Deletes.Marked marked, ObjectNode record, int number) {
    if (marked.equals().isEmpty()) {
      return List.of(
          NullNode.instance, BooleanNode.FALSE, MissingNode.getInstance(), TextNode.valueOf(""));
    }
    JsonNode value = record.at(marked.field());
    for (int i = 0; i < RETRIES && value.equals(marked.equals().get()); i++) {
      List<JsonPointer> present = List.of(marked.field());
      value = generator.record(schema, number + i + 1, present).at(marked.field());
    }
    return value.equals(marked.equals().get())
        ? List.of(NullNode.instance, MissingNode.getInstance())
        : List.of(value);
  }

  private List<JsonNode> told(boolean deleted, int number) {
    Instant time = generator.time(number);
    return deleted
        ? List.of(TextNode.valueOf(time.toString()), LongNode.valueOf(time.toEpochMilli()))
        : List.of(MissingNode.getInstance(), NullNode.instance);
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
        || resource.record().primaryKey().contains(incremental.get().cursor())) {
      return;
    }
    JsonPointer cursor = incremental.get().cursor();
    Times.moved(record.at(cursor), generator.time(number), generator.time(number - 1))
        .ifPresent(it -> Pointers.set(record, cursor, it));
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

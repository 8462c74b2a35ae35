package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records of a mock API, by resource and parent; requests change them. Thread-safe. */
public final class Dataset {

  private final Definition definition;
  private final Map<String, JsonNode> schemas;
  private final Map<String, String> settings;
  private final MockOptions options;
  private final RecordGenerator generator;
  private final Map<String, List<Stored>> stored = new LinkedHashMap<>();
  private final Map<String, Set<List<String>>> keys = new HashMap<>();
  private final Map<String, Integer> made = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  Dataset(
      Definition definition,
      Map<String, JsonNode> schemas,
      Map<String, String> settings,
      MockOptions options) {
    this.definition = definition;
    this.schemas = Map.copyOf(schemas);
    this.settings = Map.copyOf(settings);
    this.options = options;
    this.generator = new RecordGenerator(options.seed());
    definition.resources().keySet().forEach(this::fill);
  }

  /** The records that are not deleted, in the order they were made. */
  public synchronized List<JsonNode> records(String resource) {
    return stored(resource).stream()
        .filter(it -> !it.archived())
        .<JsonNode>map(it -> it.record().deepCopy())
        .toList();
  }

  /** The records that a list of deletes gives. */
  public synchronized List<JsonNode> archived(String resource) {
    return stored(resource).stream()
        .filter(Stored::archived)
        .<JsonNode>map(it -> it.record().deepCopy())
        .toList();
  }

  /** Gives a resource other records, for each parent so many, and its children others, too. */
  public synchronized void refill(String resource, int records) {
    sizes.put(resource, records);
    drop(resource);
    definition.resources().keySet().forEach(this::fill);
  }

  private void drop(String name) {
    stored.remove(name);
    definition.resources().forEach((child, it) -> dropChild(name, child, it));
  }

  private void dropChild(String name, String child, Resource resource) {
    if (resource.reading().parent().filter(it -> it.resource().equals(name)).isPresent()) {
      drop(child);
    }
  }

  synchronized List<Stored> stored(String resource) {
    return List.copyOf(stored.get(resource));
  }

  synchronized Stored create(String resource, Map<String, String> parent, JsonNode values) {
    Stored made = make(resource, parent, false);
    merge(made.record(), values, schema(resource));
    stored.get(resource).add(made);
    return made;
  }

  synchronized Stored update(String resource, Stored old, JsonNode values) {
    ObjectNode changed = old.record().deepCopy();
    merge(changed, values, schema(resource));
    resource(resource)
        .reading()
        .incremental()
        .ifPresent(
            it -> {
              JsonNode later = make(resource, old.parent(), false).record().at(it.cursor());
              Pointers.set(changed, it.cursor(), later);
            });
    return replace(resource, old, new Stored(changed, old.parent(), old.archived()));
  }

  synchronized Stored archive(String resource, Stored old) {
    ObjectNode changed = old.record().deepCopy();
    mark(resource, changed, true);
    boolean marked =
        resource(resource).reading().deletes().filter(Deletes.Marked.class::isInstance).isPresent();
    return replace(resource, old, new Stored(changed, old.parent(), !marked));
  }

  private Stored replace(String resource, Stored old, Stored changed) {
    List<Stored> all = stored.get(resource);
    all.remove(old);
    all.add(changed);
    return changed;
  }

  private void fill(String name) {
    if (stored.containsKey(name)) {
      return;
    }
    List<Stored> all = new ArrayList<>();
    stored.put(name, all);
    for (Map<String, String> parent : parents(name)) {
      for (int i = 0; i < sizes.getOrDefault(name, options.records()); i++) {
        all.add(make(name, parent, false));
      }
      if (listedDeletes(name).isPresent()) {
        all.add(make(name, parent, true));
      }
    }
  }

  /** What each parent binds; one empty binding where a resource has no parent. */
  private List<Map<String, String>> parents(String name) {
    Optional<Parent> parent = resource(name).reading().parent();
    if (parent.isEmpty()) {
      return List.of(Map.of());
    }
    fill(parent.get().resource());
    return stored.get(parent.get().resource()).stream()
        .filter(it -> !it.archived())
        .map(it -> bound(parent.get(), it))
        .toList();
  }

  static Map<String, String> bound(Parent parent, Stored above) {
    Map<String, String> values = new LinkedHashMap<>(above.parent());
    parent.bind().forEach((name, at) -> values.put(name, above.record().at(at).asText()));
    return values;
  }

  private Stored make(String name, Map<String, String> parent, boolean archived) {
    Resource resource = resource(name);
    Set<JsonPointer> present = new LinkedHashSet<>(resource.record().primaryKey());
    resource.reading().incremental().ifPresent(it -> present.add(it.cursor()));
    for (int attempt = 0; attempt < 10_000; attempt++) {
      int index = made.merge(name, 1, Integer::sum) - 1;
      ObjectNode record = generator.record(schema(name), index, List.copyOf(present));
      settings.forEach((setting, value) -> overwrite(record, setting, value));
      parent.forEach((variable, value) -> overwrite(record, variable, value));
      mark(name, record, archived);
      if (keys.computeIfAbsent(name, it -> new HashSet<>()).add(key(resource, record))) {
        return new Stored(record, parent, archived);
      }
    }
    throw new IllegalArgumentException("the keys of " + name + " allow too few records");
  }

  /** A record tells the settings and parents it was asked for with, where it has such a field. */
  private static void overwrite(ObjectNode record, String field, String value) {
    if (record.path(field).isTextual()) {
      record.set(field, TextNode.valueOf(value));
    }
  }

  /** Fills the fields that say whether a record is deleted. */
  private void mark(String name, ObjectNode record, boolean deleted) {
    Deletes deletes = resource(name).reading().deletes().orElse(null);
    if (deletes instanceof Deletes.Marked marked) {
      JsonNode yes = marked.equals().orElse(com.fasterxml.jackson.databind.node.BooleanNode.TRUE);
      if (deleted) {
        Pointers.set(record, marked.field(), yes);
      } else {
        Pointers.remove(record, marked.field());
      }
    }
    listedDeletes(name)
        .ifPresent(
            listed -> {
              listed.at().filter(at -> !deleted).ifPresent(at -> Pointers.remove(record, at));
              listed
                  .at()
                  .filter(at -> deleted)
                  .ifPresent(
                      at ->
                          Pointers.set(
                              record, at, TextNode.valueOf(RecordGenerator.FIRST.toString())));
              resource(name)
                  .operations()
                  .get(listed.operation())
                  .request()
                  .query()
                  .keySet()
                  .stream()
                  .filter(flag -> record.path(flag).isBoolean())
                  .forEach(flag -> record.put(flag, deleted));
            });
  }

  private Optional<Deletes.Listed> listedDeletes(String name) {
    return resource(name)
        .reading()
        .deletes()
        .filter(Deletes.Listed.class::isInstance)
        .map(Deletes.Listed.class::cast);
  }

  private static List<String> key(Resource resource, JsonNode record) {
    return resource.record().primaryKey().stream().map(it -> record.at(it).toString()).toList();
  }

  private static void merge(ObjectNode record, JsonNode values, JsonNode schema) {
    for (var field : values.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      boolean open = schema.path("additionalProperties").isObject();
      if (known.isMissingNode() && !open) {
        continue;
      }
      if (field.getValue().isObject() && record.path(field.getKey()).isObject()) {
        merge((ObjectNode) record.get(field.getKey()), field.getValue(), known);
      } else {
        record.set(field.getKey(), field.getValue());
      }
    }
  }

  Resource resource(String name) {
    return definition.resources().get(name);
  }

  JsonNode schema(String name) {
    String file = resource(name).record().schema();
    return Optional.ofNullable(schemas.get(file))
        .orElseThrow(() -> new IllegalArgumentException("the schema " + file + " is missing"));
  }
}

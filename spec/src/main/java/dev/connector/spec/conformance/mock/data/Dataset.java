package dev.connector.spec.conformance.mock.data;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of a mock API, by resource and parent, each made when it is first asked for. Requests
 * change them, and so may tests, as others change the data of an API while it is read. Thread-safe.
 */
public final class Dataset {

  /** Children of children of many would take too long to make; each parent has one all the same. */
  private static final int MOST_CHILDREN = 500;

  private final Definition definition;
  private final Map<String, JsonNode> schemas;
  private final Map<String, String> settings;
  private final Volume volume;
  private final Map<String, List<Stored>> stored = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, RecordMaker> makers = new HashMap<>();

  /**
   * How many records there are.
   *
   * @param records of each resource, and of each parent where a resource has one, unless there are
   *     very many parents
   */
  public record Volume(long seed, int records) {}

  /** The records of a definition whose schemas and settings are these. */
  public Dataset(
      Definition definition,
      Map<String, JsonNode> schemas,
      Map<String, String> settings,
      Volume volume) {
    this.definition = definition;
    this.schemas = Map.copyOf(schemas);
    this.settings = Map.copyOf(settings);
    this.volume = volume;
    definition.resources().keySet().forEach(this::schema);
  }

  /** The records that are not deleted, in the order they were made. */
  public synchronized List<JsonNode> records(String resource) {
    return stored(resource).stream()
        .filter(it -> !it.deleted())
        .<JsonNode>map(it -> it.record().deepCopy())
        .toList();
  }

  /** The records that are deleted and that the API still tells of. */
  public synchronized List<JsonNode> archived(String resource) {
    return stored(resource).stream()
        .filter(Stored::deleted)
        .<JsonNode>map(it -> it.record().deepCopy())
        .toList();
  }

  /** Gives a resource other records, for each parent so many, and its children others, too. */
  public synchronized void refill(String resource, int records) {
    sizes.put(resource, records);
    drop(resource);
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

  /** Adds a record, for the first parent where there are parents. */
  public synchronized JsonNode add(String resource) {
    Map<String, String> scope =
        stored(resource).stream().findFirst().map(Stored::scope).orElse(Map.of());
    return create(resource, scope, TextNode.valueOf("")).record().deepCopy();
  }

  /** Changes a record, which then is the one that changed last. */
  public synchronized JsonNode touch(String resource, JsonNode record) {
    return update(resource, find(resource, record), TextNode.valueOf("")).record().deepCopy();
  }

  /**
   * Gives a record the value that the one before it has, as if both had been made at once.
   *
   * @param index counts the records from 0, and is not the first
   */
  public synchronized void alike(String resource, int index, JsonPointer at) {
    List<Stored> all = stored(resource);
    Pointers.set(all.get(index).record(), at, all.get(index - 1).record().at(at));
  }

  /** Deletes a record. */
  public synchronized JsonNode delete(String resource, JsonNode record) {
    return archive(resource, find(resource, record)).record().deepCopy();
  }

  /** All records with what the mock knows of them. */
  public synchronized List<Stored> stored(String resource) {
    fill(resource);
    return List.copyOf(stored.get(resource));
  }

  /** Makes records for a scope that was not asked for before. */
  public synchronized void open(String resource, Map<String, String> scope) {
    fill(resource);
    if (stored.get(resource).stream().noneMatch(it -> it.scope().equals(scope))) {
      make(resource, scope, sizes.getOrDefault(resource, volume.records()));
    }
  }

  /** A new record with these values. */
  public synchronized Stored create(String resource, Map<String, String> scope, JsonNode values) {
    fill(resource);
    Stored made = maker(resource).make(scope, false);
    merge(made.record(), values, schema(resource));
    stored.get(resource).add(made);
    return made;
  }

  /** A record with some values replaced. */
  public synchronized Stored update(String resource, Stored old, JsonNode values) {
    ObjectNode changed = old.record().deepCopy();
    merge(changed, values, schema(resource));
    maker(resource).touch(changed);
    return replace(resource, old, new Stored(changed, old.number(), old.scope(), old.deleted()));
  }

  /** A record that is gone from now on. */
  public synchronized Stored archive(String resource, Stored old) {
    ObjectNode changed = old.record().deepCopy();
    maker(resource).touch(changed);
    maker(resource).mark(changed, true, old.number());
    return replace(resource, old, new Stored(changed, old.number(), old.scope(), true));
  }

  /** Whether deleted records are in the lists, marked as such. */
  public boolean listsMarked(String resource) {
    return resource(resource)
        .reading()
        .deletes()
        .filter(Deletes.Marked.class::isInstance)
        .isPresent();
  }

  /** Whether nothing lists all records, so that each path that requests name has its own. */
  public boolean isScoped(String name) {
    return resource(name).reading().operation().isEmpty()
        && resource(name).reading().parent().isEmpty();
  }

  /** What a parent's record binds for its children. */
  public static Map<String, String> bound(Parent parent, Stored above) {
    Map<String, String> values = new LinkedHashMap<>(above.scope());
    parent.bind().forEach((name, at) -> values.put(name, above.record().at(at).asText()));
    return values;
  }

  /** The resource of this name, which there is. */
  public Resource resource(String name) {
    return definition.resources().get(name);
  }

  /** What each record of a resource fits. */
  public JsonNode schema(String name) {
    String file = resource(name).record().schema();
    return Optional.ofNullable(schemas.get(file))
        .orElseThrow(() -> new IllegalArgumentException("the schema " + file + " is missing"));
  }

  private Stored find(String resource, JsonNode record) {
    var key = resource(resource).record().primaryKey();
    return stored(resource).stream()
        .filter(
            it ->
                key.isEmpty()
                    ? it.record().equals(record)
                    : key.stream().allMatch(at -> it.record().at(at).equals(record.at(at))))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no such record"));
  }

  private Stored replace(String resource, Stored old, Stored changed) {
    List<Stored> all = stored.get(resource);
    all.set(all.indexOf(old), changed);
    return changed;
  }

  private void fill(String name) {
    if (!stored.containsKey(name)) {
      stored.put(name, new ArrayList<>());
      List<Map<String, String>> scopes = scopes(name);
      int most = Math.max(1, MOST_CHILDREN / Math.max(1, scopes.size()));
      int records = Math.min(volume.records(), scopes.size() > 1 ? most : volume.records());
      scopes.forEach(scope -> make(name, scope, sizes.getOrDefault(name, records)));
    }
  }

  private void make(String name, Map<String, String> scope, int records) {
    List<Stored> all = stored.get(name);
    for (int i = 0; i < records; i++) {
      all.add(maker(name).make(scope, false));
    }
    if (resource(name)
        .reading()
        .deletes()
        .filter(it -> !(it instanceof Deletes.Compared))
        .isPresent()) {
      all.add(maker(name).make(scope, true));
    }
  }

  /** What each parent binds; one empty binding where a resource has no parent. */
  private List<Map<String, String>> scopes(String name) {
    Optional<Parent> parent = resource(name).reading().parent();
    if (parent.isEmpty()) {
      return isScoped(name) ? List.of() : List.of(Map.of());
    }
    return stored(parent.get().resource()).stream()
        .filter(it -> !it.deleted())
        .map(it -> bound(parent.get(), it))
        .toList();
  }

  private RecordMaker maker(String name) {
    return makers.computeIfAbsent(
        name,
        it ->
            new RecordMaker(
                resource(it),
                definition.handles(it),
                schema(it),
                settings,
                volume.seed() * 31 + it.hashCode()));
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
}

package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.definition.Records;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where in a response records may be. */
final class RecordPlaces {

  private static final int DEEPEST = 3;
  private static final int MOST_AROUND = 12;
  private static final JsonPointer WHOLE = JsonPointer.empty();
  private static final JsonPointer KEY = JsonPointer.compile("/key");
  private static final JsonPointer VALUE = JsonPointer.compile("/value");

  private final Lexicon lexicon;
  private final Subject subject;
  private final Map<JsonPointer, RecordPlace> found = new LinkedHashMap<>();

  private RecordPlaces(Lexicon lexicon, Subject subject) {
    this.lexicon = lexicon;
    this.subject = subject;
  }

  /** The likeliest first; empty where the response has no list and no map of objects. */
  static List<RecordPlace> in(ApiSchema body, Subject subject, Lexicon lexicon) {
    RecordPlaces places = new RecordPlaces(lexicon, subject);
    places.walk(body, WHOLE, 0, 0);
    return places.found.values().stream()
        .sorted(Comparator.comparingInt(RecordPlace::weight).reversed())
        .toList();
  }

  private void walk(ApiSchema schema, JsonPointer at, int depth, int weight) {
    if (schema.isArray()) {
      list(schema, schema, at, weight + (depth == 0 ? 10 : 0));
      return;
    }
    Map<String, ApiSchema> properties = schema.properties();
    if (properties.isEmpty()) {
      schema
          .additional()
          .filter(it -> it.isObject() || it.isArray())
          .ifPresent(it -> map(schema, it, at, weight));
      List<ApiSchema> alternatives = schema.alternatives();
      for (int i = 0; i < alternatives.size(); i++) {
        walk(alternatives.get(i), at, depth + 1, weight - 1 - 3 * Math.min(i, 3));
      }
      return;
    }
    if (depth >= DEEPEST) {
      return;
    }
    long lists = properties.values().stream().filter(ApiSchema::isArray).count();
    int pages = pages(properties);
    boolean small = properties.size() <= MOST_AROUND;
    properties.forEach(
        (name, value) -> {
          if (value.isArray()) {
            int named = named(name, lists == 1);
            list(schema, value, at.appendProperty(name), weight + named + pages);
          } else if (lexicon.knows("envelopeKey", name) || small || subject.is(name)) {
            envelope(name, value, at.appendProperty(name), depth, weight);
          }
        });
    if (lists == 0 && pages > 1) {
      undeclared(schema, at, weight + pages);
    }
  }

  /** A page whose records are said to be there and nothing else is said of them. */
  private void undeclared(ApiSchema page, JsonPointer at, int weight) {
    page.required().stream()
        .filter(it -> !page.properties().containsKey(it) && lexicon.knows("recordsKey", it))
        .findFirst()
        .ifPresent(
            name -> {
              JsonPointer place = at.appendProperty(name);
              Records records = new Records(place, new Records.Array(WHOLE), Map.of());
              String says = "it has to be there, beside what tells pages: " + place;
              Evidence evidence = new Evidence(page.place(), says);
              int named = named(name, true);
              add(new RecordPlace(records, Optional.empty(), page, weight + named, evidence));
            });
  }

  private void envelope(String name, ApiSchema value, JsonPointer at, int depth, int weight) {
    int known = lexicon.weight("envelopeKey", name);
    boolean entity = subject.is(name);
    Map<String, ApiSchema> inner = value.properties();
    boolean paged = pages(inner) > 1;
    boolean map = inner.isEmpty() && value.additional().isPresent();
    if (known > 0 || entity || paged || map || !value.alternatives().isEmpty()) {
      int step = known > 0 ? -1 : entity || paged ? -2 : -6;
      int decoy = lexicon.weight("decoyKey", name);
      int own = map ? named(name, false) : 0;
      walk(value, at, depth + 1, weight + step - decoy + own + (entity ? 2 : 0));
    }
  }

  private int named(String name, boolean only) {
    int weight = only ? 3 : 0;
    int known = lexicon.weight("recordsKey", name);
    weight += known > 0 ? Math.min(6, 2 + known / 3) : 0;
    weight += subject.is(name) ? 6 : subject.resembles(name) ? 3 : 0;
    return weight - (subject.is(name) ? 0 : decoy(name));
  }

  private int decoy(String name) {
    List<String> terms = Terms.of(name);
    int term =
        terms.isEmpty()
            ? 0
            : Math.max(
                lexicon.weight("decoyTerm", terms.get(0)),
                lexicon.weight("decoyTerm", terms.get(terms.size() - 1)));
    return Math.max(term, lexicon.weight("decoyKey", name));
  }

  /** At most 2: that a list has its pages told beside it speaks for it. */
  private int pages(Map<String, ApiSchema> properties) {
    int fields = 0;
    for (String name : properties.keySet()) {
      fields += fields < 2 && lexicon.knows("pageField", name) ? 1 : 0;
    }
    return fields;
  }

  private void list(ApiSchema holder, ApiSchema list, JsonPointer at, int weight) {
    Optional<ApiSchema> items = list.items();
    if (items.filter(ApiSchema::isArray).isPresent()) {
      items = items.flatMap(ApiSchema::items);
    }
    JsonPointer item = WHOLE;
    Optional<ApiSchema> node = items.flatMap(it -> it.property("node"));
    if (node.filter(ApiSchema::isObject).isPresent()) {
      item = JsonPointer.compile("/node");
      items = node;
    }
    String says = at.matches() ? "the body is a list" : "it has a list there: " + at;
    add(
        new RecordPlace(
            new Records(at, new Records.Array(item), Map.of()),
            items,
            holder,
            weight + items.map(this::item).orElse(0),
            new Evidence(list.place(), says)));
  }

  private void map(ApiSchema holder, ApiSchema value, JsonPointer at, int weight) {
    JsonPointer place = value.isObject() ? WHOLE : VALUE;
    add(
        new RecordPlace(
            new Records(at, new Records.Entries(KEY, place), Map.of()),
            Optional.of(value),
            holder,
            weight - 2 + item(value),
            new Evidence(holder.place(), "its members' names are data")));
  }

  private int item(ApiSchema item) {
    int named = item.name().filter(subject::is).isPresent() ? 3 : item.name().isPresent() ? 1 : 0;
    if (!item.properties().isEmpty()) {
      return named + 3;
    } else if (item.types().isEmpty() || item.isObject()) {
      return named + (item.alternatives().isEmpty() ? 0 : 2);
    }
    return -2;
  }

  private void add(RecordPlace place) {
    found.merge(
        place.records().at(), place, (old, its) -> old.weight() >= its.weight() ? old : its);
  }
}

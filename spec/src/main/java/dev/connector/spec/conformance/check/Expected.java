package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records that reading a target has to give.
 *
 * @param records as the mock API has them, in the order it gives them
 */
record Expected(Target target, List<JsonNode> records) {

  Expected {
    records = List.copyOf(records);
  }

  /** What a mock API has for a read. */
  static Expected of(Target target, ReadRequest request, MockApi mock) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode record : mock.dataset().records(target.name())) {
      if (isAskedFor(record, request)) {
        found.add(record);
      }
    }
    if (target.incremental().map(Incremental::order).stream()
        .anyMatch(Incremental.Order.DESCENDING::equals)) {
      Collections.reverse(found);
    }
    boolean last = target.single() && !found.isEmpty();
    return new Expected(target, last ? found.subList(found.size() - 1, found.size()) : found);
  }

  /** An argument with the name of a plain field asks for records with that value. */
  private static boolean isAskedFor(JsonNode record, ReadRequest request) {
    return request.arguments().entrySet().stream()
        .allMatch(
            it ->
                !record.path(it.getKey()).isValueNode()
                    || record.path(it.getKey()).asText().equals(it.getValue().asText()));
  }

  int size() {
    return records.size();
  }

  /** The first so many of them. */
  Expected first(long most) {
    return new Expected(target, records.subList(0, (int) Math.min(most, records.size())));
  }

  /** Those behind the first so many. */
  Expected from(int index) {
    return new Expected(target, records.subList(Math.min(index, records.size()), records.size()));
  }

  /** What is wrong with the records that came, "none" where nothing is. */
  String difference(List<JsonNode> got) {
    List<JsonNode> wanted = comparable(records);
    List<JsonNode> came = comparable(got);
    if (wanted.equals(came)) {
      return "none";
    }
    List<JsonNode> missing = new ArrayList<>(wanted);
    came.forEach(missing::remove);
    List<JsonNode> more = new ArrayList<>(came);
    wanted.forEach(more::remove);
    if (missing.isEmpty() && more.isEmpty()) {
      return "the records in another order";
    }
    String text = got.size() + " records";
    if (!missing.isEmpty()) {
      text += ", without " + missing.size() + " that are there, such as " + name(missing.get(0));
    }
    return more.isEmpty()
        ? text
        : text + ", with " + more.size() + " too many, such as " + name(more.get(0));
  }

  /** The same record in one form, whatever the order of its fields and the way of its numbers. */
  JsonNode comparable(JsonNode record) {
    JsonNode plain = plain(record);
    if (plain instanceof ObjectNode object) {
      ignored().forEach(it -> remove(object, it));
      shape().ifPresent(it -> keepOnly(object, it));
    }
    return plain;
  }

  private List<JsonNode> comparable(List<JsonNode> some) {
    return some.stream().map(this::comparable).toList();
  }

  private java.util.Optional<Records.Entries> shape() {
    return target
        .operation()
        .answer()
        .records()
        .filter(it -> it.shape() instanceof Records.Entries)
        .map(it -> (Records.Entries) it.shape());
  }

  /** A map of names and values has no room for anything else. */
  private static void keepOnly(ObjectNode object, Records.Entries entries) {
    if (!entries.value().matches()) {
      Set<String> kept = new LinkedHashSet<>();
      kept.add(entries.key().getMatchingProperty());
      kept.add(entries.value().getMatchingProperty());
      object.retain(kept);
    }
  }

  /** What is copied into a record from around it is not the record's own. */
  private Set<JsonPointer> ignored() {
    Set<JsonPointer> places = new LinkedHashSet<>();
    target.parent().ifPresent(it -> places.addAll(it.copy().keySet()));
    target.operation().answer().records().ifPresent(it -> places.addAll(it.copy().keySet()));
    return places;
  }

  private static void remove(ObjectNode object, JsonPointer at) {
    if (object.at(at.head()) instanceof ObjectNode above) {
      above.remove(at.last().getMatchingProperty());
    }
  }

  /** A value in one form; fields in alphabetical order, nulls left out. */
  static JsonNode plain(JsonNode value) {
    if (value.isNumber()) {
      return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(it -> array.add(plain(it)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().stream()
          .filter(it -> !it.getValue().isNull())
          .sorted(Map.Entry.comparingByKey())
          .forEach(it -> object.set(it.getKey(), plain(it.getValue())));
      return object;
    }
    return value;
  }

  private String name(JsonNode record) {
    List<String> key = target.primaryKey().stream().map(it -> record.at(it).asText()).toList();
    return key.isEmpty() ? record.toString() : String.join("/", key);
  }
}

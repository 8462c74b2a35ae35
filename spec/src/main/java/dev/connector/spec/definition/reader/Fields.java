package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.InvalidDefinitionException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of one object. It learns which fields there are from being asked for them, so that
 * what nobody asks for is unknown. A field that is missing or malformed is reported and read as
 * null; {@link #build} sees to it that no such null gets into a record.
 */
final class Fields {

  private final Value value;
  private final int errorsBefore;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(Value value) {
    this.value = value;
    this.errorsBefore = value.findings().errors();
  }

  String pointer() {
    return value.pointer();
  }

  Value member(String name) {
    known.add(name);
    return value.member(name);
  }

  boolean has(String name) {
    known.add(name);
    return value.node().has(name);
  }

  <T> T required(String name, Function<Value, T> as) {
    if (has(name)) {
      return member(name).read(as);
    }
    error("\"" + name + "\" is missing", "add \"" + name + "\"");
    return null;
  }

  <T> Optional<T> optional(String name, Function<Value, T> as) {
    return has(name) ? Optional.ofNullable(member(name).read(as)) : Optional.empty();
  }

  <T> T or(T otherwise, String name, Function<Value, T> as) {
    return has(name) ? member(name).read(as) : otherwise;
  }

  <T> List<T> list(String name, Function<Value, T> as) {
    return or(List.of(), name, v -> v.list(as));
  }

  <T> Map<String, T> map(String name, Function<Value, T> as) {
    return or(Map.of(), name, v -> v.map(Function.identity(), as));
  }

  /** Refuses all but one of several fields; the one there is, if any. */
  Optional<String> atMostOne(String... names) {
    List<String> present = Arrays.stream(names).filter(this::has).toList();
    if (present.size() > 1) {
      error("\"" + String.join("\" and \"", present) + "\" exclude each other", "keep one of them");
    }
    return present.stream().findFirst();
  }

  void error(String cause, String fix) {
    value.findings().error(value.pointer(), cause, fix);
  }

  /** Tells that {@code what} is part of the format but nothing executes it. */
  void notExecutedYet(String what) {
    value
        .findings()
        .warning(
            value.pointer(),
            what + " is not executed yet",
            "keep it, and let code do it until it is");
  }

  /** The record, once every field it may have was asked for; null where something is wrong. */
  <T> T build(Supplier<T> record) {
    reportUnknown();
    return part(record);
  }

  /** A record made of some of the fields; null where anything so far is wrong. */
  <T> T part(Supplier<T> record) {
    if (value.findings().errors() > errorsBefore) {
      return null;
    }
    try {
      return record.get();
    } catch (InvalidDefinitionException e) {
      error(e.getMessage(), e.fix());
      return null;
    }
  }

  /** Reads an object by its {@code type}; each type asks for its own fields. */
  <T> T byType(Map<String, Function<Fields, T>> types) {
    Function<Fields, T> type = required("type", v -> Value.Choice.of(v.text(), types));
    return type == null ? null : type.apply(this);
  }

  private void reportUnknown() {
    JsonNode node = value.node();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                Value unknown = value.member(name);
                unknown
                    .findings()
                    .error(
                        unknown.pointer(),
                        "there is no field \"" + name + "\" here",
                        NearMatch.of(name, known)
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElseGet(() -> "use one of " + String.join(", ", known)));
              }
            });
  }
}

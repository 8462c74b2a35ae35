package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values a caller gave, those with a default among them. */
public final class Arguments {

  private final Map<String, JsonNode> values;

  private Arguments(Map<String, JsonNode> values) {
    this.values = values;
  }

  /**
   * Checks what was given against what is declared.
   *
   * @param operation whose arguments they are, for the message
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where one is unknown or missing
   */
  static Arguments of(String operation, List<Argument> declared, Map<String, JsonNode> given) {
    List<String> names = declared.stream().map(Argument::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw invalid(operation + " has no argument " + name + "; it has " + names);
      }
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Argument argument : declared) {
      Optional<JsonNode> value =
          Optional.ofNullable(given.get(argument.name()))
              .or(argument::defaultValue)
              .filter(it -> !it.isNull());
      if (value.isEmpty() && argument.required()) {
        throw invalid(operation + " needs the argument " + argument.name());
      }
      value.ifPresent(it -> values.put(argument.name(), it));
    }
    return new Arguments(values);
  }

  /** The same with those that a parent binds. */
  Arguments and(ObjectNode bound) {
    if (bound.isEmpty()) {
      return this;
    }
    Map<String, JsonNode> more = new LinkedHashMap<>(values);
    bound.properties().forEach(it -> more.put(it.getKey(), it.getValue()));
    return new Arguments(more);
  }

  /** All that have a value. */
  public Map<String, JsonNode> values() {
    return Collections.unmodifiableMap(values);
  }

  /** None at all. */
  public static Arguments none() {
    return new Arguments(Map.of());
  }

  /** The same, with the defaults of these declarations in place of what was not given. */
  public Arguments orDefaults(List<Argument> declared) {
    Arguments completed = this;
    for (Argument argument : declared) {
      if (argument.defaultValue().isPresent()) {
        completed = completed.or(argument.name(), argument.defaultValue().get());
      }
    }
    return completed;
  }

  /** The same with a value, which may be anything that JSON can say. */
  public Arguments with(String name, Object value) {
    return new Arguments(Copies.with(values, name, Json.write(value)));
  }

  /** The same with values by name. */
  public Arguments withAll(Map<String, ?> more) {
    Arguments all = this;
    for (Map.Entry<String, ?> one : more.entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return all;
  }

  /** The same with a value, unless there is one already. */
  public Arguments or(String name, Object value) {
    return values.containsKey(name) ? this : with(name, value);
  }

  /** A value that is required, as JSON. */
  public JsonNode json(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is not required"));
  }

  /** A value as JSON. */
  public Optional<JsonNode> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value that is required, as text. */
  public String text(String name) {
    return text(json(name));
  }

  /** A value with several parts, as one text with this between them; empty where there is none. */
  public Optional<String> joined(String name, String separator) {
    List<String> texts = texts(name);
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(separator, texts));
  }

  /** A value with several parts, as texts. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    find(name)
        .ifPresent(
            value -> {
              if (value.isArray()) {
                value.forEach(it -> texts.add(text(it)));
              } else {
                texts.add(text(value));
              }
            });
    return texts;
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}

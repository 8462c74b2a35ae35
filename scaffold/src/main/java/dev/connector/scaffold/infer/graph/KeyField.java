package dev.connector.scaffold.infer.graph;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in the records of a list the value is that a need asks for. */
record KeyField(JsonPointer at, Confidence confidence, boolean named) {

  private static final Map<String, List<String>> SAME =
      Map.of(
          "username", List.of("login", "name", "handle", "slug"),
          "login", List.of("username", "name", "handle"),
          "handle", List.of("username", "login", "slug", "name"),
          "name", List.of("slug", "login", "key", "fullname", "displayname"),
          "slug", List.of("name", "path", "key", "permalink"),
          "path", List.of("slug", "name"),
          "index", List.of("number", "iid", "position"),
          "number", List.of("iid", "index", "no"),
          "num", List.of("number", "iid", "index"));

  private static final Set<String> NAMES =
      Set.of("name", "username", "login", "slug", "uri", "url", "link", "href", "path", "email");

  static KeyField of(Need need, Lists.Found list) {
    Optional<ApiSchema> record = list.shape().record();
    if (record.isPresent() && isPlain(record.get())) {
      return new KeyField(JsonPointer.empty(), Confidence.LIKELY, false);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    record.ifPresent(
        it ->
            it.properties()
                .forEach(
                    (name, field) -> {
                      if (!field.isObject() && !field.isArray()) {
                        fields.putIfAbsent(joined(name), name);
                      }
                    }));
    for (String name : names(need, list)) {
      if (fields.containsKey(name)) {
        return new KeyField(pointer(fields.get(name)), Confidence.SURE, true);
      }
    }
    List<JsonPointer> key = list.shape().primaryKey().value();
    for (String name : SAME.getOrDefault(need.manner(), List.of())) {
      if (fields.containsKey(name)) {
        return new KeyField(pointer(fields.get(name)), Confidence.LIKELY, true);
      }
    }
    if (key.size() == 1) {
      boolean other = need.isName() || (!need.manner().isEmpty() && isName(key.get(0)));
      return new KeyField(key.get(0), other ? Confidence.UNSURE : Confidence.SURE, false);
    }
    return fields.containsKey("id")
        ? new KeyField(pointer(fields.get("id")), Confidence.LIKELY, false)
        : new KeyField(pointer("id"), Confidence.UNSURE, false);
  }

  /** Whether a key is what people call a thing, or its address, and so no id. */
  private static boolean isName(JsonPointer key) {
    List<String> words = Words.of(key.last().getMatchingProperty());
    return !words.isEmpty() && NAMES.contains(words.get(words.size() - 1));
  }

  /** What the field may be called: as the need is, or without the word for what is listed. */
  private static List<String> names(Need need, Lists.Found list) {
    List<String> names = new ArrayList<>();
    List<String> words = Words.of(need.name());
    names.add(String.join("", words));
    for (int i = 1; i < words.size(); i++) {
      if (list.names().contains(Words.key(words.subList(0, i)))) {
        names.add(String.join("", words.subList(i, words.size())));
      }
    }
    if (!need.manner().isEmpty()) {
      names.add(need.manner());
    }
    return names;
  }

  private static String joined(String name) {
    return String.join("", Words.of(name));
  }

  private static boolean isPlain(ApiSchema record) {
    return record.properties().isEmpty()
        && !record.isObject()
        && (record.types().contains("string") || record.types().contains("integer"));
  }

  private static JsonPointer pointer(String field) {
    return JsonPointer.empty().appendProperty(field);
  }
}

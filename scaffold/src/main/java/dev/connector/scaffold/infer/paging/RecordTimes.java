package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a record that may say when something happened to it. */
final class RecordTimes {

  private final Lexicon lexicon;
  private final Map<String, ApiSchema> fields = new LinkedHashMap<>();

  RecordTimes(Optional<ApiSchema> record, Lexicon lexicon) {
    this.lexicon = lexicon;
    record.ifPresent(
        it ->
            it.properties()
                .forEach(
                    (name, schema) -> {
                      if (mayBeTime(schema)) {
                        fields.put(name, schema);
                      }
                    }));
  }

  private static boolean mayBeTime(ApiSchema schema) {
    return schema.types().isEmpty()
        || schema.types().contains("string")
        || schema.types().contains("integer")
        || schema.types().contains("number");
  }

  Optional<ApiSchema> schema(JsonPointer field) {
    return Optional.ofNullable(fields.get(field.getMatchingProperty()));
  }

  /** The one that a text speaks of. */
  Optional<JsonPointer> spokenOf(String text) {
    return fields.keySet().stream()
        .filter(it -> isTime(it) && NextTokens.speaksOf(text, it))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .map(RecordTimes::pointer);
  }

  /** The one with these words, but for words that only say that it is a time. */
  Optional<JsonPointer> named(List<String> subject) {
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    List<String> bare = bare(subject);
    return fields.keySet().stream()
        .filter(
            it -> bare.isEmpty() ? Terms.of(it).equals(subject) : bare(Terms.of(it)).equals(bare))
        .filter(it -> isTime(it))
        .findFirst()
        .map(RecordTimes::pointer);
  }

  /** The one with a word of a kind, the shortest of them: {@code updated_at}. */
  Optional<JsonPointer> with(String kind) {
    return fields.keySet().stream()
        .filter(this::isTime)
        .filter(it -> Terms.of(it).stream().anyMatch(term -> lexicon.knows(kind, term)))
        .filter(it -> Terms.of(it).stream().noneMatch(term -> lexicon.knows("actorWord", term)))
        .min((a, b) -> Integer.compare(rank(a), rank(b)))
        .map(RecordTimes::pointer);
  }

  /** The only one there is. */
  Optional<JsonPointer> only() {
    List<String> times = fields.keySet().stream().filter(this::isSurelyTime).toList();
    return times.size() == 1 ? Optional.of(pointer(times.get(0))) : Optional.empty();
  }

  private int rank(String name) {
    return bare(Terms.of(name)).size() * 100 + name.length();
  }

  private List<String> bare(List<String> terms) {
    List<String> bare = new ArrayList<>(terms);
    bare.removeIf(it -> lexicon.knows("timeWord", it) || it.equals("last"));
    return bare;
  }

  /** By its format, else by its name; a time zone and the like is none. */
  private boolean isTime(String name) {
    ApiSchema schema = fields.get(name);
    if (isAboutTime(name)) {
      return false;
    }
    String format = schema.format();
    return format.startsWith("date")
        || Terms.of(name).stream()
            .anyMatch(
                it ->
                    lexicon.knows("timeWord", it)
                        || lexicon.knows("changeWord", it)
                        || lexicon.knows("creationWord", it));
  }

  private boolean isSurelyTime(String name) {
    return fields.get(name).format().startsWith("date")
        || !isAboutTime(name)
            && Terms.of(name).stream()
                .anyMatch(it -> lexicon.knows("timeWord", it) && it.length() > 2);
  }

  private boolean isAboutTime(String name) {
    return !fields.get(name).format().startsWith("date")
        && Terms.of(name).stream().anyMatch(it -> lexicon.knows("aboutTime", it));
  }

  /** Whether records last from one time to another, as what is in a calendar does. */
  boolean areStretches() {
    return has("startWord") && has("endWord");
  }

  private boolean has(String kind) {
    return fields.keySet().stream()
        .filter(this::isTime)
        .anyMatch(it -> Terms.of(it).stream().anyMatch(term -> lexicon.knows(kind, term)));
  }

  private static JsonPointer pointer(String name) {
    return JsonPointer.compile("/" + name.replace("~", "~0").replace("/", "~1"));
  }
}

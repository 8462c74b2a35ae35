package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Source;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs in an answer that there are more records than those in it. */
record NextPage(Exchange page) {

  private static final Pattern NEXT =
      Pattern.compile(
          "(?i).*(next|cursor|after|continuation|scroll|page_?token|bookmark).*|.*/offset");

  private static final Pattern MORE = Pattern.compile("(?i).*(has_?more|has_?next.*|more)");
  private static final Pattern TOTAL =
      Pattern.compile("(?i)(total|total_?(count|results|records|items|size)?|count)");

  /** Whether the answer goes on where the definition looks. */
  boolean announced(Pagination pagination) {
    Optional<Source> next = Paginations.next(pagination);
    if (next.isPresent() && next.get() instanceof Source.Body body) {
      return given(page.json().at(body.pointer()));
    }
    if (next.isPresent()) {
      String name = ((Source.Header) next.get()).name();
      return page.answer().map(it -> it.headers().get(name)).isPresent();
    }
    return pagination instanceof Pagination.LinkHeader link && linked(link.relation());
  }

  /** A place that looks like that of the next page; empty where there is none. */
  Optional<String> elsewhere() {
    for (Map.Entry<JsonPointer, JsonNode> leaf : Outline.leaves(page.json()).entrySet()) {
      boolean named = NEXT.matcher(leaf.getKey().toString()).matches();
      if (named && given(leaf.getValue()) && !leaf.getValue().isBoolean()) {
        return Optional.of(leaf.getKey().toString());
      }
    }
    return linked("next") ? Optional.of("the header Link, with rel=\"next\"") : Optional.empty();
  }

  /** A flag that says that there is more; empty where there is none. */
  Optional<String> flag() {
    return Outline.leaves(page.json()).entrySet().stream()
        .filter(it -> MORE.matcher(last(it)).matches() && it.getValue().asText().equals("true"))
        .map(it -> it.getKey() + " is true")
        .findFirst();
  }

  /** A number that says that there are more than so many; empty where there is none. */
  Optional<String> total(int records) {
    return Outline.leaves(page.json()).entrySet().stream()
        .filter(it -> TOTAL.matcher(last(it)).matches())
        .filter(it -> it.getValue().isIntegralNumber() && it.getValue().asLong() > records)
        .map(it -> it.getKey() + " is " + it.getValue().asLong())
        .findFirst();
  }

  private static String last(Map.Entry<JsonPointer, JsonNode> leaf) {
    return leaf.getKey().matches() ? "" : leaf.getKey().last().getMatchingProperty();
  }

  private boolean linked(String relation) {
    return page.answer().stream()
        .flatMap(it -> it.headers().values("Link").stream())
        .anyMatch(it -> it.matches("(?i).*rel=\"?" + Pattern.quote(relation) + "\"?.*"));
  }

  private static boolean given(JsonNode value) {
    return value.isValueNode()
        && !value.isNull()
        && !value.asText().isEmpty()
        && !value.asText().equals("false");
  }
}

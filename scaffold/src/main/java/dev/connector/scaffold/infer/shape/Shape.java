package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shape of a response says about whether it is many things. */
final class Shape {

  private final Lexicon lexicon;
  private final Subject subject;

  Shape(Lexicon lexicon, Subject subject) {
    this.lexicon = lexicon;
    this.subject = subject;
  }

  /**
   * @param places where records may be in the body, the likeliest first
   */
  Optional<Clue> clue(ApiSchema body, List<RecordPlace> places) {
    if (body.isArray()) {
      return Optional.of(list(body));
    }
    boolean blank = body.properties().isEmpty() && places.isEmpty();
    if (blank) {
      return body.types().isEmpty() || body.isObject()
          ? Optional.empty()
          : Optional.of(new Clue(-7, body.place(), "it is a plain value"));
    }
    if (places.isEmpty()) {
      return Optional.of(new Clue(-5, body.place(), "the body is an object without a list"));
    }
    return Optional.of(envelope(body, places.get(0)));
  }

  private static Clue list(ApiSchema body) {
    Optional<ApiSchema> items = body.items();
    if (items.filter(it -> it.types().contains("boolean")).isPresent()) {
      return new Clue(-4, body.place(), "the body is a list of truth values");
    }
    boolean plain =
        items.filter(it -> !it.types().isEmpty() && !it.isObject() && !it.isArray()).isPresent();
    return plain
        ? new Clue(2, body.place(), "the body is a list of plain values")
        : new Clue(7, body.place(), "the body is a list");
  }

  private Clue envelope(ApiSchema body, RecordPlace place) {
    Map<String, ApiSchema> around = body.properties();
    Optional<String> identity = around.keySet().stream().filter(this::identifies).findFirst();
    if (identity.isPresent()) {
      return new Clue(-6, body.place(), "the body is one record: it has " + identity.get());
    }
    String holder = place.records().at().matches() ? "" : first(place);
    long foreign =
        around.keySet().stream().filter(it -> !it.equals(holder) && isForeign(it)).count();
    int weight = foreign == 0 ? 6 : foreign <= 2 ? 2 : foreign <= 5 ? -1 : -4;
    weight += pages(around) + pages(place.holder().properties()) > 0 ? 3 : 0;
    weight += place.weight() < 0 ? -5 : place.weight() < 5 ? -2 : 0;
    String says =
        weight > 0
            ? "the body is an envelope around a list: " + place.records().at()
            : "the body has more to it than its list " + place.records().at();
    return new Clue(weight, body.place(), says);
  }

  private static String first(RecordPlace place) {
    return place.records().at().getMatchingProperty();
  }

  private boolean identifies(String name) {
    String joined = Terms.joined(name);
    if (lexicon.knows("envelopeField", joined) || lexicon.knows("pageField", joined)) {
      return false;
    }
    return lexicon.weight("keyField", joined) >= 76
        || subject.names().stream().anyMatch(it -> joined.equals(it + "id"));
  }

  private boolean isForeign(String name) {
    String joined = Terms.joined(name);
    return !lexicon.knows("envelopeField", joined)
        && !lexicon.knows("pageField", joined)
        && !lexicon.knows("decoyKey", joined);
  }

  private long pages(Map<String, ApiSchema> properties) {
    return properties.keySet().stream()
        .filter(it -> lexicon.knows("pageField", it))
        .filter(it -> !lexicon.knows("envelopeField", it))
        .count();
  }
}

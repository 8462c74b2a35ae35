package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way to authenticate, as far as a definition can say it.
 *
 * @param scheme an element of the definition's {@code authentication}
 * @param settings that it takes, none of them required as yet
 * @param extras what goes on requests besides, by where it goes
 * @param basis what speaks for it
 * @param doubts what is left open about it
 */
record Way(
    ObjectNode scheme,
    Map<String, Setting> settings,
    List<Extra> extras,
    Basis basis,
    List<Doubt> doubts) {

  Way {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    extras = List.copyOf(extras);
    doubts = List.copyOf(doubts);
  }

  /**
   * A header or query parameter on every request.
   *
   * @param member of the definition: {@code headers} or {@code query}
   */
  record Extra(String member, String name, String setting) {}

  /** What speaks for a way. */
  record Basis(Confidence confidence, List<Evidence> evidence) {
    Basis {
      evidence = List.copyOf(evidence);
    }

    static Basis of(Confidence confidence, String place, String says) {
      return new Basis(confidence, List.of(new Evidence(place, says)));
    }

    Basis atMost(Confidence most) {
      return new Basis(most.compareTo(confidence) > 0 ? most : confidence, evidence);
    }
  }

  /**
   * What is left open, and what would settle it.
   *
   * @param field of the scheme that would be written anew; empty for all of it
   * @param value what would be written
   */
  record Doubt(String question, List<String> alternatives, String field, String value) {
    Doubt {
      alternatives = List.copyOf(alternatives);
    }

    /** As a gap about the way at a place of {@code authentication}. */
    Gap gap(int index, List<Evidence> evidence) {
      String pointer = "/authentication/" + index + (field.isEmpty() ? "" : "/" + field);
      return new Gap(
          "authentication", question, alternatives, new Gap.Edit(pointer, value), evidence);
    }
  }

  static Way of(ObjectNode scheme, Map<String, Setting> settings, Basis basis, Doubt... doubts) {
    return new Way(scheme, settings, List.of(), basis, List.of(doubts));
  }

  String type() {
    return scheme.path("type").asText();
  }

  /** A setting that it can do without. */
  Optional<String> dispensable() {
    return Optional.of(scheme.path("sessionToken").asText())
        .filter(it -> it.startsWith("{") && it.endsWith("}"))
        .map(it -> it.substring(1, it.length() - 1));
  }

  /**
   * Where its credential goes, {@code header authorization}; empty where that is its own affair.
   */
  Optional<String> seat() {
    switch (type()) {
      case "bearer":
      case "basic":
      case "oauth2":
      case "awsSignature":
        return Optional.of("header authorization");
      case "apiKey":
        var place = scheme.path("placement").properties().iterator();
        return place.hasNext()
            ? Optional.of(place.next()).map(it -> seat(it.getKey(), it.getValue().asText()))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  static String seat(String in, String name) {
    return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
  }

  /** The same, with what goes along. */
  Way with(List<Extra> more, Map<String, Setting> theirs) {
    List<Extra> all = new ArrayList<>(extras);
    all.addAll(more);
    Map<String, Setting> both = new LinkedHashMap<>(settings);
    both.putAll(theirs);
    return new Way(scheme, both, all, basis, doubts);
  }

  Way because(Basis other) {
    return new Way(scheme, settings, extras, other, doubts);
  }
}

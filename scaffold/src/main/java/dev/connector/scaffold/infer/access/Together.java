package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins schemes that are needed together: one is the definition's, what the others need goes along
 * as a header or query parameter. Two that claim the same place cannot be meant together.
 */
final class Together {

  private final Credential credential;

  Together(Credential credential) {
    this.credential = credential;
  }

  /**
   * @param schemes the ways of each of them
   */
  List<Way> joined(List<List<Way>> schemes) {
    List<List<Way>> given = schemes.stream().filter(it -> !it.isEmpty()).toList();
    if (given.size() <= 1) {
      return given.stream().flatMap(List::stream).toList();
    }
    List<Way> plain = new ArrayList<>();
    List<Way> rest = new ArrayList<>();
    for (List<Way> ways : given) {
      boolean movable = ways.size() == 1 && parameter(ways.get(0)).isPresent();
      (movable ? plain : rest).addAll(ways);
    }
    plain = onceEach(plain);
    if (rest.isEmpty()) {
      Way main = main(plain);
      rest.add(main);
      plain.remove(main);
    }
    boolean several = given.size() - plain.size() > 1 && rest.size() > 1;
    List<Way> others = plain;
    return rest.stream().map(it -> joined(it, others, several)).toList();
  }

  /** A header or query parameter with a credential and nothing else, which may go along. */
  private static Optional<Place> parameter(Way way) {
    if (!way.type().equals("apiKey")) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> place =
        way.scheme().path("placement").properties().iterator().next();
    return Optional.of(new Place(place.getKey(), place.getValue().asText()))
        .filter(it -> !it.name().equalsIgnoreCase("Authorization"));
  }

  private record Place(String in, String name) {}

  /** The same key in the header and in the query is needed once. */
  private List<Way> onceEach(List<Way> ways) {
    List<Way> sorted = new ArrayList<>(ways);
    sorted.sort(Comparator.comparingInt(it -> parameter(it).get().in().equals("header") ? 0 : 1));
    Map<String, Way> byName = new LinkedHashMap<>();
    sorted.forEach(it -> byName.putIfAbsent(flat(parameter(it).get().name()), it));
    List<Way> once = new ArrayList<>(ways);
    once.retainAll(byName.values());
    return once;
  }

  private static String flat(String name) {
    List<String> words = new ArrayList<>(Terms.words(name));
    words.remove("x");
    return String.join("", words);
  }

  /** A cookie cannot go along, and what is no secret is no authentication. */
  private Way main(List<Way> plain) {
    return plain.stream()
        .filter(it -> parameter(it).get().in().equals("cookie"))
        .findFirst()
        .or(
            () ->
                plain.stream()
                    .filter(it -> !credential.isIdentifier(parameter(it).get().name()))
                    .findFirst())
        .orElse(plain.get(0));
  }

  private Way joined(Way main, List<Way> others, boolean several) {
    Map<String, Setting> settings = new LinkedHashMap<>(main.settings());
    List<Way.Extra> extras = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>(main.basis().evidence());
    Confidence confidence = several ? Confidence.LIKELY : main.basis().confidence();
    for (Way other : others) {
      Place place = parameter(other).get();
      evidence.addAll(other.basis().evidence());
      if (place.in().equals("cookie")) {
        confidence = Confidence.UNSURE;
        continue;
      }
      String common = credential.common(place.name());
      String name = settings.containsKey(common) ? credential.own(place.name()) : common;
      for (int i = 2; settings.containsKey(name); i++) {
        name = credential.own(place.name()) + i;
      }
      String says = other.settings().values().iterator().next().description();
      boolean open = credential.isIdentifier(place.name());
      settings.put(name, open ? Credential.open(name, says) : Credential.secret(name, says));
      extras.add(
          new Way.Extra(place.in().equals("header") ? "headers" : "query", place.name(), name));
    }
    return main.with(extras, settings).because(new Way.Basis(confidence, evidence));
  }
}

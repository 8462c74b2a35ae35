package dev.connector.spec.conformance.mock.data;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Values that look like those of people and firms and belong to none: domains, addresses and
 * numbers are ones that are set aside for examples.
 */
record Invented(Random random) {

  private static final List<String> GIVEN =
      List.of("Ada", "Zoë", "Łukasz", "José", "美咲", "Олена", "Noor", "Siân", "Bjørn", "O'Dea");
  private static final List<String> FAMILY =
      List.of("Müller", "Nguyễn", "García", "Smith-Jones", "Østergård", "山田", "Ivanova", "Diallo");
  private static final List<String> CITIES =
      List.of("Springfield", "Würzburg", "São Paulo", "Kraków", "Reykjavík", "Żory");
  private static final List<String> WORDS =
      List.of(
          "quarterly", "naïve", "“quoted”", "50 % off", "line\nbreak", "emoji 🙂", "<b>bold</b>");

  /** A value for a field of this name, where the name says what it holds. */
  Optional<String> value(String field, int index) {
    String name = field.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    if (name.contains("email")) {
      return Optional.of("person" + (index + 1) + "@example.com");
    }
    if (name.contains("firstname") || name.contains("givenname")) {
      return Optional.of(one(GIVEN));
    }
    if (name.contains("lastname") || name.contains("familyname") || name.contains("surname")) {
      return Optional.of(one(FAMILY));
    }
    if (name.contains("phone") || name.contains("mobile")) {
      return Optional.of("+1-555-01%02d".formatted(index % 100));
    }
    if (name.equals("city")) {
      return Optional.of(one(CITIES));
    }
    if (name.equals("address") || name.contains("street")) {
      return Optional.of((1 + index % 200) + " Example Street");
    }
    if (name.equals("domain")) {
      return Optional.of("company" + (index + 1) + ".example.com");
    }
    if (name.endsWith("id") || name.endsWith("ids")) {
      return Optional.of(String.valueOf(1001 + random.nextInt(1000)));
    }
    return name.contains("website") || name.endsWith("url")
        ? Optional.of("https://www.example.com/" + (index + 1))
        : Optional.empty();
  }

  /** A value for a field about a person whose name says nothing. */
  String name() {
    return one(GIVEN) + " " + one(FAMILY);
  }

  /** Any text, now and then one that is hard to write and read. */
  String text() {
    return random.nextInt(4) == 0 ? one(WORDS) : "text " + random.nextInt(10_000);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}

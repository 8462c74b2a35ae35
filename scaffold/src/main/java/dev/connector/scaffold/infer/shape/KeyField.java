package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field that may identify a record.
 *
 * @param weight what speaks for it; from about 70 on it leaves little doubt
 */
record KeyField(JsonPointer at, int weight, List<Evidence> evidence) {

  private static final Set<String> PLAIN = Set.of("string", "integer", "number", "null");
  private static final List<String> IDENTITY =
      List.of("nique", "dentifier", "dentifies", "rimary key", "rimary Key");
  private static final int FOREIGN = 18;
  private static final int USUAL = 30;

  /**
   * What a field is seen in.
   *
   * @param detail the operation that reads one record
   * @param required the record's fields that are always there
   * @param properties how many fields the record has
   */
  record Context(
      Lexicon lexicon,
      Subject subject,
      Optional<DetailOperations.Detail> detail,
      Set<String> required,
      int properties) {}

  KeyField less(int weight) {
    return new KeyField(at, this.weight - weight, evidence);
  }

  KeyField atMost(int most) {
    return new KeyField(at, Math.min(weight, most), evidence);
  }

  static Optional<KeyField> of(JsonPointer at, ApiSchema schema, Context context) {
    String name = at.last().getMatchingProperty();
    if (!PLAIN.containsAll(schema.types()) || schema.writeOnly()) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    int named = named(name, context);
    if (named > 0) {
      evidence.add(new Evidence(schema.place(), "a key by its name: " + Quote.of(name)));
    }
    int addressed = context.detail().map(it -> addressed(name, it.variable(), context)).orElse(0);
    if (addressed > 0) {
      evidence.add(context.detail().get().evidence());
    }
    int weight = named + addressed + described(schema, evidence);
    if (weight <= 0) {
      return Optional.empty();
    }
    return Optional.of(new KeyField(at, weight + shaped(name, schema, context), evidence));
  }

  private static int named(String name, Context context) {
    Lexicon lexicon = context.lexicon();
    String joined = name.startsWith("_") || name.startsWith("@") ? name : Terms.joined(name);
    int known =
        Math.max(
            lexicon.weight("keyField", joined), lexicon.weight("keyField", Terms.joined(name)));
    List<String> terms = Terms.of(name);
    known = Math.max(known, like(name, context));
    if (terms.size() < 2) {
      int own =
          joined.endsWith("id") && context.subject().is(joined.substring(0, joined.length() - 2))
              ? lexicon.weight("keySuffix", "id")
              : 0;
      return Math.max(known, own);
    }
    int suffix = lexicon.weight("keySuffix", terms.get(terms.size() - 1));
    if (lexicon.knows("otherwhere", terms.get(0))) {
      return Math.min(FOREIGN, suffix);
    }
    String prefix = String.join(" ", terms.subList(0, terms.size() - 1));
    int entity =
        context.subject().is(prefix)
            ? suffix
            : context.subject().resembles(prefix) ? suffix - 16 : suffix >= 70 ? FOREIGN : 0;
    return Math.max(known, entity);
  }

  /** That it has the name of what the records are: {@code currency} of currencies. */
  private static int like(String name, Context context) {
    boolean common = context.lexicon().knows("envelopeField", name);
    if (context.subject().is(name)) {
      return common ? 34 : 46;
    }
    String joined = Terms.joined(name);
    boolean ends =
        joined.length() >= 8
            && context.subject().names().stream().anyMatch(it -> it.endsWith(joined));
    return ends && !common ? 38 : 0;
  }

  /** That one record is asked for by a value of this name. */
  private static int addressed(String name, String variable, Context context) {
    String joined = Terms.joined(name);
    if (Terms.joined(variable).equals(joined)) {
      return 45;
    }
    List<String> terms = Terms.of(variable);
    boolean last = !terms.isEmpty() && terms.get(terms.size() - 1).equals(joined);
    return last && context.lexicon().weight("keyField", joined) >= USUAL ? 40 : 0;
  }

  private static int described(ApiSchema schema, List<Evidence> evidence) {
    boolean marked =
        schema.node().properties().stream()
            .filter(it -> it.getKey().startsWith("x-"))
            .anyMatch(it -> primary(it.getKey(), it.getValue().asText()));
    if (marked) {
      evidence.add(new Evidence(schema.place(), "the document marks it as the key"));
      return 60;
    }
    String said = schema.description();
    boolean unique = IDENTITY.stream().anyMatch(said::contains);
    if (unique) {
      evidence.add(new Evidence(schema.place(), "said of it: " + Quote.of(schema.description())));
    }
    return unique ? 10 : 0;
  }

  private static boolean primary(String extension, String value) {
    boolean key = extension.contains("primary") || extension.endsWith("identifier");
    return key && !value.equals("false");
  }

  private static int shaped(String name, ApiSchema schema, Context context) {
    int weight = context.required().contains(name) ? 3 : 0;
    weight += context.properties() == 1 ? 20 : 0;
    weight += schema.format().equals("uuid") ? 5 : 0;
    weight -= schema.format().startsWith("date") && !schema.format().equals("date") ? 15 : 0;
    weight -= schema.values().isEmpty() || like(name, context) > 0 ? 0 : 40;
    weight -= schema.nullable() ? 5 : 0;
    weight -= schema.deprecated() ? 10 : 0;
    return weight;
  }
}

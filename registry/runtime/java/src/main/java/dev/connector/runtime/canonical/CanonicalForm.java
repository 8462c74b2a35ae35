package dev.connector.runtime.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Parameter;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an API's records become records of a shared type: which value goes where, and as what. Plain
 * data, so that two of them can be compared; immutable, so each method returns a changed copy. All
 * places are JSON Pointers. What the API leaves out, or says with {@code null} or a blank text, is
 * left out.
 *
 * <pre>{@code
 * CanonicalForm.of("contact")
 *     .text("/id", "/id")
 *     .text("/email", "/properties/email")
 *     .timestamp("/updatedAt", "/updatedAt");
 * }</pre>
 *
 * @param type the shared type's name, {@code contact}
 * @param fields by their place in the canonical record
 * @param vital places without which the object they stand in is left out, such as the amount of
 *     money that has a currency
 */
public record CanonicalForm(String type, Map<JsonPointer, Field> fields, Set<JsonPointer> vital) {

  private static final Comparator<JsonPointer> DEEPEST_FIRST =
      Comparator.comparing(CanonicalForm::depth).reversed();

  /** Where a field's value comes from. */
  public sealed interface Field {}

  /** Taken from the API's record. */
  public record Taken(JsonPointer from, Conversion as) implements Field {}

  /** The same for every record. */
  public record Constant(JsonNode value) implements Field {}

  public CanonicalForm {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    vital = Set.copyOf(vital);
  }

  /** A form without fields yet. */
  public static CanonicalForm of(String type) {
    return new CanonicalForm(type, Map.of(), Set.of());
  }

  /** Text without the blanks around it; a number in all its digits. */
  public CanonicalForm text(String to, String from) {
    return take(to, from, new Conversion.Text());
  }

  /** A number that may have a fraction, as decimal text. */
  public CanonicalForm decimal(String to, String from) {
    return decimal(to, from, 0);
  }

  /** The same, of a number whose last digits are decimals: cents, with 2, become euros. */
  public CanonicalForm decimal(String to, String from, int decimals) {
    return take(to, from, new Conversion.Decimal(decimals));
  }

  /** A whole number. */
  public CanonicalForm integer(String to, String from) {
    return take(to, from, new Conversion.Whole());
  }

  /** A point in time, in UTC. */
  public CanonicalForm timestamp(String to, String from) {
    return take(to, from, new Conversion.Timestamp());
  }

  /** A calendar day. */
  public CanonicalForm date(String to, String from) {
    return take(to, from, new Conversion.Day());
  }

  /** One of the type's words, by the API's; any other word leaves the field out. */
  public CanonicalForm word(String to, String from, Map<String, String> words) {
    return take(to, from, new Conversion.Words(words, new Conversion.Text()));
  }

  /** A truth value, by the API's words; any other word leaves the field out. */
  public CanonicalForm flag(String to, String from, Map<String, String> words) {
    return take(to, from, new Conversion.Words(words, new Conversion.Flag()));
  }

  /** Several texts, which the API writes as one. */
  public CanonicalForm texts(String to, String from, String separator) {
    return take(to, from, new Conversion.Several(Optional.of(separator), new Conversion.Text()));
  }

  /** Money, whose amount is decimal text; without one there is no money. */
  public CanonicalForm money(String to, String amount) {
    return decimal(to + "/amount", amount).vital(to + "/amount");
  }

  /** Money with its currency. */
  public CanonicalForm money(String to, String amount, String currency) {
    return money(to, amount).text(to + "/currency", currency);
  }

  /** Whatever the API has, as it has it. */
  public CanonicalForm asItIs(String to, String from) {
    return take(to, from, new Conversion.AsItIs());
  }

  /** The same text for every record. */
  public CanonicalForm constant(String to, String value) {
    return with(to, new Constant(JsonNodeFactory.instance.textNode(value)));
  }

  /** The same value for every record. */
  public CanonicalForm constant(String to, JsonNode value) {
    return with(to, new Constant(value.deepCopy()));
  }

  /** A value by any conversion. */
  public CanonicalForm take(String to, String from, Conversion as) {
    return with(to, new Taken(JsonPointer.compile(from), as));
  }

  private CanonicalForm with(String to, Field field) {
    Map<JsonPointer, Field> more = new LinkedHashMap<>(fields);
    more.put(JsonPointer.compile(to), field);
    return new CanonicalForm(type, more, vital);
  }

  private static long depth(JsonPointer place) {
    return place.toString().chars().filter(it -> it == '/').count();
  }

  /** A place without which the object it stands in is left out. */
  public CanonicalForm vital(String place) {
    Set<JsonPointer> more = new HashSet<>(vital);
    more.add(JsonPointer.compile(place));
    return new CanonicalForm(type, fields, more);
  }

  /** The canonical form of a record, which stays as it is. */
  public JsonNode from(JsonNode found) {
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (place, field) -> {
          JsonNode value = value(found, field);
          if (!value.isMissingNode()) {
            Parameter.Body.set(canonical, place, value);
          }
        });
    vital.stream().sorted(DEEPEST_FIRST).forEach(place -> leaveOutWithout(place, canonical));
    return canonical;
  }

  /** A copy, since what other fields put into it must not reach the API's record. */
  private static JsonNode value(JsonNode found, Field field) {
    JsonNode value =
        field instanceof Taken taken
            ? taken.as().convert(found.at(taken.from()))
            : ((Constant) field).value();
    return value.deepCopy();
  }

  private static void leaveOutWithout(JsonPointer place, ObjectNode canonical) {
    JsonPointer whole = place.head();
    if (canonical.at(place).isMissingNode()
        && canonical.at(whole.head()) instanceof ObjectNode in) {
      in.remove(whole.last().getMatchingProperty());
    }
  }
}

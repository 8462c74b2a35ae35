package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Properties of a record by HubSpot's names. HubSpot writes every value as text; one without a
 * value is null and reads as absent, as does one that was not asked for.
 *
 * @param values as HubSpot has them, in its order
 */
public record Properties(@JsonValue Map<String, String> values) {

  private static final Properties NONE = new Properties(Map.of());

  @JsonCreator
  public Properties {
    // Map.copyOf would refuse the nulls that HubSpot sends.
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** No properties; where those of a new record begin. */
  public static Properties none() {
    return NONE;
  }

  /** One property; {@link #with} adds others. */
  public static Properties of(String name, String value) {
    return NONE.with(name, value);
  }

  /** These properties and one more; an empty text clears it in HubSpot. */
  public Properties with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Properties(changed);
  }

  /** These properties and one more, a time. */
  public Properties with(String name, Instant value) {
    return with(name, value.toString());
  }

  /** These properties and one more, a number. */
  public Properties with(String name, BigDecimal value) {
    return with(name, value.toPlainString());
  }

  /** The value as HubSpot has it; absent where it is empty. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * The value as a number, exact.
   *
   * @throws NumberFormatException where it is none
   */
  public Optional<BigDecimal> number(String name) {
    return text(name).map(BigDecimal::new);
  }

  /**
   * The value as a time, a day as its beginning in UTC; HubSpot writes ISO 8601 and, in some custom
   * properties, milliseconds.
   *
   * @throws java.time.DateTimeException where it is neither
   */
  public Optional<Instant> time(String name) {
    return text(name)
        .map(
            value ->
                value.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochMilli(Long.parseLong(value))
                    : TimeFormat.read(TextNode.valueOf(value)));
  }
}

package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What searches are made of, for the options {@code filterGroups} and {@code sorts}. HubSpot allows
 * five groups, six filters in each, one sorting rule, and 10,000 results.
 *
 * <pre>{@code
 * Contacts.SearchOptions.none()
 *     .filterGroups(
 *         List.of(
 *             Search.all(
 *                 Search.Filter.of("firstname", Search.Operator.EQ, "Alice"),
 *                 Search.Filter.of("email", Search.Operator.HAS_PROPERTY))))
 *     .sorts(List.of(Search.Sort.descending("createdate")))
 * }</pre>
 */
public final class Search {

  private Search() {}

  /** How a property is compared. */
  public enum Operator {
    LT,
    LTE,
    GT,
    GTE,
    EQ,
    NEQ,
    BETWEEN,
    IN,
    NOT_IN,
    HAS_PROPERTY,
    NOT_HAS_PROPERTY,
    CONTAINS_TOKEN,
    NOT_CONTAINS_TOKEN
  }

  /** A group: a record fits it where it fits all these filters. */
  public static Group all(Filter... filters) {
    return new Group(List.of(filters));
  }

  /** Filters that hold together. */
  public record Group(List<Filter> filters) {

    public Group {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A condition on one property.
   *
   * @param propertyName HubSpot's name of the property
   * @param operator how it is compared
   * @param value what with; the lower bound of {@link Operator#BETWEEN}
   * @param highValue the upper bound of {@link Operator#BETWEEN}
   * @param values the list of {@link Operator#IN} and {@link Operator#NOT_IN}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Filter(
      String propertyName,
      Operator operator,
      Optional<String> value,
      Optional<String> highValue,
      List<String> values) {

    public Filter {
      values = List.copyOf(Objects.requireNonNullElse(values, List.of())); // absent in JSON
    }

    /** Compares with one value; times are written in milliseconds since 1970. */
    public static Filter of(String property, Operator operator, String value) {
      return new Filter(property, operator, Optional.of(value), Optional.empty(), List.of());
    }

    /** Whether the property has a value at all, or has none. */
    public static Filter of(String property, Operator operator) {
      return new Filter(property, operator, Optional.empty(), Optional.empty(), List.of());
    }

    /** Both bounds are among what is found. */
    public static Filter between(String property, String low, String high) {
      return new Filter(
          property, Operator.BETWEEN, Optional.of(low), Optional.of(high), List.of());
    }

    /** One of these values; for text, HubSpot wants them in lower case. */
    public static Filter in(String property, List<String> values) {
      return new Filter(property, Operator.IN, Optional.empty(), Optional.empty(), values);
    }
  }

  /**
   * An order by one property, instead of that of creation.
   *
   * @param propertyName HubSpot's name of the property
   * @param direction {@code ASCENDING} or {@code DESCENDING}
   */
  public record Sort(String propertyName, String direction) {

    /** What is least comes first. */
    public static Sort ascending(String property) {
      return new Sort(property, "ASCENDING");
    }

    /** What is most comes first. */
    public static Sort descending(String property) {
      return new Sort(property, "DESCENDING");
    }
  }
}

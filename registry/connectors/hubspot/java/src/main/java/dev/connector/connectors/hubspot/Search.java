package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to look for among the records of a type: immutable, so each method returns a changed copy.
 * HubSpot allows five groups, six filters in each, one sorting rule, and 10,000 results.
 *
 * @param query a text to find in the properties that HubSpot searches by default
 * @param filterGroups a record fits where it fits all filters of any group
 * @param sorts none or one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Search(Optional<String> query, List<Group> filterGroups, List<Sort> sorts) {

  /** Filters that hold together. */
  public record Group(List<Filter> filters) {

    public Group {
      filters = List.copyOf(filters);
    }
  }

  /** An order by one property. */
  public record Sort(String propertyName, Direction direction) {}

  /** Which end of an order comes first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  public Search {
    filterGroups = List.copyOf(filterGroups);
    sorts = List.copyOf(sorts);
  }

  /** Every record of the type. */
  public static Search everything() {
    return new Search(Optional.empty(), List.of(), List.of());
  }

  /** Records that fit all these filters. */
  public static Search where(Filter... filters) {
    return everything().or(filters);
  }

  /** And records that fit all these. */
  public Search or(Filter... filters) {
    List<Group> groups = new ArrayList<>(filterGroups);
    groups.add(new Group(List.of(filters)));
    return new Search(query, groups, sorts);
  }

  /** Only those of them that hold this text. */
  public Search text(String text) {
    return new Search(Optional.of(text), filterGroups, sorts);
  }

  /** In this order instead of that of their creation. */
  public Search sortedBy(String property, Direction direction) {
    return new Search(query, filterGroups, List.of(new Sort(property, direction)));
  }
}

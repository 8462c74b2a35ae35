package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what a {@code $ref} leads to. */
@FunctionalInterface
public interface References {

  /**
   * @param from the place of the node that refers
   * @return empty where there is nothing, or where it may not be fetched
   */
  Optional<Target> find(String from, String reference);

  /** The view of the schema at a place; one that was made before may be given again. */
  default ApiSchema shared(String place, Supplier<ApiSchema> view) {
    return view.get();
  }

  /**
   * @param place where the node is, {@code #/components/schemas/User}; in another file than the
   *     description's first, {@code schemas/user.yaml#/User}
   */
  record Target(String place, JsonNode node) {

    /** A member of it, missing where there is none. */
    public Target child(String member) {
      return new Target(place + '/' + escape(member), node.path(member));
    }

    /** An element of it. */
    public Target child(int index) {
      return new Target(place + '/' + index, node.path(index));
    }

    /** The last name in its place, unescaped. */
    public String name() {
      String last = place.substring(place.lastIndexOf('/') + 1);
      return last.indexOf('~') < 0 ? last : last.replace("~1", "/").replace("~0", "~");
    }

    private static String escape(String member) {
      return member.indexOf('~') < 0 && member.indexOf('/') < 0
          ? member
          : member.replace("~", "~0").replace("/", "~1");
    }
  }
}

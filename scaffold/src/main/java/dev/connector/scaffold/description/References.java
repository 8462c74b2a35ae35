package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds what a {@code $ref} leads to. */
@FunctionalInterface
public interface References {

  /**
   * @param from the place of the node that refers
   * @return empty where there is nothing, or where it may not be fetched
   */
  Optional<Target> find(String from, String reference);

  /**
   * @param place where the node is, {@code #/components/schemas/User}
   */
  record Target(String place, JsonNode node) {}
}

package dev.connector.scaffold.infer.assembly;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has a value in a resource before an operation's own arguments.
 *
 * @param placeholders by the path up to a variable, {@code /charges/{}}, or by a parameter's name
 * @param taken names that an argument may not have
 */
record Scope(Map<String, String> placeholders, Set<String> taken) {

  Scope {
    placeholders = Collections.unmodifiableMap(new LinkedHashMap<>(placeholders));
    taken = Set.copyOf(taken);
  }

  Optional<String> placeholder(String key) {
    return Optional.ofNullable(placeholders.get(key));
  }
}

package dev.connector.registry.contribute.forge;

import java.util.Map;
import java.util.Objects;

/**
 * The headers a forge wants.
 *
 * @param scheme how the token is shown
 */
record Headers(String accept, String scheme, Map<String, String> further) {
  Headers {
    Objects.requireNonNull(accept);
    Objects.requireNonNull(scheme);
    further = Map.copyOf(further);
  }
}

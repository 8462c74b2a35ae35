package dev.connector.spec.conformance.live;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where requests carry credentials, by any of a definition's ways to authenticate.
 *
 * @param headers in lower case
 */
record CredentialPlaces(Set<String> headers, Set<String> parameters) {

  CredentialPlaces {
    headers = Set.copyOf(headers);
    parameters = Set.copyOf(parameters);
  }

  static CredentialPlaces of(List<AuthenticationScheme> schemes) {
    Set<String> headers = new TreeSet<>(Set.of("authorization", "cookie", "proxy-authorization"));
    Set<String> parameters = new TreeSet<>();
    for (AuthenticationScheme scheme : schemes) {
      for (Placement placement : placements(scheme)) {
        if (placement instanceof Placement.Header header) {
          headers.add(header.name().toLowerCase(Locale.ROOT));
        } else if (placement instanceof Placement.Query query) {
          parameters.add(query.name());
        }
      }
      if (scheme instanceof AuthenticationScheme.AwsSignature) {
        headers.addAll(Set.of("x-amz-date", "x-amz-security-token", "x-amz-content-sha256"));
      }
      if (scheme instanceof AuthenticationScheme.Signature signature) {
        signature.extras().keySet().forEach(it -> headers.add(it.toLowerCase(Locale.ROOT)));
      }
    }
    return new CredentialPlaces(headers, parameters);
  }

  private static List<Placement> placements(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return List.of(key.placement());
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return List.of(oauth.use().placement());
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return List.of(session.use().placement());
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return List.of(signature.placement());
    }
    return scheme instanceof AuthenticationScheme.Jwt jwt
        ? List.of(jwt.use().placement())
        : List.of();
  }

  boolean isHeader(String name) {
    return headers.contains(name.toLowerCase(Locale.ROOT));
  }
}

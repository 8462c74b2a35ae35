package dev.connector.spec.definition;

import java.util.Objects;

/**
 * How a token that was obtained goes on requests.
 *
 * @param value with {@code {token}} where the token goes
 */
public record TokenUse(Placement placement, Template value) {

  public TokenUse {
    Objects.requireNonNull(placement);
    Objects.requireNonNull(value);
    InvalidDefinitionException.unless(
        value.placeholders().contains("token"),
        "the token is never sent",
        "put {token} into \"value\", such as \"Bearer {token}\"");
  }

  /** As RFC 6750 has it, and most APIs. */
  public static TokenUse bearer() {
    return new TokenUse(new Placement.Header("Authorization"), new Template("Bearer {token}"));
  }
}

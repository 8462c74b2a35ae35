package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where access tokens come from, with the ways in which vendors differ.
 *
 * @param url an https URL
 * @param refreshUrl where tokens are renewed at another address
 * @param revocationUrl where tokens are given back (RFC 7009)
 * @param request how the request's fields are written
 * @param parameters added to them, an audience for example
 * @param headers sent along
 * @param answer where the answer holds what
 */
public record TokenEndpoint(
    Template url,
    Optional<Template> refreshUrl,
    Optional<Template> revocationUrl,
    RequestFormat request,
    Map<String, Template> parameters,
    Map<String, Template> headers,
    TokenAnswer answer) {

  public TokenEndpoint {
    Objects.requireNonNull(url);
    Objects.requireNonNull(refreshUrl);
    Objects.requireNonNull(revocationUrl);
    Objects.requireNonNull(request);
    parameters = Ordered.copy(parameters);
    headers = Ordered.copy(headers);
    Objects.requireNonNull(answer);
  }

  /** How a token request is written. */
  public enum RequestFormat {
    /** URL-encoded, as the standard says. */
    FORM,
    /** A JSON object. */
    JSON
  }

  /**
   * Where an answer holds what.
   *
   * @param lifetime how long a token is good for, where the answer does not say
   */
  public record TokenAnswer(
      JsonPointer accessToken, JsonPointer expiresIn, Optional<Duration> lifetime) {
    public TokenAnswer {
      Objects.requireNonNull(accessToken);
      Objects.requireNonNull(expiresIn);
      Objects.requireNonNull(lifetime);
    }
  }
}

package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;

/**
 * Who asks for tokens; its string form shows no secret.
 *
 * @param id the public name of the client
 * @param secret its secret; empty for a public client
 * @param identification how the two are sent
 */
public record OAuthClient(String id, String secret, Identification identification) {

  /** How a client identifies itself at the token endpoint. */
  public enum Identification {
    /** As fields of the request. */
    BODY,
    /** As user and password of HTTP Basic. */
    BASIC
  }

  public OAuthClient {
    if (id.isBlank()) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "an OAuth client needs an id");
    }
  }

  /** A client that sends its secret as a field of the request. */
  public static OAuthClient inBody(String id, String secret) {
    return new OAuthClient(id, secret, Identification.BODY);
  }

  /** A client that sends its secret in the {@code Authorization} header. */
  public static OAuthClient basic(String id, String secret) {
    return new OAuthClient(id, secret, Identification.BASIC);
  }

  /** A client that can keep no secret, such as a program on a user's machine. */
  public static OAuthClient of(String id) {
    return new OAuthClient(id, "", Identification.BODY);
  }

  @Override
  public String toString() {
    return "OAuthClient[" + id + ", " + identification + "]";
  }
}

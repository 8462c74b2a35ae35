package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Set;

/** A credential that stays the same, in its place. */
record PlacedCredential(Placement placement, String credential, Set<String> secrets)
    implements Authentication {

  PlacedCredential(Placement placement, String credential, Set<String> secrets) {
    if (secrets.stream().anyMatch(String::isBlank)) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "a credential is not blank");
    }
    this.placement = placement;
    this.credential = credential;
    this.secrets = Set.copyOf(secrets);
  }

  @Override
  public okhttp3.Request authorize(okhttp3.Request request) {
    return placement.put(request, credential);
  }

  @Override
  public String toString() {
    return "PlacedCredential[" + placement + "]";
  }
}

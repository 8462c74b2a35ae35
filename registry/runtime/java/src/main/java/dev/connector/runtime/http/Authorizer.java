package dev.connector.runtime.http;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Set;
import okhttp3.HttpUrl;

/** Lets the credential on requests to its own origin, and on no other. */
final class Authorizer {

  private final Authentication authentication;
  private final Origins origins;

  Authorizer(Authentication authentication, Origins origins) {
    this.authentication = authentication;
    this.origins = origins;
  }

  okhttp3.Request authorize(okhttp3.Request request, CallState call) {
    call.learn(authentication.secrets());
    if (!origins.own(request.url())) {
      if (call.redactor().reveals(request.url().toString())) {
        throw new ApiException(
            ErrorCode.INVALID_REQUEST, "refused to carry a credential to another origin");
      }
      return request;
    }
    try {
      return authentication.authorize(request);
    } catch (ApiException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ApiException(
          ErrorCode.AUTH_FAILED, "the credential could not be put on the request", e);
    } finally {
      call.learn(authentication.secrets()); // asking for a token may have brought a new one
    }
  }

  /** Asks for a fresh credential after a 401, once in a call. */
  boolean refresh(CallState call) {
    okhttp3.Request rejected = call.sent();
    if (!origins.own(rejected.url()) || !call.mayRefresh()) {
      return false;
    }
    try {
      return authentication.refresh(rejected);
    } finally {
      call.learn(authentication.secrets());
    }
  }

  /** The URL less the query parameters whose value is a credential. */
  HttpUrl withoutCredential(HttpUrl url) {
    Set<String> secrets = authentication.secrets();
    HttpUrl.Builder clean = url.newBuilder();
    for (String name : url.queryParameterNames()) {
      if (url.queryParameterValues(name).stream().anyMatch(secrets::contains)) {
        clean.removeAllQueryParameters(name);
      }
    }
    return clean.build();
  }
}

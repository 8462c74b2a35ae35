package dev.connector.cli.login;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.ConnectorException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Says in words why an authorization server refused, and what to change (RFC 6749). */
final class Refusal {

  private static final int MOST_WORDS = 200;
  private static final Pattern CODE = Pattern.compile(": ([a-z_]+)\\b");

  private static final Map<String, String> ADVICE =
      Map.of(
          "access_denied",
          "consent was not given; log in again and allow it, as a user who may",
          "invalid_client",
          "the server does not know this client id with this secret; copy both from the vendor's"
              + " settings again",
          "invalid_grant",
          "what was offered for a token is used up, expired, or was given to another client or"
              + " redirect URI; log in again, and give a refresh token that is the latest",
          "invalid_scope",
          "the app may not ask for these scopes; add them to the app in the vendor's settings",
          "unauthorized_client",
          "the app may not log in this way; allow it in the vendor's settings",
          "unsupported_response_type",
          "the server knows no authorization code; use another way: --scheme",
          "redirect_uri_mismatch",
          "register the redirect URI in the vendor's settings, or name the registered one:"
              + " --redirect-uri",
          "invalid_request",
          "often the redirect URI is not the registered one; name that: --redirect-uri",
          "server_error",
          "the server failed; try again later",
          "temporarily_unavailable",
          "the server is overloaded; try again later");

  private Refusal() {}

  /** The refusal that a browser brought, if it brought one. */
  static Optional<ConnectorException> in(HttpUrl answer) {
    return Optional.ofNullable(answer.queryParameter("error"))
        .map(
            error -> {
              String said =
                  Optional.ofNullable(answer.queryParameter("error_description")).orElse("");
              return refused("the login was refused: " + words(error, said), advice(error));
            });
  }

  /** A failure to get a token. */
  static ConnectorException of(ApiException failure) {
    ConnectorException.Kind kind =
        failure.code() == ErrorCode.NETWORK_ERROR || failure.code() == ErrorCode.TIMEOUT
            ? ConnectorException.Kind.NETWORK
            : ConnectorException.Kind.AUTHENTICATION;
    Matcher code = CODE.matcher(failure.getMessage());
    String advice = code.find() ? advice(code.group(1)) : "";
    return new ConnectorException(kind, failure.getMessage(), advice, failure);
  }

  static ConnectorException refused(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.AUTHENTICATION, message, hint);
  }

  private static String advice(String error) {
    return ADVICE.getOrDefault(error, "see the vendor's documentation for this error");
  }

  private static String words(String error, String description) {
    String words = description.isBlank() ? error : error + " (" + description.strip() + ")";
    String line = words.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), MOST_WORDS));
  }
}

package dev.connector.spec.engine;

import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Gives tokens back (RFC 7009). */
record Revocation(HttpUrl url, OAuthClient client, OkHttpClient http) {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /**
   * Gives the refresh token back, which ends its access tokens too, or else the access token.
   *
   * @throws ApiException where the server does not take it, without its answer
   */
  void revoke(Token token) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    form.add("token", token.refreshToken().orElse(token.accessToken()));
    form.add(
        "token_type_hint", token.refreshToken().isPresent() ? "refresh_token" : "access_token");
    okhttp3.Request.Builder request = new okhttp3.Request.Builder().url(url);
    if (client.identification() == OAuthClient.Identification.BASIC) {
      request.header(
          "Authorization", Credentials.basic(encoded(client.id()), encoded(client.secret())));
    } else {
      form.add("client_id", client.id());
      if (!client.secret().isEmpty()) {
        form.add("client_secret", client.secret());
      }
    }
    OkHttpClient direct = http.newBuilder().followRedirects(false).callTimeout(DEADLINE).build();
    try (okhttp3.Response answer = direct.newCall(request.post(form.build()).build()).execute()) {
      if (!answer.isSuccessful()) {
        throw new ApiException(
            ErrorCode.AUTH_FAILED, url.host() + " answered " + answer.code() + " to a revocation");
      }
    } catch (IOException failure) {
      throw new ApiException(
          ErrorCode.NETWORK_ERROR, url.host() + " could not be asked to revoke", failure);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Revocation[" + url.host() + "]";
  }
}

package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.auth.AuthorizationCode;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to authenticate: the right credential is let in, a wrong one and none are not. */
class MockAuthenticationTest {

  private static final MockOptions PAGES = new MockOptions(7, 13, 4);
  private static final String LIST =
      "\"records\":\"/items\",\"pagination\":{\"type\":\"linkHeader\"}";
  private static final String TOKEN = "https://auth.example.com/token";
  private static final String REFRESH =
      "{'type':'oauth2','grant':'refreshToken','tokenUrl':'https://auth.example.com/token',"
          + "'clientId':'{user}','refreshToken':'{key}'}";
  private static final String CODE =
      "{'type':'oauth2','grant':'authorizationCode','clientId':'{user}','clientSecret':'{key}',"
          + "'authorizationUrl':'https://auth.example.com/authorize',"
          + "'tokenUrl':'https://auth.example.com/token'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'apiKey','value':'{key}','placement':{'header':'X-Key'}}",
        "{'type':'apiKey','value':'Token {key}','placement':{'header':'Authorization'}}",
        "{'type':'apiKey','value':'{key}','placement':'key'}",
        "{'type':'apiKey','value':'{key}','placement':{'cookie':'session'}}",
        "{'type':'bearer','token':'{key}'}",
        "{'type':'basic','username':'{user}','password':'{key}'}",
        "{'type':'oauth2','grant':'clientCredentials','tokenUrl':'https://auth.example.com/token',"
            + "'clientId':'{user}','clientSecret':'{key}'}",
        "{'type':'oauth2','grant':'clientCredentials','tokenUrl':'https://auth.example.com/token',"
            + "'clientId':'{user}','clientSecret':'{key}','clientAuthentication':'basic'}",
        REFRESH,
        "{'type':'oauth2','grant':'password','tokenUrl':'https://auth.example.com/token',"
            + "'clientId':'mine','username':'{user}','password':'{key}'}",
        "{'type':'session','login':{'path':'/login','body':{'name':'{user}',"
            + "'password':'{key}'}},'token':'/token'}",
        "{'type':'session','login':{'baseUrl':'https://auth.example.com','path':'/login',"
            + "'body':{'name':'{user}','password':'{key}'}},'token':'/token','lifetime':'PT1H'}",
        "{'type':'session','login':{'baseUrl':'https://auth.example.com','path':'/login',"
            + "'form':{'name':'{user}','password':'{key}'}},'token':{'header':'X-Session'},"
            + "'placement':{'header':'X-Session'},'value':'{token}'}",
        "{'type':'signature','algorithm':'hmacSha256','key':'{key}',"
            + "'signed':'{method}{path}{query}{timestamp}','placement':{'header':'X-Signature'},"
            + "'headers':{'X-Time':'{timestamp}'}}",
        "{'type':'signature','algorithm':'hmacSha512','encoding':'base64','key':'{key}',"
            + "'signed':'{user} {method} {url} {nonce} {body}',"
            + "'placement':{'header':'Authorization'},"
            + "'value':'HMAC {signature}','headers':{'X-Nonce':'{nonce}'}}",
        "{'type':'awsSignature','accessKeyId':'{user}','secretAccessKey':'{key}',"
            + "'region':'eu-west-1','service':'execute-api'}",
        "{'type':'awsSignature','accessKeyId':'{user}','secretAccessKey':'{key}',"
            + "'sessionToken':'{key}','region':'eu-west-1','service':'s3'}"
      })
  void rightCredentialsAreLetInAndWrongOnesAreNot(String scheme) throws IOException {
    Reading reading = reading(scheme);
    try (MockApi api = reading.start(PAGES)) {
      assertThat(status(api, "")).isEqualTo(401);
      assertThat(reading.read(api, ReadRequest.of("items"), api.environment())).hasSize(13);
      assertThat(reading.code(api, Map.of("ACME_KEY", "wrong"))).isEqualTo("AUTH_FAILED");
    }
  }

  @Test
  void whereNoneIsAskedForAWrongOneIsStillRefused() throws IOException {
    Reading reading = reading("{'type':'bearer','token':'{key}'},{'type':'none'}");
    try (MockApi api = reading.start(PAGES)) {
      assertThat(status(new Request.Builder().url(api.baseUrl() + "/items").build()))
          .isEqualTo(200);
      assertThat(reading.read(api, ReadRequest.of("items"), api.environment())).hasSize(13);
      assertThat(reading.code(api, Map.of("ACME_KEY", "wrong"))).isEqualTo("AUTH_FAILED");
    }
  }

  @Test
  void aRequestSignedByTheWayOfAwsIsForItselfAloneAndComplete() throws IOException {
    Reading reading =
        reading(
            "{'type':'awsSignature','accessKeyId':'{user}','secretAccessKey':'{key}',"
                + "'sessionToken':'{key}','region':'eu-west-1','service':'execute-api'}");
    try (MockApi api = reading.start(PAGES)) {
      reading.read(api, ReadRequest.of("items"), api.environment());
      SeenRequest seen = api.requests().get(0);
      Request sent = new Request.Builder().url(seen.url()).headers(seen.headers()).build();
      assertThat(status(sent)).isEqualTo(200);
      assertThat(status(sent.newBuilder().url(seen.url() + "&a=1").build())).isEqualTo(401);
      assertThat(status(sent.newBuilder().method("DELETE", null).build())).isEqualTo(401);
      assertThat(status(sent.newBuilder().header("X-Amz-Security-Token", "mine").build()))
          .isEqualTo(401);
      assertThat(status(sent.newBuilder().removeHeader("X-Amz-Security-Token").build()))
          .isEqualTo(401);
      assertThat(status(sent.newBuilder().header("X-Amz-Target", "Unsigned").build()))
          .isEqualTo(401);
      assertThat(status(sent.newBuilder().header("X-Amz-Date", "20150830T123600Z").build()))
          .isEqualTo(401);
    }
  }

  @Test
  void aSignedRequestIsGoodOnceAndNotForAnother() throws IOException {
    Reading reading =
        reading(
            "{'type':'signature','algorithm':'hmacSha256','key':'{key}','signed':'{path}{nonce}',"
                + "'placement':{'header':'X-Signature'},'headers':{'X-Nonce':'{nonce}'}}");
    try (MockApi api = reading.start(PAGES)) {
      reading.read(api, ReadRequest.of("items"), api.environment());
      SeenRequest seen = api.requests().get(0);
      Request again = new Request.Builder().url(seen.url()).headers(seen.headers()).build();
      assertThat(status(again)).isEqualTo(401);
    }
  }

  @Test
  void anAccessTokenExpiresByItselfAndByForce() throws IOException {
    Reading reading = reading(REFRESH);
    MockOptions brief = PAGES.tokens(new MockOptions.TokenLife(Duration.ZERO, false));
    try (MockApi api = reading.start(brief)) {
      assertThat(reading.code(api, Map.of())).isEqualTo("AUTH_FAILED");
    }
    try (MockApi api = reading.start(PAGES)) {
      reading.read(api, ReadRequest.of("items"), api.environment());
      String value = api.requests("items.list").get(0).headers().get("Authorization");
      assertThat(status(api, value)).isEqualTo(200);
      api.expireTokens();
      assertThat(status(api, value)).isEqualTo(401);
      assertThat(reading.code(api, Map.of())).isEqualTo("none");
      api.revokeTokens();
      assertThat(reading.code(api, Map.of())).isEqualTo("AUTH_FAILED");
    }
  }

  @Test
  void aRotatedRefreshTokenIsRefusedAndTheNewOneIsNot() throws IOException {
    Reading reading = reading(REFRESH);
    MockOptions rotating = PAGES.tokens(new MockOptions.TokenLife(Duration.ofHours(1), true));
    try (MockApi api = reading.start(rotating)) {
      String first = api.environment().get("ACME_KEY");
      String second = refreshed(api, first);
      assertThat(second).isNotEmpty().isNotEqualTo(first);
      assertThat(refreshed(api, first)).isEmpty();
      assertThat(refreshed(api, second)).isNotEmpty();
      assertThat(refreshed(api, second)).isEmpty();
    }
  }

  @Test
  void consentGivesACodeThatIsGoodOnceAndBoundToItsProof() throws IOException {
    Reading reading = reading(CODE);
    try (MockApi api = reading.start(PAGES)) {
      TokenStore store = TokenStore.inMemory();
      String root = api.baseUrl().replace("/v1", "");
      OAuthClient client =
          OAuthClient.inBody(api.environment().get("ACME_USER"), api.environment().get("ACME_KEY"));
      AuthorizationCode code =
          AuthorizationCode.of(
              OAuth2.stored(root + "/token", client, store),
              root + "/authorize",
              "http://localhost:1/back");
      AuthorizationCode.Consent asked = code.begin();
      HttpUrl answer = consent(asked.url());
      assertThat(answer.queryParameter("state")).isEqualTo(asked.state());
      String token = code.exchange(asked, answer).accessToken();
      assertThat(status(api, "Bearer " + token)).isEqualTo(200);
      assertThatThrownBy(() -> code.exchange(asked, answer)).isInstanceOf(ApiException.class);

      AuthorizationCode.Consent other = code.begin();
      HttpUrl stolen = consent(other.url());
      AuthorizationCode.Consent forged =
          new AuthorizationCode.Consent(other.url(), other.state(), "x".repeat(43));
      assertThatThrownBy(() -> code.exchange(forged, stolen)).isInstanceOf(ApiException.class);

      HttpUrl unproved =
          code.begin().url().newBuilder().removeAllQueryParameters("code_challenge").build();
      assertThat(consent(unproved).queryParameter("error")).isEqualTo("invalid_request");
      assertThat(api.requests(SeenRequest.AUTHORIZE)).hasSize(3);
      assertThat(api.requests(SeenRequest.TOKEN)).hasSize(3);
    }
  }

  private static HttpUrl consent(HttpUrl url) throws IOException {
    OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      assertThat(response.code()).isEqualTo(302);
      return HttpUrl.get(response.header("Location"));
    }
  }

  /** The refresh token that came with the answer; empty where there was a refusal. */
  private static String refreshed(MockApi api, String token) throws IOException {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "refresh_token")
            .add("client_id", api.environment().get("ACME_USER"))
            .add("refresh_token", token)
            .build();
    String url = api.baseUrl().replace("/v1", HttpUrl.get(TOKEN).encodedPath());
    Request request = new Request.Builder().url(url).post(form).build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return Reading.json(response.body().string()).path("refresh_token").asText();
    }
  }

  private static int status(MockApi api, String authorization) throws IOException {
    Request.Builder request = new Request.Builder().url(api.baseUrl() + "/items");
    return status(request.header("Authorization", authorization).build());
  }

  private static int status(Request request) throws IOException {
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.code();
    }
  }

  private static Reading reading(String scheme) {
    String root =
        "'settings':{'key':{'title':'Key','description':'A key.','secret':true},"
            + "'user':{'title':'User','description':'A user.','required':true}},'authentication':["
            + scheme
            + "],";
    return Reading.items(root.replace('\'', '"'), "", LIST);
  }
}

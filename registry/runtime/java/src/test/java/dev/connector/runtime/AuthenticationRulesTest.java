package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.AwsSignature;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.Placement;
import dev.connector.runtime.auth.RequestSignature;
import dev.connector.runtime.auth.SessionLogin;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.signature.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

class AuthenticationRulesTest {

  private static final Request PING = Request.get("ping", "/ping").query("a", "1");

  /** The request that arrives when this authentication is used. */
  private static RecordedRequest sent(Authentication authentication) throws Exception {
    return sent(authentication, PING);
  }

  private static RecordedRequest sent(Authentication authentication, Request request)
      throws Exception {
    try (TestApi api = new TestApi().answers(ok());
        ApiClient client = api.client().authentication(authentication).build()) {
      client.send(request);
      return api.requests().get(0);
    }
  }

  private static String header(Authentication authentication, String name) throws Exception {
    return sent(authentication).getHeaders().get(name);
  }

  @Test
  void auth1_aKeyGoesWhereItIsDeclaredToGo() throws Exception {
    assertThat(header(Authentication.apiKey(Placement.header("X-Api-Key"), "k3y"), "X-Api-Key"))
        .isEqualTo("k3y");
    assertThat(
            header(
                Authentication.apiKey(Placement.header("Authorization", "Token"), "k3y"),
                "Authorization"))
        .isEqualTo("Token k3y");
    assertThat(sent(Authentication.apiKey(Placement.query("key"), "k&3y")).getTarget())
        .isEqualTo("/ping?a=1&key=k%263y");
    RecordedRequest cookies =
        sent(
            Authentication.apiKey(Placement.cookie("session"), "k3y"),
            PING.header("Cookie", "theme=dark; session=old"));
    assertThat(cookies.getHeaders().get("Cookie")).isEqualTo("theme=dark; session=k3y");
  }

  @Test
  void auth1_bearerAndBasicAreWrittenAsTheStandardsSay() throws Exception {
    assertThat(header(Authentication.bearer("t0ken"), "Authorization")).isEqualTo("Bearer t0ken");
    String pair = Base64.getEncoder().encodeToString("jo:pä:ss".getBytes(StandardCharsets.UTF_8));
    assertThat(header(Authentication.basic("jo", "pä:ss"), "Authorization"))
        .isEqualTo("Basic " + pair);
    assertThat(header(Authentication.none(), "Authorization")).isNull();
  }

  @Test
  void auth1_aBlankCredentialIsRefusedBeforeAnythingIsSent() {
    assertThat(failure(() -> Authentication.bearer(" ")).code())
        .isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(failure(() -> Authentication.apiKey(Placement.query("key"), "")).code())
        .isEqualTo(ErrorCode.INVALID_CONFIG);
  }

  @Test
  void auth1_aSignatureCoversWhatItIsDeclaredToCover() throws Exception {
    Hmac hmac = Hmac.sha256Hex();
    RequestSignature signature =
        RequestSignature.of(
                hmac,
                "s3cret",
                "{method}\n{path}\n{query}\n{timestamp}\n{nonce}\n{body}",
                Placement.header("Authorization", "HMAC"))
            .timestamp("X-Time", TimeFormat.EPOCH_MILLIS)
            .nonce("X-Nonce")
            .clock(Clock.fixed(Instant.ofEpochMilli(1234), ZoneOffset.UTC));
    Request request =
        Request.post("orders.create", "/orders")
            .query("q", "a b")
            .body(Json.write(Map.of("ü", 1)))
            .idempotencyKey("Idempotency-Key");
    RecordedRequest sent = sent(Authentication.signature(signature), request);
    String signed =
        "POST\n/orders\nq=a%20b\n1234\n" + sent.getHeaders().get("X-Nonce") + "\n{\"ü\":1}";
    assertThat(sent.getHeaders().get("X-Time")).isEqualTo("1234");
    assertThat(sent.getHeaders().get("X-Nonce")).hasSizeGreaterThan(20);
    assertThat(sent.getHeaders().get("Authorization"))
        .isEqualTo("HMAC " + hmac.sign("s3cret", signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void auth1_anAwsSignatureIsMadeAnewForEachAttemptOverWhatThenArrives() throws Exception {
    MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
    AwsSignature signature =
        AwsSignature.of(
                new AwsSignature.Key("id", "s3cret", Optional.of("t0ken")), "eu-west-1", "things")
            .clock(clock);
    Authentication later =
        request -> {
          clock.pass(Duration.ofSeconds(1));
          return signature.authorize(request);
        };
    Request request =
        Request.post("things.search", "/things/{thing}")
            .variable("thing", "a/b ü~*")
            .query("q", "a+b c&d")
            .header("X-Amz-Target", "Things.Search")
            .body(Json.write(Map.of("ü", 1)))
            .safe();
    try (TestApi api = new TestApi().answers(answer(503, ""), ok());
        ApiClient client = api.client().authentication(later).build()) {
      client.send(request);
      assertThat(api.requests())
          .extracting(it -> it.getHeaders().get("X-Amz-Date"))
          .containsExactly("20260301T100001Z", "20260301T100002Z");
      assertThat(api.requests())
          .allSatisfy(
              it -> assertThat(it.getHeaders().get("X-Amz-Security-Token")).isEqualTo("t0ken"));
      RecordedRequest last = api.requests().get(1);
      okhttp3.Request arrived =
          new okhttp3.Request.Builder()
              .url(last.getUrl())
              .headers(last.getHeaders())
              .post(RequestBody.create(last.getBody(), null))
              .build();
      assertThat(last.getHeaders().get("Authorization"))
          .contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target")
          .isEqualTo(signature.authorize(arrived).header("Authorization"));
    }
  }

  @Test
  void auth1_aSignatureIsTheOneOthersCompute() {
    byte[] message = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
    assertThat(Hmac.sha256Hex().sign("key", message))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    assertThat(new Hmac(Hmac.Algorithm.SHA1, Hmac.Encoding.BASE64).sign("key", message))
        .isEqualTo("3nybhbi3iqa8ino29wqQcBydtNk=");
  }

  @Test
  void auth3_aKeyThatIsRefusedIsNotTriedAgain() throws Exception {
    try (TestApi api = new TestApi().answers(answer(401, "{\"message\":\"bad key k3y-value\"}"));
        ApiClient client =
            api.client().authentication(Authentication.bearer("k3y-value")).build()) {
      ApiException failure = failure(() -> client.send(PING));
      assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(failure.toString()).doesNotContain("k3y-value");
    }
  }

  @Test
  void auth4_aCredentialDoesNotFollowARedirectToAnotherOrigin() throws Exception {
    try (TestApi elsewhere = new TestApi().answers(ok());
        TestApi api = new TestApi().answers(answer(302, "", "Location", elsewhere.url("/x")));
        ApiClient client =
            api.client()
                .host(elsewhere.url())
                .authentication(Authentication.bearer("k3y-value"))
                .build()) {
      client.send(PING);
      assertThat(api.requests().get(0).getHeaders().get("Authorization")).isNotNull();
      assertThat(elsewhere.requests().get(0).getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void err5_noStringFormShowsASecret() {
    OAuthClient client = OAuthClient.inBody("id", "s3cret");
    OAuth2 oauth = OAuth2.refreshToken("https://h/token", client, "r3fresh");
    SessionLogin login =
        SessionLogin.json("https://h/login", Map.of("p", "s3cret"), ResponseValue.body("/t"));
    assertThat(
            client
                + ""
                + oauth
                + oauth.endpoint().extra("password", "s3cret")
                + login
                + Authentication.bearer("s3cret")
                + Authentication.oauth2(oauth)
                + AwsSignature.of(
                    new AwsSignature.Key("id", "s3cret", Optional.of("r3fresh")), "r", "s")
                + RequestSignature.of(Hmac.sha256Hex(), "s3cret", "{body}", Placement.bearer())
                + Token.of("s3cret"))
        .doesNotContain("s3cret")
        .doesNotContain("r3fresh");
  }
}

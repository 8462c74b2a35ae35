package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.AuthorizationCode;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.Placement;
import dev.connector.runtime.auth.SessionLogin;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenEndpoint;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.settings.Deadlines;
import dev.connector.runtime.settings.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenRulesTest {

  private static final Request PING = Request.get("ping", "/ping");
  private static final OAuthClient CLIENT = OAuthClient.inBody("id", "s3cret");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-31T12:00:00Z"));
  private TestApi api;
  private TestApi tokens;

  @BeforeEach
  void start() throws Exception {
    api = new TestApi();
    tokens = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
    tokens.close();
  }

  private OAuth2 clientCredentials() {
    return OAuth2.clientCredentials(tokens.url("/token"), CLIENT).clock(clock);
  }

  private OAuth2 refreshing() {
    return OAuth2.refreshToken(tokens.url("/token"), CLIENT, "refresh-0").clock(clock);
  }

  private ApiClient client(OAuth2 oauth) {
    return api.client().authentication(Authentication.oauth2(oauth)).build();
  }

  private static MockResponse token(String value, String... more) {
    return answer(200, "{\"access_token\":\"" + value + "\"" + String.join("", more) + "}");
  }

  private static String body(RecordedRequest request) {
    return request.getBody().utf8();
  }

  private List<String> bearers() {
    return api.requests().stream().map(it -> it.getHeaders().get("Authorization")).toList();
  }

  @Test
  void auth1_clientCredentialsBuyATokenThatIsUsedUntilItExpires() {
    tokens.answers(token("access-1", ",\"expires_in\":3600"));
    api.answers(ok(), ok());
    try (ApiClient client = client(clientCredentials().scopes("read", "write"))) {
      client.send(PING);
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer access-1", "Bearer access-1");
    assertThat(body(tokens.requests().get(0)))
        .isEqualTo(
            "grant_type=client_credentials&scope=read+write&client_id=id&client_secret=s3cret");
  }

  @Test
  void auth1_aPasswordIsSentOnlyWhereNoRefreshTokenWillDo() {
    String refresh = ",\"refresh_token\":\"refresh-1\",\"expires_in\":3600";
    tokens.answers(token("access-1", refresh), token("access-2"), answer(400, "{}"));
    tokens.answers(token("access-3"));
    api.answers(ok(), ok(), answer(401, "{}"), ok());
    OAuth2 oauth =
        OAuth2.password(tokens.url("/token"), OAuthClient.of("id"), "ann", "pa55word").clock(clock);
    try (ApiClient client = client(oauth)) {
      client.send(PING);
      clock.pass(Duration.ofHours(1));
      client.send(PING);
      client.send(PING);
    }
    assertThat(tokens.requests().stream().map(TokenRulesTest::body))
        .containsExactly(
            "grant_type=password&username=ann&password=pa55word&client_id=id",
            "grant_type=refresh_token&refresh_token=refresh-1&client_id=id",
            "grant_type=refresh_token&refresh_token=refresh-1&client_id=id",
            "grant_type=password&username=ann&password=pa55word&client_id=id");
  }

  @Test
  void auth1_theTokenEndpointIsAskedTheWayItWantsToBeAsked() {
    tokens.answers(token("access-1"));
    api.answers(ok());
    TokenEndpoint endpoint =
        TokenEndpoint.at(tokens.url("/token"))
            .refreshAt(tokens.url("/renew"))
            .format(TokenEndpoint.Format.JSON)
            .extra("audience", "all");
    OAuth2 oauth =
        OAuth2.refreshToken("https://unused", OAuthClient.basic("i:d", "s3/cret"), "refresh-0")
            .endpoint(endpoint)
            .placement(Placement.header("X-Token"));
    try (ApiClient client = client(oauth)) {
      client.send(PING);
    }
    RecordedRequest asked = tokens.requests().get(0);
    assertThat(asked.getTarget()).isEqualTo("/renew");
    assertThat(body(asked))
        .isEqualTo(
            "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"refresh-0\",\"audience\":\"all\"}");
    String pair =
        Base64.getEncoder().encodeToString("i%3Ad:s3%2Fcret".getBytes(StandardCharsets.UTF_8));
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Basic " + pair);
    assertThat(api.requests().get(0).getHeaders().get("X-Token")).isEqualTo("access-1");
  }

  @Test
  void auth1_aSessionIsOpenedByALoginAndRenewedAtItsEnd() {
    tokens.answers(
        answer(200, "{\"data\":{\"session\":\"session-1\"}}"),
        answer(200, "{\"data\":{\"session\":\"session-2\"}}"));
    api.answers(ok(), ok(), ok());
    SessionLogin login =
        SessionLogin.json(
                tokens.url("/login"),
                Map.of("password", "s3cret"),
                ResponseValue.body("/data/session"))
            .placement(Placement.cookie("sid"))
            .lifetime(Duration.ofMinutes(20))
            .clock(clock);
    try (ApiClient client = api.client().authentication(Authentication.session(login)).build()) {
      client.send(PING);
      clock.pass(Duration.ofMinutes(18));
      client.send(PING);
      clock.pass(Duration.ofMinutes(1));
      client.send(PING);
    }
    assertThat(api.requests().stream().map(it -> it.getHeaders().get("Cookie")))
        .containsExactly("sid=session-1", "sid=session-1", "sid=session-2");
    assertThat(body(tokens.requests().get(0))).isEqualTo("{\"password\":\"s3cret\"}");
  }

  @Test
  void auth1_aSessionTokenMayComeInAHeaderAndTheLoginMayBeAForm() {
    tokens.answers(answer(200, "", "X-Session", "session-1"));
    api.answers(ok());
    SessionLogin login =
        SessionLogin.form(
            tokens.url("/login"), Map.of("user", "jo"), ResponseValue.header("X-Session"));
    try (ApiClient client = api.client().authentication(Authentication.session(login)).build()) {
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer session-1");
    assertThat(body(tokens.requests().get(0))).isEqualTo("user=jo");
  }

  @Test
  void auth1_aUserConsentsWithAProofKeyAndTheCodeBecomesTheFirstToken() {
    TokenStore store = TokenStore.inMemory();
    OAuth2 oauth =
        OAuth2.stored(tokens.url("/token"), OAuthClient.of("id"), store).scopes("a", "b");
    AuthorizationCode flow =
        AuthorizationCode.of(oauth, "https://example.com/authorize?x=1", "http://127.0.0.1:9/back")
            .extra("access_type", "offline");
    AuthorizationCode.Consent asked = flow.begin();
    assertThat(asked.url().queryParameter("x")).isEqualTo("1");
    assertThat(asked.url().queryParameter("response_type")).isEqualTo("code");
    assertThat(asked.url().queryParameter("client_id")).isEqualTo("id");
    assertThat(asked.url().queryParameter("scope")).isEqualTo("a b");
    assertThat(asked.url().queryParameter("access_type")).isEqualTo("offline");
    assertThat(asked.url().queryParameter("code_challenge_method")).isEqualTo("S256");
    assertThat(asked.url().queryParameter("code_challenge")).isEqualTo(s256(asked.verifier()));
    assertThat(flow.begin().state()).isNotEqualTo(asked.state());
    assertThat(asked.toString()).doesNotContain(asked.verifier()).doesNotContain(asked.state());

    tokens.answers(token("access-1", ",\"refresh_token\":\"refresh-1\""));
    flow.exchange(asked, answered("state=" + asked.state() + "&code=c0de"));
    assertThat(body(tokens.requests().get(0)))
        .contains("grant_type=authorization_code")
        .contains("code=c0de")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fback")
        .contains("code_verifier=" + asked.verifier());
    assertThat(store.load())
        .hasValueSatisfying(it -> assertThat(it.refreshToken()).hasValue("refresh-1"));
  }

  @Test
  void auth1_aCodeThatIsNotAcceptedIsAuthFailedAndStaysSecret() {
    OAuth2 oauth = OAuth2.stored(tokens.url("/token"), CLIENT, TokenStore.inMemory());
    AuthorizationCode flow =
        AuthorizationCode.of(oauth, "https://example.com/authorize", "http://127.0.0.1:9/back");
    AuthorizationCode.Consent asked = flow.begin();
    tokens.answers(
        answer(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"c0de with s3cret and %s\"}"
                .formatted(asked.verifier())));
    ApiException failure =
        failure(() -> flow.exchange(asked, answered("state=" + asked.state() + "&code=c0de")));
    assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
    assertThat(failure)
        .hasMessageContaining("invalid_grant")
        .message()
        .doesNotContain("c0de")
        .doesNotContain("s3cret")
        .doesNotContain(asked.verifier());
  }

  @Test
  void auth1_anAnswerToAnotherQuestionOrARefusalGivesNoToken() {
    OAuth2 oauth = OAuth2.stored(tokens.url("/token"), CLIENT, TokenStore.inMemory());
    AuthorizationCode flow =
        AuthorizationCode.of(oauth, "https://example.com/authorize", "http://127.0.0.1:9/back")
            .withoutPkce();
    AuthorizationCode.Consent asked = flow.begin();
    assertThat(asked.url().queryParameter("code_challenge")).isNull();
    for (String answer :
        List.of(
            "code=c0de",
            "state=other&code=c0de",
            "state=" + asked.state() + "&error=access_denied")) {
      assertThat(failure(() -> flow.exchange(asked, answered(answer))).code())
          .as(answer)
          .isEqualTo(ErrorCode.AUTH_FAILED);
    }
    assertThat(tokens.requests()).isEmpty();
  }

  @Test
  void auth2_aTokenIsRenewedBeforeItExpires() {
    tokens.answers(
        token("access-1", ",\"expires_in\":600"), token("access-2", ",\"expires_in\":600"));
    api.answers(ok(), ok(), ok());
    try (ApiClient client = client(clientCredentials().skew(Duration.ofSeconds(100)))) {
      client.send(PING);
      clock.pass(Duration.ofSeconds(499));
      client.send(PING);
      clock.pass(Duration.ofSeconds(1));
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer access-1", "Bearer access-1", "Bearer access-2");
  }

  @Test
  void auth2_aLifetimeMayBeTextOrMissingOrShorterThanTheSkew() {
    tokens.answers(token("access-1", ",\"expires_in\":\"30\""), token("access-2"));
    api.answers(ok(), ok(), ok(), ok());
    try (ApiClient client = client(clientCredentials())) {
      client.send(PING);
      clock.pass(Duration.ofSeconds(14));
      client.send(PING);
      clock.pass(Duration.ofSeconds(1));
      client.send(PING);
      clock.pass(Duration.ofDays(999));
      client.send(PING);
    }
    assertThat(bearers())
        .containsExactly(
            "Bearer access-1", "Bearer access-1", "Bearer access-2", "Bearer access-2");
    assertThat(tokens.requests()).hasSize(2);
  }

  @Test
  void auth2_manyThreadsCauseOneRefresh() throws Exception {
    AtomicInteger issued = new AtomicInteger();
    tokens.always(it -> slowly(token("access-" + issued.incrementAndGet(), ",\"expires_in\":600")));
    api.always(it -> ok());
    try (ApiClient client = client(clientCredentials())) {
      inParallel(20, () -> client.send(PING));
      assertThat(issued).hasValue(1);
      clock.pass(Duration.ofSeconds(590));
      inParallel(20, () -> client.send(PING));
      assertThat(issued).hasValue(2);
    }
    assertThat(bearers()).containsOnly("Bearer access-1", "Bearer access-2");
  }

  @Test
  void auth2_whoComesLateTakesTheTokenThatOthersGotMeanwhile() {
    tokens.answers(answer(200, "{\"t\":\"access-1\"}"), answer(200, "{\"t\":\"access-2\"}"));
    Authentication authentication =
        Authentication.session(
            SessionLogin.form(tokens.url("/login"), Map.of(), ResponseValue.body("/t"))
                .lifetime(Duration.ofMinutes(10))
                .clock(clock));
    okhttp3.Request plain = new okhttp3.Request.Builder().url("https://h/").build();
    authentication.authorize(plain);
    clock.pass(Duration.ofSeconds(590));
    clock.meanwhile(() -> authentication.authorize(plain));
    assertThat(authentication.authorize(plain).header("Authorization"))
        .isEqualTo("Bearer access-2");
  }

  @Test
  void auth2_aRefusalOfManyRequestsCausesOneRefresh() throws Exception {
    AtomicInteger issued = new AtomicInteger();
    tokens.always(it -> slowly(token("access-" + issued.incrementAndGet())));
    api.always(
        it ->
            "Bearer access-1".equals(it.getHeaders().get("Authorization"))
                ? answer(401, "{}")
                : ok());
    try (ApiClient client = client(clientCredentials())) {
      inParallel(10, () -> client.send(PING));
    }
    assertThat(issued).hasValue(2);
  }

  @Test
  void auth2_oneFailureOfTheTokenEndpointIsSharedByThoseWhoWaitedForIt() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    tokens.always(
        it -> {
          asked.incrementAndGet();
          return slowly(answer(400, "{\"error\":\"invalid_client\"}"));
        });
    try (ApiClient client = client(clientCredentials())) {
      List<ErrorCode> codes = inParallel(8, () -> failure(() -> client.send(PING)).code());
      assertThat(codes).containsOnly(ErrorCode.AUTH_FAILED);
    }
    assertThat(asked.get()).isLessThan(8);
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void auth2_aRotatedRefreshTokenGoesToTheStoreAndIsUsedNext() {
    TokenStore store = TokenStore.inMemory();
    tokens.answers(
        token("access-1", ",\"expires_in\":600,\"refresh_token\":\"refresh-1\""),
        token("access-2", ",\"expires_in\":600"),
        token("access-3", ",\"expires_in\":600"));
    api.answers(ok(), ok(), ok());
    try (ApiClient client = client(refreshing().store(store))) {
      client.send(PING);
      assertThat(store.load().orElseThrow().refreshToken()).hasValue("refresh-1");
      clock.pass(Duration.ofSeconds(600));
      client.send(PING);
      assertThat(store.load().orElseThrow().refreshToken()).as("kept").hasValue("refresh-1");
    }
    clock.pass(Duration.ofSeconds(600));
    try (ApiClient restarted = client(refreshing().store(store))) {
      restarted.send(PING);
    }
    assertThat(tokens.requests().stream().map(TokenRulesTest::body).map(it -> it.split("&")[1]))
        .containsExactly(
            "refresh_token=refresh-0", "refresh_token=refresh-1", "refresh_token=refresh-1");
  }

  @Test
  void auth2_aTokenOfAnEarlierRunIsUsedWhileItIsValid() {
    TokenStore store = TokenStore.inMemory();
    store.save(
        new Token(
            "stored", Optional.of("refresh-9"), Optional.of(clock.instant().plusSeconds(600))));
    api.answers(ok());
    try (ApiClient client = client(refreshing().store(store))) {
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer stored");
    assertThat(tokens.requests()).isEmpty();
  }

  @Test
  void auth2_aNewConsentWinsOverAStoredTokenThatIsNoLongerAccepted() {
    TokenStore store = TokenStore.inMemory();
    store.save(new Token("stored", Optional.of("revoked"), Optional.of(clock.instant())));
    tokens.answers(answer(400, "{\"error\":\"invalid_grant\"}"), token("access-1"));
    api.answers(ok());
    try (ApiClient client = client(refreshing().store(store))) {
      client.send(PING);
    }
    assertThat(body(tokens.requests().get(1))).contains("refresh_token=refresh-0");
    assertThat(bearers()).containsExactly("Bearer access-1");
  }

  @Test
  void auth2_aTokenEndpointThatIsDownDoesNoHarmWhileTheTokenIsStillValid() {
    tokens.answers(token("access-1", ",\"expires_in\":600"), answer(503, ""));
    api.answers(ok(), ok());
    try (ApiClient client = client(clientCredentials())) {
      client.send(PING);
      clock.pass(Duration.ofSeconds(590));
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer access-1", "Bearer access-1");
  }

  @Test
  void auth2_aTokenEndpointThatIsDownIsAskedAgainLikeTheApiItself() {
    tokens.answers(answer(503, ""), answer(429, ""), token("access-1"));
    api.answers(ok());
    try (ApiClient client = client(clientCredentials())) {
      assertThat(client.send(Request.post("things.create", "/things")).attempts())
          .as("nothing but the last attempt reached the API")
          .isEqualTo(1);
    }
  }

  @Test
  void auth2_aTokenEndpointThatStaysDownIsAnErrorThatMayPass() {
    tokens.always(it -> answer(503, ""));
    try (ApiClient client = client(clientCredentials())) {
      ApiException failure = failure(() -> client.send(PING));
      assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_ERROR);
      assertThat(failure.retryable()).isTrue();
    }
    assertThat(tokens.requests()).hasSize(4);
  }

  @Test
  void retry4_aTokenRequestIsPartOfTheBudgetOfItsCall() {
    tokens.always(it -> token("too-late").newBuilder().headersDelay(20, TimeUnit.SECONDS).build());
    Policy hasty =
        TestApi.QUICK.with(
            new Deadlines(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(5)));
    try (ApiClient client =
        api.client(hasty).authentication(Authentication.oauth2(clientCredentials())).build()) {
      ApiException failure = failure(() -> client.send(PING));
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void req2_whoeverCancelsTakesNoOneElseAlong() throws Exception {
    AtomicInteger issued = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    tokens.always(
        it -> {
          asked.countDown();
          MockResponse answer = token("access-" + issued.incrementAndGet());
          return issued.get() == 1
              ? answer.newBuilder().headersDelay(20, TimeUnit.SECONDS).build()
              : answer;
        });
    api.answers(ok());
    Cancellation cancellation = new Cancellation();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (ApiClient client = client(clientCredentials())) {
      Future<ErrorCode> first =
          pool.submit(() -> failure(() -> client.send(PING, cancellation)).code());
      asked.await();
      Future<Response> second = pool.submit(() -> client.send(PING));
      Thread.sleep(100); // the second is waiting for what the first has asked for
      cancellation.cancel();
      assertThat(first.get()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(second.get().status()).isEqualTo(200);
    } finally {
      pool.shutdownNow();
    }
    assertThat(issued).hasValue(2);
  }

  @Test
  void auth3_a401CausesOneRefreshAndOneMoreAttempt() {
    tokens.answers(token("access-1"), token("access-2"));
    api.answers(answer(401, "{}"), ok());
    try (ApiClient client = client(clientCredentials())) {
      assertThat(client.send(PING).attempts()).isEqualTo(2);
    }
    assertThat(bearers()).containsExactly("Bearer access-1", "Bearer access-2");
  }

  @Test
  void auth3_a401AfterTheRefreshIsTheEnd() {
    tokens.answers(token("access-1"), token("access-2"));
    api.answers(answer(401, "{}"), answer(401, "{}"));
    try (ApiClient client = client(clientCredentials())) {
      assertThat(failure(() -> client.send(PING)).code()).isEqualTo(ErrorCode.AUTH_FAILED);
    }
  }

  @Test
  void auth3_aRefusalByTheTokenEndpointIsAuthFailedAndSaysWhyWithoutSecrets() {
    tokens.answers(
        answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"refresh-0 expired\"}"));
    try (ApiClient client = client(refreshing())) {
      ApiException failure = failure(() -> client.send(PING));
      assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(failure.retryable()).isFalse();
      assertThat(failure).hasMessageContaining("invalid_grant").hasMessageContaining("expired");
      assertThat(failure.toString()).doesNotContain("refresh-0").doesNotContain("s3cret");
      assertThat(failure.operation()).isEqualTo("ping");
    }
  }

  @Test
  void auth3_eachFaultOfTheTokenEndpointHasItsCode() {
    Map<MockResponse, ErrorCode> faults =
        Map.of(
            answer(401, "no"), ErrorCode.AUTH_FAILED,
            answer(200, "{\"error\":\"bad_code\"}"), ErrorCode.AUTH_FAILED,
            answer(200, "<html>"), ErrorCode.AUTH_FAILED,
            answer(302, "", "Location", "https://example.com/token"), ErrorCode.AUTH_FAILED);
    faults.forEach(
        (fault, code) -> {
          tokens.answers(fault);
          try (ApiClient client = client(clientCredentials())) {
            assertThat(failure(() -> client.send(PING)).code()).isEqualTo(code);
          }
        });
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void auth3_aTokenRequestIsBoundedByItsDeadline() {
    tokens.always(
        it ->
            new MockResponse.Builder()
                .body("{\"access_token\":\"too-late\"}")
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());
    TokenEndpoint hasty = TokenEndpoint.at(tokens.url("/token")).deadline(Duration.ofMillis(300));
    try (ApiClient client = client(clientCredentials().endpoint(hasty))) {
      ApiException failure = failure(() -> client.send(PING));
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void auth4_aTokenRequestDoesNotFollowARedirect() throws Exception {
    try (TestApi elsewhere = new TestApi()) {
      tokens.answers(answer(307, "", "Location", elsewhere.url("/token")));
      try (ApiClient client = client(clientCredentials())) {
        assertThat(failure(() -> client.send(PING)).code()).isEqualTo(ErrorCode.AUTH_FAILED);
      }
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void auth4_secretsAreNotSentInTheClear() {
    assertThat(failure(() -> OAuth2.clientCredentials("http://example.com/token", CLIENT)).code())
        .isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(
            failure(
                    () ->
                        SessionLogin.form(
                            "http://example.com/login", Map.of(), ResponseValue.body("/t")))
                .code())
        .isEqualTo(ErrorCode.INVALID_CONFIG);
  }

  @Test
  void err5_everyTokenThereEverWasIsASecret() {
    tokens.answers(
        token("access-1", ",\"expires_in\":600,\"refresh_token\":\"refresh-1\""),
        token("access-2", ",\"expires_in\":600,\"refresh_token\":\"refresh-2\""));
    Authentication authentication = Authentication.oauth2(refreshing());
    okhttp3.Request plain = new okhttp3.Request.Builder().url("https://h/").build();
    authentication.authorize(plain);
    clock.pass(Duration.ofSeconds(600));
    authentication.authorize(plain);
    assertThat(authentication.secrets())
        .contains("s3cret", "access-1", "access-2", "refresh-0", "refresh-1", "refresh-2");
  }

  private static HttpUrl answered(String query) {
    return HttpUrl.get("http://127.0.0.1:9/back?" + query);
  }

  private static String s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }

  private static MockResponse slowly(MockResponse answer) {
    return answer.newBuilder().headersDelay(150, TimeUnit.MILLISECONDS).build();
  }

  private static <T> List<T> inParallel(int threads, Callable<T> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(task);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void auth2_aTokenThatLivesForEverIsNoError() {
    tokens.answers(token("access-1", ",\"expires_in\":9223372036854775807"));
    api.answers(ok(), ok());
    try (ApiClient client = client(clientCredentials())) {
      client.send(PING);
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer access-1", "Bearer access-1");
  }

  @Test
  void auth2_aRotatedRefreshTokenThatCouldNotBeSavedIsNotLost() {
    tokens.answers(token("access-1", ",\"refresh_token\":\"refresh-1\",\"expires_in\":3600"));
    api.answers(ok());
    TokenStore kept = TokenStore.inMemory();
    AtomicInteger saves = new AtomicInteger();
    TokenStore fullOnce =
        new TokenStore() {
          @Override
          public Optional<Token> load() {
            return kept.load();
          }

          @Override
          public void save(Token token) {
            if (saves.getAndIncrement() == 0) {
              throw new UncheckedIOException(new IOException("no space left on device"));
            }
            kept.save(token);
          }
        };
    try (ApiClient client = client(refreshing().store(fullOnce))) {
      assertThat(failure(() -> client.send(PING)).code()).isEqualTo(ErrorCode.AUTH_FAILED);
      client.send(PING);
    }
    assertThat(bearers()).containsExactly("Bearer access-1");
    assertThat(kept.load().flatMap(Token::refreshToken)).contains("refresh-1");
  }

  @Test
  void err5_aClientSecretIsASecretHoweverManyTokensItHasBought() {
    AtomicInteger bought = new AtomicInteger();
    tokens.always(request -> token("access-" + bought.incrementAndGet()));
    Authentication oauth = Authentication.oauth2(clientCredentials());
    okhttp3.Request rejected = new okhttp3.Request.Builder().url(api.url()).build();
    for (int i = 0; i < 150; i++) {
      oauth.refresh(rejected);
    }
    assertThat(oauth.secrets()).contains("s3cret", "access-150").doesNotContain("access-1");
  }
}

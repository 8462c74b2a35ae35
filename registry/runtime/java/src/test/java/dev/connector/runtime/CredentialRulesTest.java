package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialRulesTest {

  private static final Request READ = Request.get("things.list", "/things");

  private final Numbered tokens = new Numbered();
  private TestApi api;
  private TestApi other;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    other = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
    other.close();
  }

  @Test
  @DisplayName("AUTH-3 a 401 causes one refresh and one more attempt, with the new credential")
  void refreshesOnce() {
    api.answers(answer(401, ""), ok());
    try (ApiClient client = client().build()) {
      assertThat(client.send(READ).attempts()).isEqualTo(2);
    }
    assertThat(tokens.refreshes).hasValue(1);
    assertThat(api.requests())
        .extracting(request -> request.getHeaders().get("X-Token"))
        .containsExactly("token-0", "token-1");
  }

  @Test
  @DisplayName("AUTH-3 a second 401 is AUTH_FAILED")
  void givesUpAfterOneRefresh() {
    api.answers(answer(401, ""), answer(503, ""), answer(401, "token-1 is no good, nor token-0"));
    try (ApiClient client = client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(failure.status()).hasValue(401);
      assertThat(failure.getMessage()).doesNotContain("token-0").doesNotContain("token-1");
    }
    assertThat(tokens.refreshes).hasValue(1);
  }

  @Test
  @DisplayName("AUTH-3 where nothing can be refreshed a 401 fails at once")
  void failsWithoutARefresh() {
    api.answers(answer(401, ""));
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(failure.attempts()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("AUTH-3 a request with side effects may follow a refresh: the API has refused it")
  void repeatsRefusedWrites() {
    api.answers(answer(401, ""), ok());
    try (ApiClient client = client().build()) {
      assertThat(client.send(Request.post("things.create", "/things")).attempts()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @DisplayName("AUTH-4 a redirect within the origin is followed with the credential")
  void followsWithinTheOrigin(int status) {
    api.answers(answer(status, "", "Location", "/elsewhere?x=1"), ok());
    try (ApiClient client = client().query("tenant", "t").build()) {
      assertThat(client.send(READ.query("a", "b")).attempts()).isEqualTo(2);
    }
    RecordedRequest followed = api.requests().get(1);
    assertThat(followed.getTarget()).isEqualTo("/elsewhere?x=1&tenant=t");
    assertThat(followed.getHeaders().get("X-Token")).isEqualTo("token-0");
  }

  @Test
  @DisplayName(
      "AUTH-4 to a declared host a redirect goes without anything that may be a credential")
  void leavesTheCredentialBehind() {
    api.answers(answer(302, "", "Location", other.url("/file")));
    other.answers(ok());
    try (ApiClient client =
        client().header("X-Default", "k").query("key", "q").host(other.url()).build()) {
      client.send(READ.header("X-Own", "o").query("own", "v"));
    }
    RecordedRequest followed = other.requests().get(0);
    assertThat(followed.getTarget()).isEqualTo("/file");
    assertThat(followed.getHeaders().names())
        .doesNotContain("X-Token", "X-Default", "X-Own")
        .contains("User-Agent", "X-Correlation-Id");
  }

  @Test
  @DisplayName("AUTH-1 an operation that is elsewhere is called there with the credential")
  void takesTheCredentialToTheBaseOfAnOperation() {
    other.answers(ok());
    api.answers(ok());
    try (ApiClient client = client().baseUrl("things.read", other.url("/files")).build()) {
      client.send(Request.get("things.read", "/things"));
      client.send(Request.get("things.list", "/things"));
    }
    assertThat(other.requests().get(0).getTarget()).isEqualTo("/files/things");
    assertThat(other.requests().get(0).getHeaders().get("X-Token")).isEqualTo("token-0");
    assertThat(api.requests().get(0).getTarget()).isEqualTo("/things");
  }

  @Test
  @DisplayName("AUTH-4 a redirect to a host that is not declared is refused")
  void refusesOtherHosts() {
    api.answers(answer(302, "", "Location", other.url("/steal")));
    try (ApiClient client = client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(failure.status()).hasValue(302);
    }
    assertThat(other.requests()).isEmpty();
  }

  @Test
  @DisplayName("AUTH-4 a link to a host that is not declared is refused before anything is sent")
  void refusesLinksToOtherHosts() {
    try (ApiClient client = client().build()) {
      HttpUrl link = HttpUrl.get(other.url("/steal"));
      assertThat(failure(() -> client.send(READ.at(link))).code())
          .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
    assertThat(other.requests()).isEmpty();
  }

  @Test
  @DisplayName("AUTH-4 a link to a declared host that repeats the credential is refused")
  void refusesLinksWithTheCredential() {
    api.answers(answer(302, "", "Location", other.url("/file?key=token-0")));
    try (ApiClient client = client().host(other.url()).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(failure.toString()).doesNotContain("token-0");
    }
    assertThat(other.requests()).isEmpty();
  }

  @Test
  @DisplayName("AUTH-4 a body never follows a redirect to another origin")
  void keepsBodiesAtHome() {
    api.answers(answer(307, "", "Location", other.url("/file")));
    Request create =
        Request.post("things.create", "/things").body(JsonNodeFactory.instance.objectNode());
    try (ApiClient client = client().host(other.url()).build()) {
      assertThat(failure(() -> client.send(create)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void aRedirectNeverRepeatsAWriteByGuess() {
    api.answers(
        answer(302, "", "Location", "/a"),
        answer(303, "", "Location", "/b"),
        ok(),
        answer(308, "", "Location", "/c"),
        ok());
    Request create = Request.post("things.create", "/things").form("a", "1");
    try (ApiClient client = client().build()) {
      assertThat(failure(() -> client.send(create)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      client.send(create);
      client.send(create);
    }
    assertThat(api.requests())
        .extracting(RecordedRequest::getMethod)
        .containsExactly("POST", "POST", "GET", "POST", "POST");
    assertThat(api.requests().get(4).getBody().utf8()).isEqualTo("a=1");
  }

  @Test
  void aCircleOfRedirectsEnds() {
    api.always(request -> answer(302, "", "Location", "/things"));
    try (ApiClient client = client().build()) {
      assertThat(failure(() -> client.send(READ)).attempts()).isEqualTo(6);
    }
  }

  private ApiClientBuilder client() {
    return api.client().authentication(tokens);
  }

  /** A credential that is replaced by the next one on refresh. */
  private static final class Numbered implements Authentication {

    private final AtomicInteger refreshes = new AtomicInteger();

    @Override
    public okhttp3.Request authorize(okhttp3.Request request) {
      return request.newBuilder().header("X-Token", "token-" + refreshes).build();
    }

    @Override
    public boolean refresh(okhttp3.Request rejected) {
      refreshes.incrementAndGet();
      return true;
    }

    @Override
    public Set<String> secrets() {
      return Set.of("token-" + refreshes);
    }
  }
}

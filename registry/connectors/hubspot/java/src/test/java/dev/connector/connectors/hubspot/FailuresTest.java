package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import org.junit.jupiter.api.Test;

/** What goes wrong has a code, never passes for data, and shows no secret. */
class FailuresTest {

  @Test
  void an_error_of_the_server_is_no_empty_list() throws Exception {
    ApiException error = failure(500, "<html>oops</html>");

    assertThat(error.code()).isEqualTo(ErrorCode.SERVER_ERROR);
    assertThat(error.status()).hasValue(500);
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void credentials_that_are_refused_are_said_to_be_and_not_shown() throws Exception {
    ApiException error = failure(401, "{}");

    assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
    assertThat(error.toString()).doesNotContain("mock-accessToken", "mock-clientSecret");
  }

  @Test
  void an_answer_that_is_no_json_is_an_error() throws Exception {
    assertThat(failure(200, "{\"cut\": ").code()).isEqualTo(ErrorCode.PARSING_ERROR);
  }

  private static ApiException failure(int status, String body) throws Exception {
    Fixture fixture = Fixture.all().get(0);
    try (ReplayServer server = ReplayServer.always(status, body);
        Connector connector = server.connector(fixture)) {
      return catchThrowableOfType(
          ApiException.class, () -> Reads.replay(connector, fixture));
    }
  }
}

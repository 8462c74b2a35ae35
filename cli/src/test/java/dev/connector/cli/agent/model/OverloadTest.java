package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverloadTest {

  private final Asking asking = new Asking();

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aRateLimitIsWaitedForAsLongAsTheServerSays(Provider provider) {
    Answer limit = Answer.error(429, "rate_limit_error", "Slow down.", "retry-after: 17");
    try (ModelServer server = ModelServer.scripted(limit, Answer.text("Now."))) {
      assertThat(asking.ask(server, provider).text()).isEqualTo("Now.");
      assertThat(asking.waits).containsExactly(Duration.ofSeconds(17));
    }
  }

  @Test
  void aRateLimitMayEndAtATime() {
    String then =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));
    Answer limit = Answer.error(429, "rate_limit_error", "Slow down.", "retry-after: " + then);
    try (ModelServer server = ModelServer.scripted(limit, Answer.text("Now."))) {
      assertThat(asking.ask(server, Provider.OPENAI).text()).isEqualTo("Now.");
      assertThat(asking.waits)
          .singleElement()
          .satisfies(it -> assertThat(it.toSeconds()).isBetween(1L, 60L));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 529})
  void anOverloadIsWaitedForLongerEachTimeAndByChance(int status) {
    Answer overload = Answer.status(status, "<html>overloaded</html>");
    ModelServer server =
        ModelServer.answering(it -> it.number() <= 6 ? overload : Answer.text("Now."));
    try (server) {
      assertThat(asking.ask(server, Provider.ANTHROPIC).text()).isEqualTo("Now.");
      assertThat(asking.waits).hasSize(6);
      long most = 1000;
      for (Duration wait : asking.waits) {
        assertThat(wait.toMillis()).isBetween(most / 2, most);
        most = Math.min(2 * most, 30_000);
      }
    }
  }

  @Test
  void anOverloadThatDoesNotPassIsGivenUp() {
    try (ModelServer server =
        ModelServer.answering(it -> Answer.error(529, "overloaded_error", "Overloaded"))) {
      ConnectorException failure = failure(() -> asking.ask(server, Provider.ANTHROPIC));

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("overloaded").hasMessageContaining(": Overloaded");
      assertThat(asking.waits).hasSize(6);
      assertThat(server.asked()).hasSize(7);
    }
  }

  @Test
  void nothingIsWaitedForThatEndsAfterTheTimeLimit() {
    asking.within(Duration.ofMinutes(10));
    try (ModelServer server =
        ModelServer.answering(it -> Answer.error(429, "x", "Later", "retry-after: 360"))) {
      ConnectorException failure = failure(() -> asking.ask(server, Provider.OPENAI));

      assertThat(failure).hasMessageContaining("360 s");
      assertThat(failure.hint()).contains("--timeout");
      assertThat(asking.waits).as("the second would end too late").hasSize(1);
    }
  }

  @Test
  void anOverloadWithinAStreamIsWaitedForToo() {
    Answer overload =
        Answer.events(
            "{\"type\":\"message_start\",\"message\":{}}",
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Full\"}}");
    try (ModelServer server = ModelServer.scripted(overload, Answer.text("Now."))) {
      assertThat(asking.ask(server, Provider.ANTHROPIC).text()).isEqualTo("Now.");
      assertThat(asking.waits).hasSize(1);
    }
  }

  @Test
  void anEmptyAccountIsNotWaitedFor() {
    Answer empty = Answer.error(429, "insufficient_quota", "You exceeded your current quota.");
    try (ModelServer server = ModelServer.scripted(empty)) {
      ConnectorException failure = failure(() -> asking.ask(server, Provider.OPENAI));

      assertThat(failure.kind()).isEqualTo(Kind.FAILED);
      assertThat(failure).hasMessageContaining("current quota");
      assertThat(failure.hint()).contains("OPENAI_API_KEY");
      assertThat(asking.waits).isEmpty();
    }
  }

  @Test
  void anInterruptedWaitEndsTheCall() {
    Asking interrupted =
        new Asking()
            .sleeping(
                time -> {
                  throw new InterruptedException();
                });
    try (ModelServer server = ModelServer.scripted(Answer.status(503, ""))) {
      ConnectorException failure = failure(() -> interrupted.ask(server, Provider.OPENAI));

      assertThat(failure).hasMessageContaining("was interrupted");
      assertThat(Thread.interrupted()).as("is said to the caller too").isTrue();
    }
  }

  static ConnectorException failure(ThrowingCallable call) {
    ConnectorException failure = catchThrowableOfType(ConnectorException.class, call);
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }
}

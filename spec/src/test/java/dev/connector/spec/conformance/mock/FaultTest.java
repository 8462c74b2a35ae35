package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

  private final MockApi api =
      Reading.items("", "", "\"records\":\"/items\"").start(new MockOptions(1, 1, 1));

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anotherAnswerIsGivenOnceAndTheRightOneAfterwards() throws IOException {
    api.fail(new Fault.Answered(429, Map.of("Retry-After", "3"), "<html>"));
    try (Response spoiled = get()) {
      assertThat(spoiled.code()).isEqualTo(429);
      assertThat(spoiled.header("Retry-After")).isEqualTo("3");
      assertThat(spoiled.body().string()).isEqualTo("<html>");
    }
    try (Response right = get()) {
      assertThat(right.code()).isEqualTo(200);
    }
  }

  @Test
  void jsonEndsInTheMiddle() throws IOException {
    api.fail(new Fault.Malformed());
    try (Response spoiled = get();
        Response right = get()) {
      String whole = right.body().string();
      assertThat(spoiled.body().string()).isEqualTo(whole.substring(0, whole.length() / 2));
    }
  }

  @Test
  void anAnswerHangsAndABodyDrips() throws IOException {
    api.fail(new Fault.Hang(Duration.ofMillis(300)), new Fault.Drip(Duration.ofMillis(10)));
    for (int i = 0; i < 2; i++) {
      long begin = System.nanoTime();
      try (Response late = get()) {
        assertThat(late.body().string()).contains("\"items\"");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(250));
    }
  }

  @Test
  void theConnectionEndsBeforeTheAnswerOrWithinIt() throws IOException {
    api.fail(new Fault.Truncated());
    try (Response cut = get()) {
      assertThat(cut.code()).isEqualTo(200);
      assertThatThrownBy(() -> cut.body().string()).isInstanceOf(IOException.class);
    }
    api.fail(new Fault.Disconnect(), new Fault.Disconnect());
    assertThatThrownBy(this::get).isInstanceOf(IOException.class);
  }

  private Response get() throws IOException {
    return new OkHttpClient()
        .newCall(new Request.Builder().url(api.baseUrl() + "/items").build())
        .execute();
  }
}

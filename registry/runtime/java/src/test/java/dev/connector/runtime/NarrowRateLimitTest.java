package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowRateLimitTest {

  private static final RateLimit SEARCHES =
      RateLimit.of(1, Duration.ofMillis(300)).only(Set.of("contacts.search"));

  @Test
  void aRateOfSomeOperationsSlowsTheseAndNoOthers() throws Exception {
    try (TestApi api = new TestApi().always(request -> TestApi.answer(200, "{}"));
        ApiClient client = client(api, TestApi.QUICK)) {
      assertThat(time(client, "contacts.get", 4)).isLessThan(Duration.ofMillis(800));
      assertThat(time(client, "contacts.search", 4)).isGreaterThan(Duration.ofMillis(850));
    }
  }

  @Test
  void itIsKeptWhereTheUserSetsTheGeneralRates() throws Exception {
    Policy policy = TestApi.QUICK.with(List.of(RateLimit.of(1000, Duration.ofSeconds(1))));
    try (TestApi api = new TestApi().always(request -> TestApi.answer(200, "{}"));
        ApiClient client = client(api, policy)) {
      assertThat(time(client, "contacts.search", 4)).isGreaterThan(Duration.ofMillis(850));
    }
  }

  private static ApiClient client(TestApi api, Policy policy) {
    return ApiClient.builder("test", "1.0.0")
        .baseUrl(api.url())
        .policy(policy)
        .rateLimit(SEARCHES)
        .build();
  }

  private static Duration time(ApiClient client, String operation, int times) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      client.send(Request.get(operation, "/"));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}

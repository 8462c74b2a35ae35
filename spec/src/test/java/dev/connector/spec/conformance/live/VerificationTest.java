package dev.connector.spec.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.rules.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  @Test
  void aDefinitionThatIsRightIsKept() {
    try (Shop shop = Shop.open()) {
      Verified verified = shop.verify();

      assertThat(Shop.broken(verified)).isEmpty();
      assertThat(List.of("LIVE-1", "LIVE-2", "LIVE-3", "LIVE-4", "LIVE-5"))
          .allSatisfy(
              rule -> assertThat(Shop.outcome(verified, rule)).isInstanceOf(Outcome.Kept.class));
      assertThat(Shop.outcome(verified, "LIVE-2").explanation())
          .contains("contacts.list: 20 records fit", "contacts.get: 1 record fits", "notes.list: ")
          .contains("orders.list: 20 records fit");
      assertThat(Shop.outcome(verified, "LIVE-4").explanation())
          .contains("contacts.list: 25 records on 3 pages, each once, and an end")
          .contains("orders.list: 25 records on 3 pages");
      assertThat(Shop.outcome(verified, "LIVE-5").explanation())
          .contains("contacts.list: since 20", "and none of the ")
          .doesNotContain("none of the 0");
      assertThat(verified.notes()).contains("LIVE-2 rates.of: needs --argument base=...");
      assertThat(verified.requests()).isEqualTo(shop.api().requests().size()).isLessThan(80);
    }
  }

  @Test
  void recordsThatFitOnAPageAreReadOnSmallerOnes() {
    try (Shop shop = Shop.open(new MockOptions(1, 8, 10))) {
      Verified verified = shop.verify();

      assertThat(Shop.outcome(verified, "LIVE-4").explanation())
          .contains("contacts.list: 8 records on 3 pages of 3, each once");
      assertThat(Shop.broken(verified)).isEmpty();
    }
  }

  @Test
  void whereTheRecordsAllowNoConclusionNothingIsKept() {
    try (Shop shop = Shop.open(new MockOptions(1, 1, 10))) {
      Verified verified = shop.verify();

      assertThat(Shop.outcome(verified, "LIVE-4")).isInstanceOf(Outcome.NotChecked.class);
      assertThat(Shop.outcome(verified, "LIVE-5")).isInstanceOf(Outcome.NotChecked.class);
      assertThat(verified.notes())
          .contains("LIVE-4 contacts.list: 1 record fits on one page")
          .contains("LIVE-5 contacts.list: there are no records with different values of /updated");
    }
  }

  @Test
  void nothingButReadsIsEverSent() {
    try (Shop shop = Shop.open()) {
      shop.verify();

      assertThat(shop.api().requests()).extracting(SeenRequest::method).containsOnly("GET");
    }
  }

  @Test
  void noMoreRequestsAreSentForAResourceThanAreAllowed() {
    Verification.Scope two =
        new Verification.Scope(
            Set.of("contacts"),
            Map.of(),
            Bounds.standard().requests(2),
            Duration.ofMinutes(1),
            Optional.empty());
    try (Shop shop = Shop.open()) {
      Verified verified = shop.verify(two);

      assertThat(verified.requests()).isEqualTo(shop.api().requests().size());
      assertThat(verified.requests()).isLessThanOrEqualTo(1 + 2 + 2);
      assertThat(verified.notes())
          .anySatisfy(it -> assertThat(it).contains("the most requests allowed"));
    }
  }

  @Test
  void whoInterruptsItGetsWhatWasFoundOutSoFar() {
    Cancellation cancellation = new Cancellation();
    try (Shop shop = Shop.open()) {
      Verified verified =
          new Verification(shop.claimed(), shop.environment(), Verification.Scope.all())
              .run(
                  cancellation,
                  what -> {
                    if (what.equals("orders")) {
                      cancellation.cancel();
                    }
                  });

      assertThat(Shop.outcome(verified, "LIVE-1")).isInstanceOf(Outcome.Kept.class);
      assertThat(Shop.outcome(verified, "LIVE-2").explanation()).contains("contacts.list: 20");
      assertThat(verified.notes()).contains("LIVE-2 orders.list: it was interrupted before");
      assertThat(Shop.broken(verified)).isEmpty();
    }
  }

  @Test
  void anOperationThatIsNotMarkedSafeIsNotSent(@TempDir Path folder) throws Exception {
    try (Shop shop = Shop.open()) {
      Verified verified =
          shop.claiming(folder, "/resources/orders/operations/list/method", "POST").verify();

      assertThat(shop.api().requests()).extracting(SeenRequest::method).containsOnly("GET");
      assertThat(verified.notes())
          .anySatisfy(it -> assertThat(it).contains("orders.list", "not marked safe"));
    }
  }
}

package dev.connector.spec.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.rules.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {

  @Test
  void aDefinitionThatIsRightIsKept() {
    try (Shop shop = Shop.open()) {
      Verified verified = shop.verify();

      assertThat(Shop.broken(verified)).isEmpty();
      assertThat(List.of("LIVE-1", "LIVE-2", "LIVE-3"))
          .allSatisfy(
              rule -> assertThat(Shop.outcome(verified, rule)).isInstanceOf(Outcome.Kept.class));
      assertThat(Shop.outcome(verified, "LIVE-2").explanation())
          .contains("contacts.list: 20 records fit", "contacts.get: 1 record fits", "notes.list: ")
          .contains("orders.list: 20 records fit");
      assertThat(verified.notes()).contains("LIVE-2  rates.of: needs --argument base=...");
      assertThat(verified.requests()).isEqualTo(shop.api().requests().size()).isLessThan(60);
    }
  }

  @Test
  void nothingButReadsIsEverSent() {
    try (Shop shop = Shop.open()) {
      shop.verify();

      assertThat(shop.api().requests()).extracting(SeenRequest::method).containsOnly("GET");
    }
  }
}

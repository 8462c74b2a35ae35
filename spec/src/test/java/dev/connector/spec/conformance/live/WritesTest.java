package dev.connector.spec.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WritesTest {

  private static final Verification.Scope WRITING =
      new Verification.Scope(
          Set.of("contacts"),
          Map.of(),
          Bounds.standard(),
          Duration.ofMinutes(1),
          Optional.of(new Verification.Writing(Optional.empty())));

  @Test
  void aRecordIsMadeReadChangedAndTakenAway() {
    try (Shop shop = Shop.open()) {
      int before = shop.api().dataset().records("contacts").size();

      Verified verified = shop.verify(WRITING);

      assertThat(Shop.outcome(verified, "LIVE-6")).isInstanceOf(Outcome.Kept.class);
      assertThat(shop.api().requests())
          .extracting(SeenRequest::operation)
          .endsWith(
              "contacts.create",
              "contacts.get",
              "contacts.update",
              "contacts.delete",
              "contacts.get");
      assertThat(shop.api().dataset().records("contacts")).hasSize(before);
    }
  }

  @Test
  void aFailureInTheMiddleLeavesNothingBehindAndSaysSo() {
    try (Shop shop = Shop.open()) {
      int before = shop.api().dataset().records("contacts").size();
      shop.api().fail(Fault.status(400).always().on("contacts.update"));

      String said = Shop.broken(shop.verify(WRITING), "LIVE-6");

      assertThat(said).contains("contacts.update: 400 Bad Request", "Nothing was left behind.");
      assertThat(shop.api().dataset().records("contacts")).hasSize(before);
    }
  }

  @Test
  void whatIsLeftBehindIsToldWithHowToRemoveIt() {
    try (Shop shop = Shop.open()) {
      shop.api().fail(Fault.status(403).always().on("contacts.delete"));

      String said = Shop.broken(shop.verify(WRITING), "LIVE-6");

      String left = shop.api().dataset().records("contacts").get(25).path("id").asText();
      assertThat(said)
          .contains("LEFT BEHIND: contacts " + left)
          .contains("Remove it by hand, with DELETE /contacts/{contactId}");
    }
  }

  @Test
  void withoutLeaveNothingIsWritten() {
    try (Shop shop = Shop.open()) {
      Verified verified = shop.verify();

      assertThat(Shop.outcome(verified, "LIVE-6").explanation()).contains("--allow-writes");
      assertThat(shop.api().requests()).extracting(SeenRequest::method).containsOnly("GET");
    }
  }

  @Test
  void everyLiveRuleHasItsStep() {
    assertThat(Rules.load().where(it -> it.check() == CheckKind.LIVE))
        .extracting(Rule::id)
        .containsExactlyElementsOf(Course.RULES);
  }
}

package dev.connector.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMatchTest {

  private final List<String> names = List.of("hubspot", "frankfurter", "github");

  @Test
  void finds_what_was_meant() {
    assertThat(NearMatch.of("hubspt", names)).contains("hubspot");
    assertThat(NearMatch.of("HubSpto", names)).contains("hubspot");
    assertThat(NearMatch.of("frankfuter", names)).contains("frankfurter");
  }

  @Test
  void stays_silent_where_nothing_is_near() {
    assertThat(NearMatch.of("salesforce", names)).isEmpty();
    assertThat(NearMatch.of("x", List.of())).isEmpty();
  }

  @Test
  void the_same_question_has_the_same_answer_whatever_the_order() {
    assertThat(NearMatch.of("ab", List.of("aa", "ac"))).contains("aa");
    assertThat(NearMatch.of("ab", List.of("ac", "aa"))).contains("aa");
  }
}

package dev.connector.scaffold.infer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void names_are_cut_where_a_word_begins() {
    assertThat(Words.of("AccountSid")).containsExactly("account", "sid");
    assertThat(Words.of("database_cluster-uuid")).containsExactly("database", "cluster", "uuid");
    assertThat(Words.of("HTMLParserIDs")).containsExactly("html", "parser", "ids");
    assertThat(Words.of("päth {x}")).containsExactly("p", "th", "x");
    assertThat(Words.of("§$%")).isEmpty();
  }

  @Test
  void the_plural_and_the_singular_have_the_same_key() {
    assertThat(Words.key("PaymentIntents")).isEqualTo(Words.key("payment_intent"));
    assertThat(Words.key("policies")).isEqualTo("policy");
    assertThat(Words.key("addresses")).isEqualTo("address");
    assertThat(Words.key("statuses")).isEqualTo("status");
    assertThat(Words.key("status")).isEqualTo("status");
    assertThat(Words.key("databases")).isEqualTo("database");
  }
}

package dev.connector.spec.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "acme_ads", "-acme", "acme-", "a--b", "1acme", "", "runtime"})
  void what_is_no_name_is_refused(String name) {
    assertThat(ConnectorName.isValid(name)).isFalse();
    assertThatThrownBy(() -> ConnectorName.require(name))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("\"" + name + "\" is not a connector's name");
  }

  @Test
  void the_name_that_was_meant_is_suggested() {
    assertThatThrownBy(() -> ConnectorName.require("Bad_Name"))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            it -> assertThat(it.hint()).endsWith("did you mean bad-name?"));
    ConnectorName.require("google-ads2");
  }

  @Test
  void what_a_terminal_would_act_on_is_not_repeated() {
    assertThatThrownBy(() -> ConnectorName.require("a\u001b[31m\u202eb"))
        .hasMessage("\"a?[31m?b\" is not a connector's name");
  }
}

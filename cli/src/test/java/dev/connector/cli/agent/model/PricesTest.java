package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  @Test
  void costsAreTokensTimesWhatTheUserPays() {
    Prices prices =
        Prices.of(Asking.environment(Map.of(Prices.VARIABLE, " 2.50, 10 "))).orElseThrow();

    assertThat(prices.cost(new Reply.Usage(200_000, 50_000, 10_000))).isEqualByComparingTo("0.60");
  }

  @Test
  void withoutPricesThereIsNoCost() {
    assertThat(Prices.of(Asking.environment(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.50", "2.50,", "-1,2", "1,2,3", "1e9,1", "free,free"})
  void whatAreNoPricesIsRefused(String written) {
    assertThatThrownBy(() -> Prices.of(Asking.environment(Map.of(Prices.VARIABLE, written))))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining(Prices.VARIABLE);
  }
}

package dev.connector.cli.agent.model;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user pays, where the user has said so; we know no prices.
 *
 * @param input for a million tokens read
 * @param output for a million tokens written
 */
public record Prices(BigDecimal input, BigDecimal output) {

  static final String VARIABLE = "CONNECTOR_MODEL_PRICES";
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*,\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*");

  public Prices {
    if (input.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException("prices are not negative");
    }
  }

  /** Those of {@code CONNECTOR_MODEL_PRICES=<input>,<output>}. */
  public static Optional<Prices> of(Environment environment) {
    return environment
        .variable(VARIABLE)
        .map(
            written -> {
              Matcher prices = WRITTEN.matcher(written);
              if (!prices.matches()) {
                throw new ConnectorException(
                    Kind.USAGE,
                    VARIABLE + " does not hold two prices",
                    "set it to what a million tokens read and written cost, such as 2.50,10");
              }
              return new Prices(new BigDecimal(prices.group(1)), new BigDecimal(prices.group(2)));
            });
  }

  /** In the currency of the prices; at most this, since tokens from a cache may cost less. */
  public BigDecimal cost(Reply.Usage usage) {
    return input
        .multiply(BigDecimal.valueOf(usage.input()))
        .add(output.multiply(BigDecimal.valueOf(usage.output())))
        .movePointLeft(6);
  }
}

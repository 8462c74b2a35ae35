package dev.connector.connectors.frankfurter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of a currency was worth in others on one day.
 *
 * @param date the working day the rates are of, in UTC
 * @param base the ISO 4217 code of the currency the rates are for
 * @param rates units of each currency for one of the base, by ISO 4217 code
 */
public record Rates(LocalDate date, String base, Map<String, BigDecimal> rates) {

  public Rates {
    rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
  }

  /** How much of a currency one unit of the base was worth. */
  public Optional<BigDecimal> rate(String currency) {
    return Optional.ofNullable(rates.get(currency));
  }
}

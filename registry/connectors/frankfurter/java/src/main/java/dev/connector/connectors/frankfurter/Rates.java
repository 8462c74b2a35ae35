package dev.connector.connectors.frankfurter;

import dev.connector.runtime.message.Copies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What one unit of a base currency was worth in other currencies on one day.
 *
 * @param date The working day the rates are of, in UTC.
 * @param base ISO 4217 code of the currency the rates are for.
 * @param rates Units of each currency for one of the base, by ISO 4217 code.
 */
public record Rates(LocalDate date, String base, Map<String, BigDecimal> rates) {

  public Rates {
    rates = Copies.map(rates);
  }
}

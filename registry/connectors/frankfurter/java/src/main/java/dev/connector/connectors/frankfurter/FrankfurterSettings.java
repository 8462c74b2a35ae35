package dev.connector.connectors.frankfurter;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Addresses;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a connection to Frankfurter needs; everything has a default.
 *
 * @param base the currency all rates are for, as its ISO 4217 code
 * @param symbols the currencies to have rates of, with commas between; empty for all
 * @param start the day the time series begins with
 * @param policy deadlines, retries and the like
 * @param baseUrl where the API is, your own instance for example
 */
public record FrankfurterSettings(
    String base, Optional<String> symbols, LocalDate start, Policy policy, String baseUrl) {

  /** Where the public instance is. */
  public static final String BASE_URL = "https://api.frankfurter.dev/v1";

  private static final Setting<String> BASE =
      Setting.withDefault("base", Shape.matching(Pattern.compile("[A-Z]{3}")), "EUR");
  private static final Setting<String> SYMBOLS =
      Setting.optional("symbols", Shape.matching(Pattern.compile("[A-Z]{3}(,[A-Z]{3})*")));
  private static final Setting<LocalDate> START =
      Setting.withDefault("start", Shape.day(), "1999-01-04");

  /** All that is Frankfurter's own; the policy comes beside it. */
  static final List<Setting<?>> DECLARED = List.of(BASE, SYMBOLS, START);

  /** Rates of all currencies for one euro. */
  public static FrankfurterSettings defaults() {
    return fromEnvironment(Map.of());
  }

  /**
   * Reads {@code FRANKFURTER_BASE}, {@code FRANKFURTER_SYMBOLS} and {@code FRANKFURTER_START};
   * besides them the policy, and where the API is ({@link Addresses}).
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming what is malformed
   */
  public static FrankfurterSettings fromEnvironment(Map<String, String> environment) {
    List<Setting<?>> declared = new ArrayList<>(Policy.SETTINGS);
    declared.addAll(DECLARED);
    Settings settings = Settings.read(Frankfurter.NAME, environment, declared);
    return new FrankfurterSettings(
        settings.get(BASE),
        settings.find(SYMBOLS),
        settings.get(START),
        Policy.of(settings),
        Addresses.fromEnvironment(Frankfurter.NAME, environment, BASE_URL).base().toString());
  }

  /** Rates for one unit of another currency. */
  public FrankfurterSettings base(String currency) {
    return new FrankfurterSettings(currency, symbols, start, policy, baseUrl);
  }

  /** Rates of these currencies alone. */
  public FrankfurterSettings symbols(String... currencies) {
    return new FrankfurterSettings(
        base, Optional.of(String.join(",", currencies)), start, policy, baseUrl);
  }

  /** Another first day of the time series. */
  public FrankfurterSettings start(LocalDate day) {
    return new FrankfurterSettings(base, symbols, day, policy, baseUrl);
  }

  /** Other deadlines, retries and the like. */
  public FrankfurterSettings policy(Policy changed) {
    return new FrankfurterSettings(base, symbols, start, changed, baseUrl);
  }

  /** Another address, that of your own instance or of a test server. */
  public FrankfurterSettings baseUrl(String changed) {
    return new FrankfurterSettings(base, symbols, start, policy, changed);
  }

  /** Asks for rates against the base and of the currencies chosen. */
  Request choose(Request request) {
    Request based = request.query("base", base);
    return symbols.map(codes -> based.query("symbols", codes)).orElse(based);
  }
}

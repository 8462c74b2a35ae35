package dev.connector.connectors.frankfurter;

import dev.connector.runtime.settings.Addresses;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a connection to Frankfurter needs; its string form shows no secret.
 *
 * @param base The currency all rates are for, as its ISO 4217 code.
 * @param symbols The currencies to have rates of, as ISO 4217 codes with commas between; all unless
 *     said.
 * @param start The day the time series begins with when it is read for the first time.
 * @param policy deadlines, retries and the like
 * @param addresses where the API is
 */
public record FrankfurterSettings(
    String base, Optional<String> symbols, String start, Policy policy, Addresses addresses) {

  private static final Setting<String> BASE =
      Setting.withDefault("base", Shape.matching(Pattern.compile("[A-Z]{3}")), "EUR");
  private static final Setting<String> SYMBOLS =
      Setting.optional("symbols", Shape.matching(Pattern.compile("[A-Z]{3}(,[A-Z]{3})*")));
  private static final Setting<String> START =
      Setting.withDefault(
          "start",
          Shape.matching(Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")),
          "1999-01-04");

  /** All that is the connector's own; the policy comes beside it. */
  static final List<Setting<?>> DECLARED = List.of(BASE, SYMBOLS, START);

  /** Defaults for everything. */
  public static FrankfurterSettings defaults() {
    return fromEnvironment(Map.of());
  }

  /**
   * Reads FRANKFURTER_BASE, FRANKFURTER_SYMBOLS, FRANKFURTER_START; besides them the policy, and
   * where the API is.
   *
   * @throws ApiException with INVALID_CONFIG, naming what is missing or malformed
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
        Addresses.fromEnvironment(Frankfurter.NAME, environment, "https://api.frankfurter.dev/v1"));
  }

  static Policy policy(Map<String, String> environment) {
    return Policy.fromEnvironment(Frankfurter.NAME, environment);
  }

  /** The currency all rates are for, as its ISO 4217 code. */
  public FrankfurterSettings base(String changed) {
    return new FrankfurterSettings(changed, symbols, start, policy, addresses);
  }

  /** The currencies to have rates of, as ISO 4217 codes with commas between; all unless said. */
  public FrankfurterSettings symbols(String changed) {
    return new FrankfurterSettings(base, Optional.of(changed), start, policy, addresses);
  }

  /** The day the time series begins with when it is read for the first time. */
  public FrankfurterSettings start(String changed) {
    return new FrankfurterSettings(base, symbols, changed, policy, addresses);
  }

  /** Other deadlines, retries and the like. */
  public FrankfurterSettings policy(Policy changed) {
    return new FrankfurterSettings(base, symbols, start, changed, addresses);
  }

  /** Other addresses, those of a test server for example. */
  public FrankfurterSettings addresses(Addresses changed) {
    return new FrankfurterSettings(base, symbols, start, policy, changed);
  }
}

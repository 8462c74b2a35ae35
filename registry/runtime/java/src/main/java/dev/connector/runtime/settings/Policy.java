package dev.connector.runtime.settings;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every number the pipeline goes by; each is a setting with a default.
 *
 * @param deadlines how long things may take
 * @param retries how failed attempts are repeated
 * @param breaker when to leave a failing API alone
 * @param capacity how much is taken on at once
 * @param rates the rates to keep, in place of those the connector declares for all operations;
 *     empty to keep its own
 */
public record Policy(
    Deadlines deadlines,
    RetryPolicy retries,
    BreakerPolicy breaker,
    Capacity capacity,
    List<RateLimit> rates) {

  private static final Setting<List<RateLimit>> RATES =
      Setting.optional("rateLimits", Shape.rates());

  /** The declarations of all values, for reading them together with a connector's own. */
  public static final List<Setting<?>> SETTINGS =
      Stream.of(
              Deadlines.SETTINGS,
              RetryPolicy.SETTINGS,
              BreakerPolicy.SETTINGS,
              Capacity.SETTINGS,
              List.<Setting<?>>of(RATES))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableList());

  public Policy {
    rates = List.copyOf(rates);
  }

  public static Policy defaults() {
    return fromEnvironment("CONNECTOR", Map.of());
  }

  /**
   * Reads the policy from variables such as {@code HUBSPOT_MAX_RETRIES}.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming every malformed setting
   */
  public static Policy fromEnvironment(String prefix, Map<String, String> environment) {
    return of(Settings.read(prefix, environment, SETTINGS));
  }

  /**
   * An environment in which the policy is the one that suits an API, where it says nothing else.
   *
   * @param suited values by name, {@code maxRetries}, written as in a variable
   */
  public static Map<String, String> suited(
      String prefix, Map<String, String> environment, Map<String, String> suited) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    suited.forEach(
        (name, value) -> {
          String variable = Setting.optional(name, Shape.text()).variable(prefix);
          if (all.getOrDefault(variable, "").isBlank()) {
            all.put(variable, value);
          }
        });
    return all;
  }

  /** The policy in settings that were read with {@link #SETTINGS} among the declarations. */
  public static Policy of(Settings settings) {
    return new Policy(
        Deadlines.of(settings),
        RetryPolicy.of(settings),
        BreakerPolicy.of(settings),
        Capacity.of(settings),
        settings.find(RATES).orElse(List.of()));
  }

  public Policy with(Deadlines changed) {
    return new Policy(changed, retries, breaker, capacity, rates);
  }

  public Policy with(RetryPolicy changed) {
    return new Policy(deadlines, changed, breaker, capacity, rates);
  }

  public Policy with(BreakerPolicy changed) {
    return new Policy(deadlines, retries, changed, capacity, rates);
  }

  public Policy with(Capacity changed) {
    return new Policy(deadlines, retries, breaker, changed, rates);
  }

  public Policy with(List<RateLimit> changed) {
    return new Policy(deadlines, retries, breaker, capacity, changed);
  }
}

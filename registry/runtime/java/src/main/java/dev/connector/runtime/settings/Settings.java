package dev.connector.runtime.settings;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a connector's declared settings, known to be well formed. */
public final class Settings {

  private final Map<String, Optional<String>> values;

  private Settings(Map<String, Optional<String>> values) {
    this.values = values;
  }

  /**
   * Reads the declared settings from environment variables that start with the prefix; a blank
   * value counts as absent.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming every setting that is
   *     missing or malformed, and no value
   */
  public static Settings read(
      String prefix, Map<String, String> environment, List<? extends Setting<?>> declared) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Setting<?> setting : declared) {
      String variable = setting.variable(prefix);
      Optional<String> value =
          Optional.ofNullable(environment.get(variable))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .or(setting::defaultValue);
      if (value.isEmpty() && setting.required()) {
        problems.add(variable + " is missing");
      } else if (value.isPresent() && !wellFormed(setting, value.get())) {
        problems.add(variable + " must be " + setting.shape().description());
      }
      values.put(setting.name(), value);
    }
    if (!problems.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, String.join("; ", problems));
    }
    return new Settings(values);
  }

  /** The value of a setting that is required or has a default. */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalArgumentException("no value for " + setting.name()));
  }

  public <T> Optional<T> find(Setting<T> setting) {
    Optional<String> value = values.get(setting.name());
    if (value == null) {
      throw new IllegalArgumentException("undeclared setting " + setting.name());
    }
    return value.map(setting.shape().parse());
  }

  private static boolean wellFormed(Setting<?> setting, String value) {
    try {
      setting.shape().parse().apply(value);
      return true;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false; // the reason is not passed on: it would quote the value
    }
  }

  /** Names the settings only. */
  @Override
  public String toString() {
    return "Settings" + values.keySet();
  }
}

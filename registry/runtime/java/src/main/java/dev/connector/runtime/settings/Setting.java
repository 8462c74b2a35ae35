package dev.connector.runtime.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * The declaration of one value that a user configures, and the key to read it by.
 *
 * @param name in camel case, such as {@code accessToken}
 * @param shape what its text must look like
 * @param required whether its absence is an error
 * @param defaultValue the text in place of an absent one
 */
public record Setting<T>(
    String name, Shape<T> shape, boolean required, Optional<String> defaultValue) {

  public Setting {
    if (!name.matches("[a-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException("a setting is named in camel case: " + name);
    }
    defaultValue.ifPresent(shape.parse()::apply);
  }

  public static <T> Setting<T> required(String name, Shape<T> shape) {
    return new Setting<>(name, shape, true, Optional.empty());
  }

  public static <T> Setting<T> optional(String name, Shape<T> shape) {
    return new Setting<>(name, shape, false, Optional.empty());
  }

  public static <T> Setting<T> withDefault(String name, Shape<T> shape, String defaultValue) {
    return new Setting<>(name, shape, false, Optional.of(defaultValue));
  }

  /** Whether its value must not be seen. */
  public boolean secret() {
    return shape.hidden();
  }

  /** The environment variable it comes from: {@code HUBSPOT_ACCESS_TOKEN}. */
  public String variable(String prefix) {
    return upperSnake(prefix) + "_" + upperSnake(name);
  }

  private static String upperSnake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9]", "_")
        .toUpperCase(Locale.ROOT);
  }
}

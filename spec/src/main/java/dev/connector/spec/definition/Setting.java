package dev.connector.spec.definition;

import dev.connector.runtime.settings.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something a user configures. Its value comes from the environment variable {@link #variable}
 * names.
 *
 * @param secret never shown, never given a default
 * @param required whether the connector cannot work without it
 * @param defaultValue used where the user says nothing
 * @param pattern a regular expression the whole value has to match
 * @param values the only values allowed; empty for any
 */
public record Setting(
    String title,
    String description,
    boolean secret,
    boolean required,
    Optional<String> defaultValue,
    Optional<String> pattern,
    List<String> values) {

  public Setting {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(defaultValue);
    Objects.requireNonNull(pattern);
    values = List.copyOf(values);
    InvalidDefinitionException.unless(
        !(secret && defaultValue.isPresent()),
        "a secret has a default value",
        "remove \"default\": secrets come from the environment alone");
    InvalidDefinitionException.unless(
        !(required && defaultValue.isPresent()),
        "a required setting has a default value, so it can never be missing",
        "remove either \"required\" or \"default\"");
    InvalidDefinitionException.unless(
        values.isEmpty() || defaultValue.map(values::contains).orElse(true),
        "the default is none of the values allowed",
        "use one of " + values);
  }

  /**
   * The environment variable that holds a setting: {@code hubspot}, {@code accessToken} give {@code
   * HUBSPOT_ACCESS_TOKEN}. The runtime decides, so that definition and code agree.
   */
  public static String variable(String connector, String setting) {
    return dev.connector.runtime.settings.Setting.optional(setting, Shape.text())
        .variable(connector);
  }
}

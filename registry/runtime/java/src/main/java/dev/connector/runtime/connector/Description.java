package dev.connector.runtime.connector;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * What a connector can do.
 *
 * @param policy the values in force
 * @param rates the rates in force, empty where none is known
 * @param webhooks whether it can judge deliveries
 */
public record Description(
    String name,
    String version,
    List<Resource> resources,
    List<Setting> settings,
    Policy policy,
    List<RateLimit> rates,
    boolean webhooks) {

  public Description {
    resources = List.copyOf(resources);
    settings = List.copyOf(settings);
    rates = List.copyOf(rates);
  }

  /**
   * A resource and what can be done with it.
   *
   * @param operations by name, without the resource's
   * @param arguments what reading it needs to be told
   * @param incremental whether only what changed can be read
   * @param parent the resource it is read for
   * @param canonical the shared type its records map to
   */
  public record Resource(
      String name,
      List<String> operations,
      List<String> arguments,
      List<JsonPointer> primaryKey,
      boolean incremental,
      Optional<String> parent,
      Optional<String> canonical) {
    public Resource {
      operations = List.copyOf(operations);
      arguments = List.copyOf(arguments);
      primaryKey = List.copyOf(primaryKey);
    }
  }

  /**
   * A value that a user configures.
   *
   * @param variable the environment variable it comes from
   * @param defaultValue used where the user says nothing; a secret has none
   */
  public record Setting(
      String name,
      String variable,
      boolean secret,
      boolean required,
      Optional<String> defaultValue) {
    public Setting {
      if (secret && defaultValue.isPresent()) {
        throw new IllegalArgumentException("a secret has no default");
      }
    }
  }
}

package dev.connector.spec.engine;

import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Addresses;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Secret;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import dev.connector.spec.definition.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variables of a connector, read by what its definition declares. */
final class Environment {

  private final Definition definition;
  private final Map<String, String> variables;

  Environment(Definition definition, Map<String, String> variables) {
    this.definition = definition;
    this.variables = Map.copyOf(variables);
  }

  /**
   * The settings that have a value.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming all that are wrong
   */
  Map<String, String> settings() {
    List<Setting<String>> declared = declared();
    List<Setting<?>> all = new ArrayList<>(declared);
    all.addAll(Policy.SETTINGS);
    Settings settings = Settings.read(definition.name(), withDefaults(), all);
    Map<String, String> values = new LinkedHashMap<>();
    declared.forEach(it -> settings.find(it).ifPresent(value -> values.put(it.name(), value)));
    return values;
  }

  /** What the user configures, besides the policy. */
  List<Setting<String>> declared() {
    return definition.settings().entrySet().stream()
        .map(it -> setting(it.getKey(), it.getValue()))
        .toList();
  }

  List<Secret> secrets(Map<String, String> settings) {
    return definition.settings().entrySet().stream()
        .filter(it -> it.getValue().secret() && settings.containsKey(it.getKey()))
        .map(it -> new Secret(settings.get(it.getKey())))
        .toList();
  }

  Policy policy() {
    return Policy.fromEnvironment(definition.name(), withDefaults());
  }

  Addresses addresses(String declaredBase) {
    return Addresses.fromEnvironment(definition.name(), variables, declaredBase);
  }

  Boundaries boundaries() {
    return new Boundaries(isTrue("allowLoopback"), isTrue("allowPrivateNetworks"));
  }

  /** Where tokens for an audience are kept. */
  TokenStore tokens(String audience) {
    return find("tokenStore")
        .map(Path::of)
        .map(file -> TokenStore.file(file, audience))
        .orElseGet(TokenStore::inMemory);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(definition.variable(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private boolean isTrue(String name) {
    return find(name).filter("true"::equals).isPresent();
  }

  private Map<String, String> withDefaults() {
    Map<String, String> suited = new LinkedHashMap<>();
    definition.policy().deadline().ifPresent(it -> suited.put("attemptTimeout", it.toString()));
    definition.policy().budget().ifPresent(it -> suited.put("callBudget", it.toString()));
    definition.policy().retries().ifPresent(it -> suited.put("maxRetries", it.toString()));
    definition.limits().concurrency().ifPresent(it -> suited.put("maxConcurrent", it.toString()));
    return Policy.suited(definition.name(), variables, suited);
  }

  private static Setting<String> setting(
      String name, dev.connector.spec.definition.Setting declared) {
    Shape<String> shape =
        declared
            .pattern()
            .map(Pattern::compile)
            .map(Shape::matching)
            .orElseGet(
                () -> declared.values().isEmpty() ? Shape.text() : Shape.oneOf(declared.values()));
    Shape<String> shown = declared.secret() ? shape.hide() : shape;
    return new Setting<>(name, shown, declared.required(), declared.defaultValue());
  }
}

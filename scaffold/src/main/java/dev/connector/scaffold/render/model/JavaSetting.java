package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Setting;

/**
 * A setting as Java.
 *
 * @param name the definition's, {@code accessToken}
 * @param component of the settings' record, {@code accessToken}
 * @param constant that declares it, {@code ACCESS_TOKEN}
 * @param variable of the environment, {@code HUBSPOT_ACCESS_TOKEN}
 */
public record JavaSetting(
    String name, Setting definition, String component, String constant, String variable) {

  /** Whether it always has a value. */
  public boolean certain() {
    return definition.required() || definition.defaultValue().isPresent();
  }

  /** The type of its value, {@code Secret}. */
  public String plainType() {
    return definition.secret() ? "Secret" : "String";
  }

  /** The type of its component, {@code Optional<Secret>}. */
  public String type() {
    return certain() ? plainType() : "Optional<" + plainType() + ">";
  }

  /** Its value as a text, or as an optional one. */
  Expression value(Expression settings) {
    Expression component = settings.then(component());
    if (!definition.secret()) {
      return component;
    }
    return certain()
        ? component.then("reveal")
        : component.then("map", Expression.name("Secret::reveal"));
  }
}

package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the placeholders of templates are in Java.
 *
 * @param settings those of the connector, by name
 * @param self how the settings are called where the code stands
 * @param arguments those of the operation, by name
 * @param given other names that a caller, a parent or the read itself gives a value
 */
record Values(
    Map<String, JavaSetting> settings,
    Expression self,
    Map<String, Argument> arguments,
    Set<String> given) {

  private static final Expression WITH = Expression.name("with");

  /** The values of settings alone. */
  static Values of(Map<String, JavaSetting> settings, Expression self) {
    return new Values(settings, self, Map.of(), Set.of());
  }

  /** A text that always has a value. */
  Expression certain(Template template) {
    List<Expression> parts = new ArrayList<>();
    for (Part part : Part.of(template)) {
      parts.add(part.placeholder() ? certain(part.text()) : Expression.text(part.text()));
    }
    if (parts.isEmpty()) {
      return Expression.text("");
    }
    return Expression.infix("+", parts);
  }

  /** A text, an optional text or a list of texts. */
  Expression some(Template template) {
    return template.isPlaceholder()
        ? some(template.placeholders().iterator().next())
        : certain(template);
  }

  /** A text or an optional text. */
  Expression perhaps(Template template) {
    if (!template.isPlaceholder()) {
      return certain(template);
    }
    String name = template.placeholders().iterator().next();
    return isCertain(name) || isSetting(name) ? some(name) : joined(name, ",");
  }

  /** A list of texts, which may be empty. */
  Expression list(Template template) {
    if (!template.isPlaceholder()) {
      return Expression.call("List.of", certain(template));
    }
    String name = template.placeholders().iterator().next();
    Expression some = some(name);
    if (isSetting(name)) {
      return settings.get(name).certain()
          ? Expression.call("List.of", some)
          : some.then("stream").then("toList");
    }
    return WITH.then("texts", Expression.text(name));
  }

  /** JSON that may be left out: a value, or an optional one; empty where it is a constant. */
  Expression json(JsonNode template) {
    if (template.isTextual()) {
      Template text = new Template(template.textValue());
      if (!text.isPlaceholder()) {
        return complete(text);
      }
      String name = text.placeholders().iterator().next();
      if (isSetting(name)) {
        return settings.get(name).value(self);
      }
      boolean sure = isCertain(name) || isRequired(name);
      return WITH.then(sure ? "json" : "find", Expression.text(name));
    }
    return new Json(this::json).of(template);
  }

  /** A text that is left out where one of its placeholders has no value. */
  private Expression complete(Template text) {
    List<Expression> there = new ArrayList<>();
    for (String name : text.placeholders()) {
      if (!isCertain(name)) {
        Expression found = isSetting(name) ? some(name) : WITH.then("find", Expression.text(name));
        there.add(found.then("isPresent"));
      }
    }
    return there.isEmpty()
        ? certain(text)
        : Expression.choice(
            Expression.infix("&&", there),
            Expression.call("Optional.of", certain(text)),
            Expression.call("Optional.empty"));
  }

  boolean usesSettings(Set<String> placeholders) {
    return placeholders.stream().anyMatch(this::isSetting);
  }

  private Expression certain(String name) {
    if (isSetting(name)) {
      JavaSetting setting = settings.get(name);
      return setting.certain()
          ? setting.value(self)
          : setting.value(self).then("orElse", Expression.text(""));
    }
    return WITH.then("text", Expression.text(name));
  }

  private Expression some(String name) {
    if (isSetting(name)) {
      return settings.get(name).value(self);
    }
    Argument argument = arguments.get(name);
    if (argument != null && argument.separator().isPresent()) {
      return joined(name, argument.separator().get());
    }
    boolean one = argument == null || argument.type() != Argument.Type.LIST;
    boolean text = one && (isCertain(name) || isRequired(name));
    return WITH.then(text ? "text" : "texts", Expression.text(name));
  }

  private Expression joined(String name, String separator) {
    return WITH.then("joined", Expression.text(name), Expression.text(separator));
  }

  private boolean isSetting(String name) {
    return settings.containsKey(name) && !arguments.containsKey(name) && !given.contains(name);
  }

  private boolean isRequired(String name) {
    return arguments.containsKey(name) && arguments.get(name).required();
  }

  private boolean isCertain(String name) {
    return given.contains(name)
        || (isSetting(name) && settings.get(name).certain())
        || (arguments.containsKey(name) && arguments.get(name).defaultValue().isPresent())
        || isRequired(name);
  }
}

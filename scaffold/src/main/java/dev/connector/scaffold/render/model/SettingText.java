package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The text of a template of settings, all of which are known to be there. */
record SettingText(Map<String, JavaSetting> settings) {

  Expression of(Template template, Expression self) {
    List<Expression> parts = new ArrayList<>();
    for (Part part : Part.of(template)) {
      parts.add(part.placeholder() ? value(part.text(), self) : Expression.text(part.text()));
    }
    return parts.isEmpty() ? Expression.text("") : Expression.infix("+", parts);
  }

  private Expression value(String name, Expression self) {
    JavaSetting setting = settings.get(name);
    Expression component = self.then(setting.component());
    Expression there = setting.certain() ? component : component.then("orElseThrow");
    return setting.definition().secret() ? there.then("reveal") : there;
  }
}

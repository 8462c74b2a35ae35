package dev.connector.spec.definition.reader;

import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.JsonTemplate;
import dev.connector.spec.definition.Template;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The placeholders that have a value at some place of a definition, and whether they always have.
 */
final class Scope {

  private final Map<String, Boolean> certain;
  private final Set<String> used;

  private Scope(Map<String, Boolean> certain, Set<String> used) {
    this.certain = certain;
    this.used = used;
  }

  /** A scope of nothing; {@code used} takes the names its templates hold. */
  static Scope empty(Set<String> used) {
    return new Scope(Map.of(), used);
  }

  /** This scope and further names, which always have a value. */
  Scope with(String... names) {
    return with(Arrays.asList(names), true);
  }

  /** This scope and further names. */
  Scope with(Iterable<String> names, boolean haveValue) {
    Map<String, Boolean> more = new HashMap<>(certain);
    names.forEach(name -> more.put(name, haveValue));
    return new Scope(more, used);
  }

  boolean knows(String name) {
    return certain.containsKey(name);
  }

  /** A template that may be left out as a whole. */
  Template template(Value value) {
    Template template = new Template(value.text());
    check(template.placeholders());
    if (!template.isPlaceholder()) {
      refuseUncertain(template);
    }
    return template;
  }

  /** A template that has to have a value, such as a path. */
  Template certainTemplate(Value value) {
    Template template = new Template(value.words());
    check(template.placeholders());
    refuseUncertain(template);
    return template;
  }

  /** One template or several, as a query parameter has them. */
  List<Template> templates(Value value) {
    return value.node().isArray() ? value.some(this::template) : List.of(template(value));
  }

  JsonTemplate json(Value value) {
    JsonTemplate template = new JsonTemplate(value.node());
    check(template.placeholders());
    return template;
  }

  private void check(Set<String> placeholders) {
    used.addAll(placeholders);
    for (String name : placeholders) {
      if (!certain.containsKey(name)) {
        throw new InvalidDefinitionException(
            "nothing gives {" + name + "} a value here",
            NearMatch.of(name, certain.keySet())
                .map(near -> "did you mean {" + near + "}?")
                .orElseGet(this::known));
      }
    }
  }

  private String known() {
    return "declare it as a setting or an argument"
        + (certain.isEmpty() ? "" : ", or use one of " + new TreeSet<>(certain.keySet()));
  }

  private void refuseUncertain(Template template) {
    for (String name : template.placeholders()) {
      if (!certain.get(name)) {
        throw new InvalidDefinitionException(
            "{" + name + "} may have no value, and the text around it makes no sense without",
            "give " + name + " a default, or make it required");
      }
    }
  }
}

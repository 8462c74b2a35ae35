package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of an object; anything else fits.
 *
 * @param declared by name
 * @param others what members that are not declared have to be; empty for anything
 * @param names what every name has to be
 */
record Members(Map<String, Check> declared, Optional<Check> others, Optional<Check> names)
    implements Check {

  @Override
  public boolean fits(JsonNode value) {
    if (!value.isObject()) {
      return true;
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Check check = declared.get(member.getKey());
      if (check == null) {
        check = others.orElse(null);
      }
      if (check != null && !check.fits(member.getValue())) {
        return false;
      }
      if (names.isPresent() && !names.get().fits(name(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void report(JsonNode value, String path, List<Violation> violations) {
    if (!value.isObject()) {
      return;
    }
    value
        .properties()
        .forEach(
            member -> {
              String at = path + "/" + escaped(member.getKey());
              Optional.ofNullable(declared.get(member.getKey()))
                  .or(() -> others)
                  .ifPresent(check -> check.report(member.getValue(), at, violations));
              names.ifPresent(check -> check.report(name(member.getKey()), at, violations));
            });
  }

  private static JsonNode name(String name) {
    return TextNode.valueOf(name);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the inferences of this package find. */
final class Draft {

  /** The order in which a definition is read. */
  private static final List<String> ORDER =
      List.of(
          "baseUrl",
          "hosts",
          "settings",
          "authentication",
          "headers",
          "query",
          "limits",
          "errors",
          "webhooks",
          "custom");

  private final ObjectNode members = object();
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<Access.Finding> findings = new ArrayList<>();
  private final Map<ApiOperation, String> addresses = new LinkedHashMap<>();
  private final Map<ApiOperation, String> accepted = new LinkedHashMap<>();
  private final Set<Access.Supplied> supplied = new LinkedHashSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Declares a setting.
   *
   * @return the name it has, which differs from the one wished for where another has that
   */
  String setting(String wish, Setting setting) {
    String name = wish;
    for (int i = 2; settings.containsKey(name) && !settings.get(name).equals(setting); i++) {
      name = wish + i;
    }
    settings.put(name, setting);
    return name;
  }

  /** Whether all settings of another draft are declared here, too. */
  boolean knowsSettingsOf(Draft other) {
    return settings.keySet().containsAll(other.settings.keySet());
  }

  /** Writes a member of the definition. */
  void put(String member, Fact<JsonNode> fact) {
    members.set(member, fact.value());
    found("/" + member, fact);
  }

  /** A member that is written already. */
  String text(String member) {
    return members.path(member).asText();
  }

  /** The object that is a member, an empty one to begin with. */
  ObjectNode member(String member) {
    return members.withObject("/" + member);
  }

  void found(String pointer, Fact<JsonNode> fact) {
    findings.add(new Access.Finding(pointer, fact));
  }

  void gap(Gap gap) {
    gaps.add(gap);
  }

  void elsewhere(ApiOperation operation, String address) {
    addresses.put(operation, address);
  }

  void accepts(ApiOperation operation, String types) {
    accepted.put(operation, types);
  }

  void supplies(ApiParameter.In in, String name) {
    supplied.add(Access.Supplied.of(in, name));
  }

  boolean hasCredential() {
    return members.has("authentication");
  }

  boolean isSupplied(Access.Supplied parameter) {
    return supplied.contains(parameter);
  }

  Access access() {
    if (!settings.isEmpty()) {
      ObjectNode all = member("settings");
      settings.forEach((name, setting) -> all.set(name, written(setting)));
    }
    ObjectNode ordered = object();
    ORDER.stream().filter(members::has).forEach(it -> ordered.set(it, members.get(it)));
    return new Access(
        ordered, findings, new Access.Operations(addresses, accepted, supplied), gaps);
  }

  private static ObjectNode written(Setting setting) {
    ObjectNode written = object().put("title", setting.title());
    if (!setting.description().isBlank()) {
      written.put("description", setting.description());
    }
    if (setting.secret()) {
      written.put("secret", true);
    }
    if (!setting.required() && setting.defaultValue().isEmpty()) {
      written.put("required", false);
    }
    setting.defaultValue().ifPresent(it -> written.put("default", it));
    setting.pattern().ifPresent(it -> written.put("pattern", it));
    if (!setting.values().isEmpty()) {
      setting.values().forEach(written.putArray("values")::add);
    }
    return written;
  }
}

package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the ways to authenticate into a definition, the one to prefer first. */
final class AuthenticationDraft {

  private final Draft draft;

  AuthenticationDraft(Draft draft) {
    this.draft = draft;
  }

  void write(Found found) {
    boolean optional = found.optional();
    List<Way> usable = reachable(found.ways());
    if (usable.isEmpty()) {
      return;
    }
    boolean required = usable.size() == 1 && !optional;
    Map<String, Setting> settings = new LinkedHashMap<>();
    usable.forEach(way -> way.settings().forEach(settings::putIfAbsent));
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> dispensable = new LinkedHashSet<>();
    usable.forEach(way -> way.dispensable().ifPresent(dispensable::add));
    settings.forEach(
        (name, setting) -> {
          boolean needed = required && !dispensable.contains(name);
          names.put(name, draft.setting(name, needed ? Credential.required(setting) : setting));
        });
    ArrayNode schemes = JsonNodeFactory.instance.arrayNode();
    List<Evidence> evidence = new ArrayList<>();
    Confidence confidence = Confidence.UNSURE;
    for (Way way : usable) {
      schemes.add(renamed(way.scheme(), names));
      evidence.addAll(way.basis().evidence());
      confidence = surest(confidence, way.basis().confidence());
      draft.found(
          "/authentication/" + (schemes.size() - 1),
          new Fact<>(
              schemes.get(schemes.size() - 1),
              way.basis().confidence(),
              way.basis().evidence(),
              List.of()));
      for (Way.Extra extra : way.extras()) {
        extra(extra, names.get(extra.setting()));
      }
      way.seat().ifPresent(this::supplied);
      if (way.type().equals(AwsSignatureScheme.TYPE)) {
        AwsSignatureScheme.PARAMETERS.forEach(it -> supplied("header " + it));
        AwsSignatureScheme.PARAMETERS.forEach(it -> supplied("query " + it));
      }
    }
    draft.supplies(ApiParameter.In.HEADER, "Authorization");
    if (optional) {
      schemes.addObject().put("type", "none");
    }
    draft.put("authentication", new Fact<>(schemes, confidence, evidence, List.of()));
    for (int i = 0; i < usable.size(); i++) {
      for (Way.Doubt doubt : usable.get(i).doubts()) {
        draft.gap(doubt.gap(i, usable.get(i).basis().evidence()));
      }
    }
  }

  /** Those that are ever used: the first whose settings are there is, and code comes last. */
  private static List<Way> reachable(List<Way> ways) {
    List<Way> sorted = new ArrayList<>(ways);
    sorted.sort(Comparator.comparingInt(AuthenticationDraft::rank));
    List<Way> reachable = new ArrayList<>();
    for (Way way : sorted) {
      boolean hidden =
          reachable.stream().anyMatch(it -> needs(way).containsAll(needs(it)))
              || way.type().equals("custom") && !reachable.isEmpty();
      if (!hidden) {
        reachable.add(way);
      }
    }
    return reachable;
  }

  private static Set<String> needs(Way way) {
    Set<String> needs = new LinkedHashSet<>(way.settings().keySet());
    way.extras().forEach(it -> needs.remove(it.setting()));
    way.dispensable().ifPresent(needs::remove);
    return needs;
  }

  /** What lasts and stays out of logs first. */
  private static int rank(Way way) {
    switch (way.type()) {
      case "bearer":
        return 0;
      case "apiKey":
        return way.scheme().path("placement").has("header") ? 1 : 5;
      case "oauth2":
        return way.scheme().path("grant").asText().equals("clientCredentials") ? 2 : 3;
      case "basic":
        return 4;
      case "session":
        return 6;
      default:
        return 7;
    }
  }

  private void extra(Way.Extra extra, String setting) {
    ObjectNode member = draft.member(extra.member());
    member.put(extra.name(), "{" + setting + "}");
    boolean header = extra.member().equals("headers");
    draft.supplies(header ? ApiParameter.In.HEADER : ApiParameter.In.QUERY, extra.name());
  }

  private void supplied(String seat) {
    String[] parts = seat.split(" ", 2);
    draft.supplies(ApiParameter.In.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
  }

  private static Confidence surest(Confidence one, Confidence other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static JsonNode renamed(JsonNode node, Map<String, String> names) {
    if (node.isTextual()) {
      String text = node.textValue();
      for (Map.Entry<String, String> name : names.entrySet()) {
        text = text.replace("{" + name.getKey() + "}", "{" + name.getValue() + "}");
      }
      return JsonNodeFactory.instance.textNode(text);
    }
    if (node.isObject()) {
      ObjectNode copy = Draft.object();
      node.properties().forEach(it -> copy.set(it.getKey(), renamed(it.getValue(), names)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(it -> copy.add(renamed(it, names)));
      return copy;
    }
    return node;
  }
}

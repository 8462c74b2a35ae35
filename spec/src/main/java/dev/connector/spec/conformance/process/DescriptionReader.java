package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a process says it can do. */
final class DescriptionReader {

  /** Any will do, as nobody sees the variables. */
  private static final String PREFIX = "described";

  private DescriptionReader() {}

  static Description description(JsonNode data, String line) {
    Policy policy = policy(data.path("policy"), line);
    List<Description.Resource> resources = new ArrayList<>();
    data.path("resources").forEach(it -> resources.add(resource(it)));
    List<Description.Setting> settings = new ArrayList<>();
    data.path("settings").forEach(it -> settings.add(setting(it)));
    return new Description(
        data.path("name").asText(),
        data.path("version").asText(),
        resources,
        settings,
        policy,
        policy.rates(),
        data.path("webhooks").booleanValue());
  }

  private static Description.Resource resource(JsonNode json) {
    return new Description.Resource(
        json.path("name").asText(),
        texts(json.path("operations")),
        texts(json.path("arguments")),
        EventReader.pointers(json.path("primaryKey")),
        json.path("incremental").booleanValue(),
        EventReader.find(json, "parent").map(JsonNode::asText),
        EventReader.find(json, "canonical").map(JsonNode::asText));
  }

  private static Description.Setting setting(JsonNode json) {
    return new Description.Setting(
        json.path("name").asText(),
        json.path("variable").asText(),
        json.path("secret").booleanValue(),
        json.path("required").booleanValue(),
        EventReader.find(json, "default").map(JsonNode::asText));
  }

  /** The values are written as settings are, so they are read as settings. */
  private static Policy policy(JsonNode json, String line) {
    Map<String, String> variables = new LinkedHashMap<>();
    json.properties()
        .forEach(
            value ->
                variables.put(
                    Setting.optional(value.getKey(), Shape.text()).variable(PREFIX),
                    value.getValue().asText()));
    try {
      return Policy.fromEnvironment(PREFIX, variables);
    } catch (ApiException malformed) {
      throw LineRules.broken(line, "its policy makes no sense: " + malformed.getMessage());
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(it -> texts.add(it.asText()));
    return texts;
  }
}

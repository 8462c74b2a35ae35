package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import java.util.List;
import java.util.stream.Collectors;

/** What a connector can do, as the protocol writes it. */
final class DescriptionJson {

  private DescriptionJson() {}

  static JsonNode of(Description description) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("protocol", 1)
        .put("name", description.name())
        .put("version", description.version())
        .put("language", "java");
    ArrayNode resources = json.putArray("resources");
    description.resources().forEach(it -> resource(resources.addObject(), it));
    ArrayNode settings = json.putArray("settings");
    description.settings().forEach(it -> setting(settings.addObject(), it));
    ObjectNode policy = json.putObject("policy");
    policy(policy, description.policy());
    rates(policy, description.rates());
    return json.put("webhooks", description.webhooks());
  }

  private static void resource(ObjectNode json, Description.Resource resource) {
    json.put("name", resource.name());
    resource.operations().forEach(json.putArray("operations")::add);
    if (!resource.arguments().isEmpty()) {
      resource.arguments().forEach(json.putArray("arguments")::add);
    }
    json.set("primaryKey", EventJson.pointers(resource.primaryKey()));
    json.put("incremental", resource.incremental());
    resource.parent().ifPresent(parent -> json.put("parent", parent));
    resource.canonical().ifPresent(type -> json.put("canonical", type));
  }

  private static void setting(ObjectNode json, Description.Setting setting) {
    json.put("name", setting.name())
        .put("variable", setting.variable())
        .put("secret", setting.secret())
        .put("required", setting.required());
    setting.defaultValue().ifPresent(value -> json.put("default", value));
  }

  private static void policy(ObjectNode json, Policy policy) {
    json.put("attemptTimeout", policy.deadlines().attempt().toString())
        .put("callBudget", policy.deadlines().call().toString())
        .put("closeTimeout", policy.deadlines().close().toString())
        .put("maxRetries", policy.retries().retries())
        .put("retryFirstDelay", policy.retries().firstDelay().toString())
        .put("retryMultiplier", policy.retries().multiplier())
        .put("retryMaxDelay", policy.retries().maxDelay().toString())
        .put("breakerFailures", policy.breaker().failures())
        .put("breakerOpen", policy.breaker().open().toString())
        .put("breakerTrials", policy.breaker().trials())
        .put("maxConcurrent", policy.capacity().concurrent())
        .put("maxWaiting", policy.capacity().waiting())
        .put("maxBodyBytes", policy.capacity().bodyBytes());
  }

  /** Rates of some operations only have no place in the text. */
  private static void rates(ObjectNode json, List<RateLimit> rates) {
    String text =
        rates.stream()
            .filter(rate -> !rate.narrow())
            .map(RateLimit::text)
            .collect(Collectors.joining(","));
    if (!text.isEmpty()) {
      json.put("rateLimits", text);
    }
  }
}

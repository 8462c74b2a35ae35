package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.settings.Addresses;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engine would refuse of a definition as {@code UNSUPPORTED}, told without settings and
 * without a network: every part is translated as it would be for a run, with invented values.
 */
public final class Refusals {

  /**
   * One part that is refused.
   *
   * @param pointer JSON Pointer to the part
   * @param what why, in a sentence
   */
  public record Refusal(String pointer, String what) {
    @Override
    public String toString() {
      return pointer + ": " + what;
    }
  }

  private final Definition definition;
  private final Values values;
  private final List<Refusal> found = new ArrayList<>();

  private Refusals(Definition definition) {
    this.definition = definition;
    this.values = invented(definition);
  }

  /**
   * All refusals, in the order of the definition's parts.
   *
   * @param schemas by the path the definition has them at
   */
  public static List<Refusal> of(Definition definition, Map<String, JsonNode> schemas) {
    Refusals refusals = new Refusals(definition);
    refusals.connection();
    refusals.resources(schemas);
    definition
        .webhooks()
        .ifPresent(
            it ->
                refusals.attempt(
                    "/webhooks",
                    () -> new WebhookJudge(it, refusals.values, definition::variable)));
    return List.copyOf(refusals.found);
  }

  private void connection() {
    Addresses addresses = Addresses.declaredAt("https://api.invalid");
    AuthenticationTranslation authentication =
        new AuthenticationTranslation(values, addresses, scheme -> TokenStore.inMemory());
    for (int i = 0; i < definition.authentication().size(); i++) {
      var scheme = definition.authentication().get(i);
      attempt("/authentication/" + i, () -> authentication.translated(scheme));
    }
    attempt(
        "/limits",
        () -> new LimitTranslation(definition.limits()).apply(ApiClient.builder("none", "0")));
    for (int i = 0; i < definition.errors().size(); i++) {
      var rule = definition.errors().get(i);
      attempt("/errors/" + i, () -> ErrorTranslation.rules(rule));
    }
  }

  private void resources(Map<String, JsonNode> schemas) {
    definition.resources().forEach((name, resource) -> resource(name, resource, schemas));
  }

  private void resource(String name, Resource resource, Map<String, JsonNode> schemas) {
    String pointer = "/resources/" + name;
    int before = found.size();
    attempt(pointer, () -> ResourcePlan.of(definition, name));
    if (found.size() > before) {
      return;
    }
    ResourcePlan plan = ResourcePlan.of(definition, name);
    attempt(pointer + "/schema", () -> schema(resource, schemas));
    resource
        .operations()
        .forEach(
            (operation, declared) ->
                attempt(
                    pointer + "/operations/" + operation,
                    () -> operation(plan, operation, declared)));
    boolean reads =
        resource.reading().incremental().isPresent() || resource.reading().operation().isPresent();
    if (found.size() == before && reads) {
      attempt(pointer, () -> plan.reading(with(plan, resource.operations().values())));
    }
  }

  private static void schema(Resource resource, Map<String, JsonNode> schemas) {
    JsonNode schema = schemas.get(resource.record().schema());
    if (schema != null) {
      try {
        RecordSchema.of(schema);
      } catch (IllegalArgumentException e) {
        throw Unsupported.feature(resource.record().schema() + ": " + e.getMessage());
      }
    }
  }

  private void operation(ResourcePlan plan, String name, Operation operation) {
    Values all = with(plan, List.of(operation));
    plan.request(name, all);
    if (operation.answer().records().isPresent()) {
      plan.listing(name, all);
    }
  }

  private Values with(ResourcePlan plan, Collection<Operation> operations) {
    Values all = values;
    for (Operation operation : operations) {
      for (String name : operation.arguments().keySet()) {
        all = all.with(name, TextNode.valueOf("1"));
      }
    }
    if (plan.resource().reading().parent().isPresent()) {
      for (String name : plan.resource().reading().parent().get().bind().keySet()) {
        all = all.with(name, TextNode.valueOf("1"));
      }
    }
    return all;
  }

  private void attempt(String pointer, Runnable translation) {
    try {
      translation.run();
    } catch (ApiException failure) {
      if (failure.code() == ErrorCode.UNSUPPORTED) {
        found.add(new Refusal(pointer, failure.getMessage()));
      }
    } catch (IllegalArgumentException | java.time.DateTimeException unfit) {
      // An invented value has not the form this place wants; that is no refusal of the place.
    }
  }

  private static Values invented(Definition definition) {
    Map<String, String> values = new LinkedHashMap<>();
    definition.settings().forEach((name, setting) -> values.put(name, invented(setting)));
    return Values.of(values);
  }

  private static String invented(Setting setting) {
    return setting
        .defaultValue()
        .orElse(setting.values().isEmpty() ? "1" : setting.values().get(0));
  }
}

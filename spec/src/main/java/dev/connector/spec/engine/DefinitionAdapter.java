package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.adapter.Adapter;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.signature.Delivery;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OperationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Interceptor;

/**
 * A definition as the runtime knows connectors. Each part is translated when it is used, so that
 * what the engine cannot do is refused there, and the rest works.
 *
 * @param schemas by the path the definition has them at
 * @param watchers of everything that goes over the wire
 */
record DefinitionAdapter(
    Definition definition, Map<String, JsonNode> schemas, List<Interceptor> watchers)
    implements Adapter<Connection> {

  DefinitionAdapter {
    schemas = Map.copyOf(schemas);
    watchers = List.copyOf(watchers);
  }

  DefinitionAdapter with(Definition other) {
    return new DefinitionAdapter(other, schemas, watchers);
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public String version() {
    return definition.version();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.copyOf(new Environment(definition, Map.of()).declared());
  }

  @Override
  public Policy policy(Map<String, String> environment) {
    return new Environment(definition, environment).policy();
  }

  @Override
  public List<RateLimit> rates() {
    return new LimitTranslation(definition.limits()).rates();
  }

  @Override
  public List<Resource<Connection>> resources() {
    return definition.resources().keySet().stream()
        .map(name -> new ResourceTranslation(definition, name).translated())
        .toList();
  }

  @Override
  public JsonNode schema(String file) {
    return Optional.ofNullable(schemas.get(file))
        .orElseThrow(() -> Unsupported.feature("a missing schema, " + file));
  }

  @Override
  public Connection connect(Map<String, String> environment, AttemptListener attempts) {
    return Connection.open(
        definition, new Environment(definition, environment), attempts, watchers);
  }

  @Override
  public ApiClient http(Connection connection) {
    return connection.client();
  }

  @Override
  public Reading check(Connection connection) {
    OperationName name = definition.check().orElseGet(this::cheapest);
    return ResourcePlan.of(definition, name.resource())
        .probe(name.operation(), connection.settings());
  }

  @Override
  public Optional<Function<Map<String, String>, Function<Delivery, DeliveryResult>>> webhooks() {
    return definition
        .webhooks()
        .map(
            declared ->
                environment -> {
                  Values settings = Values.of(new Environment(definition, environment).settings());
                  return new WebhookJudge(declared, settings, definition::variable)::judge;
                });
  }

  /** The first list that needs no parent. */
  private OperationName cheapest() {
    return definition.resources().entrySet().stream()
        .filter(it -> it.getValue().reading().parent().isEmpty())
        .flatMap(
            it ->
                it.getValue().reading().operation().stream()
                    .map(operation -> new OperationName(it.getKey(), operation)))
        .findFirst()
        .orElseThrow(() -> Unsupported.feature("a check, as nothing can be listed"));
  }
}

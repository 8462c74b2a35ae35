package dev.connector.spec.engine;

import dev.connector.runtime.connector.Description;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a definition says a connector can do. */
record EngineDescription(Definition definition, Environment environment) {

  Description describe() {
    Policy policy = environment.policy();
    return new Description(
        definition.name(),
        definition.version(),
        definition.resources().entrySet().stream()
            .map(it -> resource(it.getKey(), it.getValue()))
            .toList(),
        definition.settings().entrySet().stream().map(this::setting).toList(),
        policy,
        rates(policy),
        definition.webhooks().isPresent());
  }

  /** Rates of some operations stay in force beside those the user sets. */
  private List<RateLimit> rates(Policy policy) {
    List<RateLimit> declared = new LimitTranslation(definition.limits()).rates();
    return policy.rates().isEmpty()
        ? declared
        : Stream.concat(
                policy.rates().stream(),
                declared.stream().filter(rate -> !rate.operations().isEmpty()))
            .toList();
  }

  private static Description.Resource resource(String name, Resource resource) {
    return new Description.Resource(
        name,
        List.copyOf(resource.operations().keySet()),
        arguments(resource),
        resource.record().primaryKey(),
        resource.reading().incremental().isPresent(),
        resource.reading().parent().map(Parent::resource),
        resource.record().canonical().map(CanonicalMapping::type));
  }

  private static List<String> arguments(Resource resource) {
    return resource
        .reading()
        .incremental()
        .map(Incremental::operation)
        .or(() -> resource.reading().operation())
        .map(operation -> resource.operations().get(operation).arguments())
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(it -> it.getValue().required() && !bound(resource, it.getKey()))
        .map(Map.Entry<String, Argument>::getKey)
        .toList();
  }

  private static boolean bound(Resource resource, String argument) {
    return resource.reading().parent().filter(it -> it.bind().containsKey(argument)).isPresent();
  }

  private Description.Setting setting(
      Map.Entry<String, dev.connector.spec.definition.Setting> setting) {
    return new Description.Setting(
        setting.getKey(),
        definition.variable(setting.getKey()),
        setting.getValue().secret(),
        setting.getValue().required(),
        setting.getValue().defaultValue());
  }
}

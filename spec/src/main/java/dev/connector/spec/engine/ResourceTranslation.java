package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Parent;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a resource into the runtime's, whose requests and lists are translated when needed. */
record ResourceTranslation(Definition definition, String name) {

  Resource<Connection> translated() {
    var declared = definition.resources().get(name);
    RecordType record = declared.record();
    Resource<Connection> resource =
        Resource.<Connection>of(name, record.schema(), texts(record.primaryKey()))
            .personal(texts(record.personal()));
    if (record.canonical().isPresent()) {
      CanonicalMapping mapping = record.canonical().get();
      resource = resource.canonical(mapping.type(), () -> form(mapping));
    }
    if (declared.reading().parent().isPresent()) {
      resource = resource.parent(parent(declared.reading().parent().get()));
    }
    for (var operation : declared.operations().entrySet()) {
      String called = operation.getKey();
      resource =
          resource.operation(
              called,
              arguments(operation.getValue()),
              (api, with) -> plan().request(called, api.settings().with(with.values())));
    }
    return reads(resource, declared.reading());
  }

  private Resource<Connection> reads(
      Resource<Connection> resource, dev.connector.spec.definition.Reading reading) {
    Optional<String> changes = reading.incremental().map(it -> it.operation());
    if (changes.isPresent()) {
      return resource.readsChanges(
          changes.get(), (api, with) -> plan().reading(api.settings().with(with.values())));
    }
    return reading
        .operation()
        .map(
            list ->
                resource.reads(
                    list, (api, with) -> plan().reading(api.settings().with(with.values()))))
        .orElse(resource);
  }

  private ResourcePlan plan() {
    return ResourcePlan.of(definition, name);
  }

  /** What a caller gives, and before it what of it a parent binds. */
  private List<Argument> arguments(Operation operation) {
    List<Argument> arguments = new ArrayList<>();
    Set<String> bound = definition.bound(name);
    bound.retainAll(operation.request().placeholders());
    bound.forEach(it -> arguments.add(Argument.required(it)));
    operation
        .arguments()
        .forEach((it, how) -> arguments.add(new Argument(it, how.required(), how.defaultValue())));
    return arguments;
  }

  private static Parent parent(dev.connector.spec.definition.Parent declared) {
    return new Parent(declared.resource(), declared.bind(), declared.copy());
  }

  private static CanonicalForm form(CanonicalMapping mapping) {
    try {
      return CanonicalType.of(mapping.type()).form(mapping);
    } catch (IllegalArgumentException unknown) {
      throw Unsupported.feature("the canonical type " + mapping.type() + ", which there is not");
    }
  }

  private static String[] texts(List<JsonPointer> pointers) {
    return pointers.stream().map(JsonPointer::toString).toArray(String[]::new);
  }
}

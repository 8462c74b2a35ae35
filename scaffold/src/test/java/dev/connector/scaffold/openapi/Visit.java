package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks a description all that can be asked of it. */
final class Visit {

  private final Set<ApiSchema> seen = new HashSet<>();
  private final Deque<ApiSchema> next = new ArrayDeque<>();

  private Visit() {}

  /** How many schemas there are. */
  static int all(ApiDescription description) {
    Visit visit = new Visit();
    description.operations().forEach(visit::operation);
    description.events().forEach(it -> visit.operation(it.delivery()));
    while (!visit.next.isEmpty()) {
      visit.schema(visit.next.removeLast());
    }
    return visit.seen.size();
  }

  private void operation(ApiOperation operation) {
    operation.success();
    operation.parameters().forEach(it -> add(it.schema()));
    operation.body().ifPresent(it -> contents(it.contents()));
    operation
        .responses()
        .forEach(
            response -> {
              contents(response.contents());
              response.headers().values().forEach(it -> it.schema().ifPresent(this::add));
            });
  }

  private void contents(List<ApiContent> contents) {
    contents.forEach(it -> it.schema().ifPresent(this::add));
  }

  private void add(ApiSchema schema) {
    if (seen.add(schema)) {
      next.add(schema);
    }
  }

  private void schema(ApiSchema schema) {
    schema.types();
    schema.values();
    schema.example();
    schema.defaultValue();
    schema.nullable();
    schema.required();
    schema.minimum();
    schema.maximum();
    schema.title();
    schema.description();
    schema.format();
    schema.pattern();
    schema.readOnly();
    schema.writeOnly();
    schema.deprecated();
    schema.properties().values().forEach(this::add);
    schema.items().ifPresent(this::add);
    schema.additional().ifPresent(this::add);
    schema.alternatives().forEach(this::add);
  }
}

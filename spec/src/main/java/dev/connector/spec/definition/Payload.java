package dev.connector.spec.definition;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a request carries in its body. */
public sealed interface Payload {

  /** The placeholders in it. */
  Set<String> placeholders();

  /** Nothing. */
  record None() implements Payload {
    @Override
    public Set<String> placeholders() {
      return Set.of();
    }
  }

  /** JSON. */
  record Json(JsonTemplate body) implements Payload {
    public Json {
      Objects.requireNonNull(body);
    }

    @Override
    public Set<String> placeholders() {
      return body.placeholders();
    }
  }

  /** Form fields, URL-encoded. */
  record Form(Map<String, Template> fields) implements Payload {
    public Form {
      fields = Ordered.copy(fields);
    }

    @Override
    public Set<String> placeholders() {
      Set<String> names = new LinkedHashSet<>();
      fields.values().forEach(field -> names.addAll(field.placeholders()));
      return names;
    }
  }

  /**
   * A GraphQL request. Its document is not a template: braces in it are GraphQL's own.
   *
   * @param document the query or mutation
   * @param variables of the document
   * @param operationName which operation of the document, where it has several
   */
  record GraphQl(String document, JsonTemplate variables, Optional<String> operationName)
      implements Payload {
    public GraphQl {
      Objects.requireNonNull(document);
      Objects.requireNonNull(variables);
      Objects.requireNonNull(operationName);
    }

    @Override
    public Set<String> placeholders() {
      return variables.placeholders();
    }
  }
}

package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.description.ApiSchema;
import java.util.Set;

/** What a definition calls the type of an argument. */
final class ArgumentType {

  private ArgumentType() {}

  static String of(ApiSchema schema) {
    Set<String> types = schema.types();
    if (types.contains("array")) {
      boolean plain = schema.items().filter(it -> it.isObject() || it.isArray()).isEmpty();
      return plain ? "list" : "object";
    }
    if (types.contains("object")
        || (types.isEmpty() && schema.alternatives().stream().anyMatch(ApiSchema::isObject))) {
      return "object";
    }
    if (types.contains("string") || types.isEmpty()) {
      return schema.format().equals("date")
          ? "date"
          : schema.format().equals("date-time") ? "timestamp" : "text";
    }
    if (types.contains("number")) {
      return "number";
    }
    return types.contains("integer") ? "integer" : types.contains("boolean") ? "boolean" : "text";
  }
}

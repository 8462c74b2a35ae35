package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.InvalidDefinitionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code arguments}, of an operation or of a whole resource. */
final class ArgumentReader {

  /** What incremental reading gives a value. */
  private static final Set<String> RESERVED = Set.of("cursor", "until");

  private ArgumentReader() {}

  /**
   * The arguments declared.
   *
   * @param outer where the same names must not mean something else
   */
  static Map<String, Argument> arguments(Fields fields, Scope outer) {
    return fields.or(
        Map.of(),
        "arguments",
        v -> v.map(name -> name(name, outer), a -> a.object(ArgumentReader::argument)));
  }

  /** A scope and the arguments that some object declares. */
  static Scope scope(Scope outer, JsonNode declaring) {
    return outer
        .with(Names.arguments(declaring, true), true)
        .with(Names.arguments(declaring, false), false);
  }

  private static String name(String name, Scope outer) {
    if (outer.knows(name) || RESERVED.contains(name)) {
      throw new InvalidDefinitionException(
          "the argument hides another {" + name + "}", "give it a name of its own");
    }
    return Formats.identifier(name);
  }

  private static Argument argument(Fields fields) {
    String description = fields.or("", "description", Value::words);
    Argument.Type type = fields.or(Argument.Type.TEXT, "type", v -> v.word(Argument.Type.class));
    Boolean required = fields.or(false, "required", Value::flag);
    Optional<JsonNode> defaultValue = fields.optional("default", Value::node);
    Optional<String> separator = fields.optional("separator", Value::text);
    return fields.build(() -> new Argument(description, type, required, defaultValue, separator));
  }
}

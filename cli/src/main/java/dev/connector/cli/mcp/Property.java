package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option or argument of a command as a property of a tool's input.
 *
 * @param name the option without its hyphens, or the argument's label
 * @param argument picocli's model of it
 * @param bounds what is added to its schema
 */
record Property(String name, ArgSpec argument, JsonNode bounds) {

  private static final List<Class<?>> WHOLE =
      List.of(int.class, Integer.class, long.class, Long.class);

  Property {
    Objects.requireNonNull(name);
    Objects.requireNonNull(argument);
    Objects.requireNonNull(bounds);
  }

  static Property option(OptionSpec option, JsonNode bounds) {
    return new Property(option.longestName().replaceFirst("^-+", ""), option, bounds);
  }

  /** An argument without a name; several of them have the label's plural. */
  static Property positional(ArgSpec argument) {
    String label = argument.paramLabel().replaceAll("[<>@]", "");
    String plural = argument.isMultiValue() ? label + "s" : label;
    return new Property(plural, argument, JsonNodeFactory.instance.objectNode());
  }

  boolean required() {
    return argument.required();
  }

  boolean positional() {
    return argument.isPositional();
  }

  boolean many() {
    return argument.isMultiValue();
  }

  boolean flag() {
    return argument.typeInfo().isBoolean();
  }

  boolean whole() {
    return WHOLE.contains(argument.typeInfo().getType());
  }

  /** What the value is, as the help calls it: a file, a folder, a pattern. */
  String label() {
    return argument.paramLabel();
  }

  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (many()) {
      schema.put("type", "array");
      one(schema.putObject("items"));
      if (required()) {
        schema.put("minItems", 1);
      }
    } else {
      one(schema);
    }
    schema.put("description", String.join(" ", argument.description()));
    if (argument.defaultValue() != null) {
      schema.put("default", argument.defaultValue());
    }
    bounds.properties().forEach(it -> schema.set(it.getKey(), it.getValue()));
    return schema;
  }

  private void one(ObjectNode schema) {
    schema.put("type", flag() ? "boolean" : whole() ? "integer" : "string");
    if (argument.completionCandidates() != null) {
      Iterator<String> words = argument.completionCandidates().iterator();
      while (words.hasNext()) {
        schema.withArray("enum").add(words.next());
      }
    }
  }
}

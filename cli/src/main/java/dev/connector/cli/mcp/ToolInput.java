package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a tool takes: its command's own options and arguments, and the folder to work in. Values
 * become words of a command line, never parsed as anything but the value they are.
 */
final class ToolInput {

  /** The property that names the folder to work in. */
  static final String DIRECTORY = "cwd";

  private final ToolText text;
  private final Map<String, Property> properties = new LinkedHashMap<>();

  ToolInput(ToolText text, CommandSpec command) {
    this.text = text;
    command.positionalParameters().stream().map(Property::positional).forEach(this::add);
    for (OptionSpec option : command.options()) {
      if (!option.hidden() && !text.hidden().contains(option.longestName())) {
        String name = option.longestName().replaceFirst("^-+", "");
        add(Property.option(option, text.bounds(name)));
      }
    }
  }

  private void add(Property property) {
    if (properties.put(property.name(), property) != null) {
      throw new IllegalStateException(text.name() + " has two properties " + property.name());
    }
  }

  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode all = schema.putObject("properties");
    properties.values().forEach(it -> all.set(it.name(), it.schema()));
    documentName().ifPresent(it -> all.putObject(it).put("type", "string").setAll(documentText()));
    all.putObject(DIRECTORY)
        .put("type", "string")
        .put("description", "The folder to work in, below the server's; that one if left out.");
    properties.values().stream()
        .filter(Property::required)
        .forEach(it -> schema.withArray("required").add(it.name()));
    return schema.put("additionalProperties", false);
  }

  /** What standard input is to hold; nothing where the caller gave no text. */
  String document(Map<String, Object> given) {
    return documentName().map(given::get).map(String.class::cast).orElse("");
  }

  /**
   * The command line for these values.
   *
   * @throws ConnectorException of kind USAGE that names the value that is wrong
   */
  List<String> words(Map<String, Object> given, Roots roots, Path directory) {
    requireKnown(given);
    List<String> options = new ArrayList<>(text.command());
    if (!text.lines()) {
      options.add("--json");
    }
    options.addAll(text.always());
    List<String> positionals = new ArrayList<>();
    for (Property property : properties.values()) {
      Object value = given.getOrDefault(property.name(), fallback(property));
      if (value != null) {
        List<String> words = new Value(property, value).words();
        words.forEach(word -> roots.require(property.label(), word, directory));
        add(property, words, property.positional() ? positionals : options);
      } else if (property.required()) {
        throw usage("\"" + property.name() + "\" is missing");
      }
    }
    if (!document(given).isEmpty()) {
      options.add(text.text().path("option").asText() + "=-");
    }
    options.add("--");
    options.addAll(positionals);
    return options;
  }

  private static void add(Property property, List<String> words, List<String> to) {
    if (property.positional()) {
      to.addAll(words);
    } else if (property.flag()) {
      words.stream().filter("true"::equals).forEach(yes -> to.add("--" + property.name()));
    } else {
      words.forEach(word -> to.add("--" + property.name() + "=" + word));
    }
  }

  private Object fallback(Property property) {
    JsonNode value = property.bounds().path("default");
    return value.isInt()
        ? Integer.valueOf(value.asInt())
        : value.isBoolean() ? Boolean.valueOf(value.asBoolean()) : null;
  }

  private void requireKnown(Map<String, Object> given) {
    Optional<String> document = documentName();
    for (Map.Entry<String, Object> each : given.entrySet()) {
      boolean isDocument = document.filter(each.getKey()::equals).isPresent();
      if (isDocument || each.getKey().equals(DIRECTORY)) {
        if (!(each.getValue() instanceof String)) {
          throw usage("\"" + each.getKey() + "\" is to be a string");
        }
      } else if (!properties.containsKey(each.getKey())) {
        throw usage("there is no \"" + each.getKey() + "\"");
      }
    }
    String option = text.text().path("option").asText().replaceFirst("^-+", "");
    if (document.filter(given::containsKey).isPresent() && given.containsKey(option)) {
      throw usage("\"" + document.get() + "\" and \"" + option + "\" say the same twice");
    }
  }

  private Optional<String> documentName() {
    return Optional.of(text.text().path("property").asText()).filter(it -> !it.isEmpty());
  }

  private ObjectNode documentText() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("description", text.text().path("description").asText());
  }

  private ConnectorException usage(String message) {
    return Value.usage(
        message, "the input schema of tool \"" + text.name() + "\" says what it takes");
  }
}

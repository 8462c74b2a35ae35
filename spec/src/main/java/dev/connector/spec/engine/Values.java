package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The values of placeholders: settings, arguments, what a parent binds, the cursor. Immutable.
 *
 * @param known by name
 * @param separators what joins a list into one text, by name
 */
record Values(Map<String, JsonNode> known, Map<String, String> separators) {

  Values {
    known = Map.copyOf(known);
    separators = Map.copyOf(separators);
  }

  static Values of(Map<String, String> texts) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    texts.forEach((name, text) -> known.put(name, TextNode.valueOf(text)));
    return new Values(known, Map.of());
  }

  Values with(String name, JsonNode value) {
    return with(Map.of(name, value));
  }

  Values with(Map<String, JsonNode> more) {
    Map<String, JsonNode> all = new LinkedHashMap<>(known);
    all.putAll(more);
    return new Values(all, separators);
  }

  /** The same where a list of this name is joined into one text. */
  Values separated(String name, String separator) {
    Map<String, String> all = new LinkedHashMap<>(separators);
    all.put(name, separator);
    return new Values(known, all);
  }

  /** The text of a template that has to have a value. */
  String text(Template template) {
    return texts(template).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.INVALID_REQUEST,
                    template.placeholders() + " has no value, and cannot be left out"));
  }

  /** The text of a template, several where it is a list; none where its one placeholder is. */
  List<String> texts(Template template) {
    if (template.isPlaceholder()) {
      String name = template.placeholders().iterator().next();
      return Optional.ofNullable(known.get(name))
          .map(value -> texts(name, value))
          .orElse(List.of());
    }
    if (!known.keySet().containsAll(template.placeholders())) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    String source = template.text();
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      boolean doubled = (c == '{' || c == '}') && source.startsWith("" + c + c, at);
      if (c == '{' && !doubled) {
        int end = source.indexOf('}', at);
        String name = source.substring(at + 1, end);
        text.append(String.join(",", texts(name, known.get(name))));
        at = end;
      } else {
        text.append(c);
        at += doubled ? 1 : 0;
      }
    }
    return List.of(text.toString());
  }

  /** JSON with its templates filled; empty where all of it is a placeholder without a value. */
  Optional<JsonNode> json(JsonNode template) {
    if (template.isTextual()) {
      Template text = new Template(template.textValue());
      return text.isPlaceholder()
          ? Optional.ofNullable(known.get(text.placeholders().iterator().next()))
          : texts(text).stream().findFirst().map(TextNode::valueOf);
    }
    if (template.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      template
          .properties()
          .forEach(
              field ->
                  json(field.getValue()).ifPresent(value -> object.set(field.getKey(), value)));
      return Optional.of(object);
    }
    if (template.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      template.forEach(element -> json(element).ifPresent(array::add));
      return Optional.of(array);
    }
    return Optional.of(template);
  }

  private List<String> texts(String name, JsonNode value) {
    if (!value.isArray()) {
      return List.of(value.isValueNode() ? value.asText() : value.toString());
    }
    List<String> each =
        StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
    String separator = separators.get(name);
    return separator == null || each.isEmpty()
        ? each
        : List.of(each.stream().collect(Collectors.joining(separator)));
  }
}

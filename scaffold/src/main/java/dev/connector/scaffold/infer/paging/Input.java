package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.spec.definition.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value that a request can carry.
 *
 * @param place where the document has it
 * @param name the last part of its name, as written: {@code page[after]}, {@code cursor}
 * @param text what the document says about it, in small letters
 */
record Input(
    String place,
    Placement placement,
    String name,
    boolean required,
    ApiSchema schema,
    String text,
    Optional<JsonNode> example) {

  private static final int DEEPEST_IN_BODY = 2;

  /** Those of the body first: where a document has one twice, that in the URL is the copy. */
  static List<Input> of(ApiOperation operation) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    operation
        .body()
        .flatMap(it -> it.json().flatMap(ApiContent::schema))
        .ifPresent(it -> body(it, "", DEEPEST_IN_BODY, inputs));
    List<Input> found = new ArrayList<>();
    for (ApiParameter parameter : operation.parameters()) {
      if (parameter.in() == ApiParameter.In.QUERY && !inputs.containsKey("/" + parameter.name())) {
        query(parameter, found);
      } else if (parameter.in() == ApiParameter.In.HEADER) {
        found.add(of(parameter, new Placement.Header(parameter.name())));
      }
    }
    found.addAll(inputs.values());
    return found;
  }

  private static void query(ApiParameter parameter, List<Input> found) {
    Map<String, ApiSchema> members = members(parameter.schema());
    if (members.isEmpty()) {
      found.add(of(parameter, new Placement.Query(parameter.name())));
    }
    members.forEach(
        (member, schema) -> {
          String name = parameter.name() + "[" + member + "]";
          found.add(
              new Input(
                  parameter.place(),
                  new Placement.Query(name),
                  name,
                  false,
                  schema,
                  (schema.description() + " " + parameter.description()).toLowerCase(Locale.ROOT),
                  Optional.empty()));
        });
  }

  /** Of an object, or of the object that it may be instead of a plain value. */
  private static Map<String, ApiSchema> members(ApiSchema schema) {
    if (!schema.properties().isEmpty()) {
      return schema.properties();
    }
    return schema.alternatives().stream()
        .map(ApiSchema::properties)
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static Input of(ApiParameter parameter, Placement placement) {
    String own = parameter.description();
    String text = own.isEmpty() ? parameter.schema().description() : own;
    return new Input(
        parameter.place(),
        placement,
        parameter.name(),
        parameter.required(),
        parameter.schema(),
        text.toLowerCase(Locale.ROOT),
        parameter.example());
  }

  private static void body(ApiSchema schema, String at, int depth, Map<String, Input> inputs) {
    Set<String> required = schema.required();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
              if (property.isObject() && depth > 1) {
                body(property, pointer, depth - 1, inputs);
              } else if (!property.isObject()) {
                inputs.put(
                    pointer,
                    new Input(
                        property.place(),
                        new Placement.Body(JsonPointer.compile(pointer)),
                        name,
                        required.contains(name),
                        property,
                        property.description().toLowerCase(Locale.ROOT),
                        Optional.empty()));
              }
            });
  }

  boolean isNumber() {
    Set<String> types = schema.types();
    return types.contains("integer") || types.contains("number");
  }

  /** Whether it may be a text or a number, for all that is said. */
  boolean isScalar() {
    Set<String> types = schema.types();
    return types.isEmpty() || types.contains("string") || isNumber();
  }

  /** Of its default and its examples those that are given. */
  List<JsonNode> samples() {
    List<JsonNode> samples = new ArrayList<>();
    schema.defaultValue().ifPresent(samples::add);
    example.ifPresent(samples::add);
    schema.example().ifPresent(samples::add);
    return samples;
  }

  /** A name or a title, for what is said to people. */
  String title() {
    return placement instanceof Placement.Body body ? body.pointer().toString() : name;
  }
}

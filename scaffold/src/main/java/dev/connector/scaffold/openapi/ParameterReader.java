package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of one operation and makes them agree with its path. */
final class ParameterReader {

  private final Reading reading;
  private final Dialect dialect;
  private final Map<Dialect.ParameterKey, Target> declared = new LinkedHashMap<>();
  private final List<Target> inBody = new ArrayList<>();

  ParameterReader(Reading reading, Dialect dialect) {
    this.reading = reading;
    this.dialect = dialect;
  }

  /** Adds a list of parameters; what it declares replaces what lists before it did. */
  void add(Target list) {
    Set<Dialect.ParameterKey> seen = new LinkedHashSet<>();
    for (Target element : reading.elements(list)) {
      Optional<Target> parameter = reading.object(element);
      if (parameter.isEmpty()) {
        continue;
      }
      if (dialect.isBody(parameter.get())) {
        inBody.add(parameter.get());
        continue;
      }
      Optional<Dialect.ParameterKey> key = key(parameter.get());
      if (key.isPresent()) {
        if (!seen.add(key.get())) {
          reading.defects().add(element.place(), "declares a parameter again; the last one counts");
        }
        declared.put(key.get(), parameter.get());
      }
    }
  }

  private Optional<Dialect.ParameterKey> key(Target parameter) {
    String name = Reading.text(parameter, "name");
    String in = Reading.text(parameter, "in").toLowerCase(Locale.ROOT);
    if (name.isBlank()) {
      reading.defects().add(parameter.place(), "is a parameter without a name");
      return Optional.empty();
    }
    for (ApiParameter.In place : ApiParameter.In.values()) {
      if (in.equals(place.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(new Dialect.ParameterKey(place, name));
      }
    }
    reading.defects().add(parameter.place(), "does not say where the parameter goes");
    return Optional.empty();
  }

  /** The parts of a body, where parameters are such. */
  List<Target> inBody() {
    return inBody;
  }

  /** The names of the parameters that are said to be in the path. */
  Set<String> pathNames() {
    Set<String> names = new LinkedHashSet<>();
    declared.keySet().stream()
        .filter(it -> it.in() == ApiParameter.In.PATH)
        .forEach(it -> names.add(it.name()));
    return names;
  }

  /** All parameters of a path; its variables are required, and those not declared are texts. */
  List<ApiParameter> read(PathKey path, String place) {
    Map<String, String> variables = variables(path, place);
    List<ApiParameter> parameters = new ArrayList<>();
    Set<String> found = new LinkedHashSet<>();
    declared.forEach(
        (key, node) -> {
          if (key.in() != ApiParameter.In.PATH) {
            if (key.in() != ApiParameter.In.QUERY || !path.query().containsKey(key.name())) {
              parameters.add(dialect.parameter(key, node));
            }
          } else if (variables.containsKey(key.name())) {
            String name = variables.get(key.name());
            found.add(name);
            parameters.add(required(dialect.parameter(named(key, name), node)));
          } else if (!path.query().containsValue('{' + key.name() + '}')) {
            reading.defects().add(node.place(), "is said to be in the path, and is not");
          }
        });
    for (String variable : path.variables()) {
      if (!found.contains(variable)) {
        reading.defects().add(place, "does not declare {" + variable + "}; taken for a text");
        parameters.add(added(ApiParameter.In.PATH, variable, place, Optional.empty()));
      }
    }
    path.query().forEach((name, value) -> parameters.add(fixed(name, value, place)));
    return parameters;
  }

  /** Variables of the path by the declared name that means them, if need be in other letters. */
  private Map<String, String> variables(PathKey path, String place) {
    Map<String, String> variables = new LinkedHashMap<>();
    Set<String> names = pathNames();
    for (String variable : path.variables()) {
      Optional<String> similar =
          names.contains(variable)
              ? Optional.of(variable)
              : names.stream()
                  .filter(it -> it.equalsIgnoreCase(variable) && !path.variables().contains(it))
                  .findFirst();
      similar.ifPresent(it -> variables.put(it, variable));
      similar
          .filter(it -> !it.equals(variable))
          .ifPresent(it -> reading.defects().add(place, "writes {" + it + "} in other letters"));
    }
    return variables;
  }

  private static Dialect.ParameterKey named(Dialect.ParameterKey key, String name) {
    return new Dialect.ParameterKey(key.in(), name);
  }

  /** What the path fixes of the query: a parameter with one value, or a variable that is moved. */
  private ApiParameter fixed(String name, String value, String place) {
    if (!value.startsWith("{") || !value.endsWith("}")) {
      return added(ApiParameter.In.QUERY, name, place, Optional.of(value));
    }
    String variable = value.substring(1, value.length() - 1);
    Dialect.ParameterKey query = new Dialect.ParameterKey(ApiParameter.In.QUERY, name);
    for (ApiParameter.In in : List.of(ApiParameter.In.PATH, ApiParameter.In.QUERY)) {
      for (String candidate : List.of(variable, name)) {
        Target node = declared.get(new Dialect.ParameterKey(in, candidate));
        if (node != null) {
          return required(dialect.parameter(query, node));
        }
      }
    }
    return added(ApiParameter.In.QUERY, name, place, Optional.empty());
  }

  private ApiParameter added(ApiParameter.In in, String name, String place, Optional<String> only) {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    only.ifPresent(value -> schema.putArray("enum").add(value));
    Target at = new Target(place, schema).child(in.name().toLowerCase(Locale.ROOT)).child(name);
    return new ApiParameter(
        place,
        in,
        name,
        true,
        "",
        ApiSchema.of(reading.documents(), at.place(), schema),
        only.<JsonNode>map(TextNode::valueOf),
        in == ApiParameter.In.QUERY ? "form" : "simple",
        in == ApiParameter.In.QUERY);
  }

  private static ApiParameter required(ApiParameter it) {
    return new ApiParameter(
        it.place(),
        it.in(),
        it.name(),
        true,
        it.description(),
        it.schema(),
        it.example(),
        it.style(),
        it.explode());
  }
}

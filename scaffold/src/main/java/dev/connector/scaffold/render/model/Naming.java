package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.JavaLang;
import dev.connector.scaffold.render.code.NameScope;
import dev.connector.scaffold.render.code.Words;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.engine.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds names for everything a connector has, in an order that never changes. */
final class Naming {

  private static final String ROOT = "dev.connector.connectors.";

  /** Methods that every object has. */
  static final List<String> OBJECT =
      List.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final Definition definition;
  private final Map<String, JsonNode> schemas;
  private final NameScope types = JavaLang.types(Types.known().keySet());
  private final Map<String, String> records = new LinkedHashMap<>();
  private final Map<String, String> refusals = new HashMap<>();

  Naming(Definition definition, Map<String, JsonNode> schemas) {
    this.definition = definition;
    this.schemas = schemas;
  }

  JavaConnector connector() {
    Refusals.of(definition, Map.of()) // what a schema says is rendered whatever it is
        .forEach(it -> refusals.putIfAbsent(it.pointer(), plain(it.what())));
    types.take("ConnectorMain");
    TestTypes.NAMES.forEach(types::take);
    String client = client();
    String settings = types.take(client + "Settings");
    String adapter = types.take(client + "Connector");
    Optional<String> webhooks =
        definition.webhooks().map(it -> types.take(client + "Webhooks", client + "Deliveries"));
    definition.resources().values().forEach(this::record);
    NameScope accessors = new NameScope(OBJECT);
    List.of("client", "close", "connect", "settings").forEach(accessors::take);
    List<JavaResource> resources = new ArrayList<>();
    definition
        .resources()
        .forEach((name, resource) -> resources.add(resource(name, resource, accessors)));
    return new JavaConnector(
        definition,
        schemas,
        ROOT + packageName(),
        client,
        settings,
        adapter,
        webhooks,
        variables(),
        records,
        resources,
        refusals);
  }

  /** The engine's words for what it cannot do, without those about itself. */
  private static String plain(String what) {
    return what.replace("the engine does not support ", "this connector does not support ")
        .replace("; the connector's code may", "");
  }

  private Map<String, JavaSetting> variables() {
    NameScope components = new NameScope(OBJECT);
    List.of("addresses", "defaults", "fromEnvironment", "of", "policy", "tokens")
        .forEach(components::take);
    NameScope constants = new NameScope(List.of("BASE_URL", "DECLARED", "TOKEN_STORE"));
    Map<String, JavaSetting> variables = new LinkedHashMap<>();
    definition
        .settings()
        .forEach(
            (name, setting) ->
                variables.put(
                    name,
                    new JavaSetting(
                        name,
                        setting,
                        components.take(name, name + "Setting"),
                        constants.take(Words.constant(name), Words.constant(name) + "_SETTING"),
                        definition.variable(name))));
    return variables;
  }

  private JavaResource resource(String name, Resource resource, NameScope accessors) {
    String type = Words.upper(name);
    String own = types.take(type, type + "Resource");
    String record = record(resource);
    NameScope nested = JavaLang.types(Types.known().keySet());
    List.of(own, record).forEach(nested::take);
    return new JavaResource(
        name,
        resource,
        accessors.take(name, name + "Resource"),
        own,
        types.take(own + "Requests"),
        record,
        operations(name, resource, nested),
        Optional.ofNullable(refusals.get("/resources/" + name)));
  }

  private List<JavaOperation> operations(String name, Resource resource, NameScope nested) {
    NameScope methods = new NameScope(OBJECT);
    methods.take("requests");
    Set<String> bound = bound(resource);
    List<JavaOperation> operations = new ArrayList<>();
    resource
        .operations()
        .forEach(
            (operation, declared) ->
                operations.add(
                    operation(name, operation, declared, new Scopes(methods, nested, bound))));
    return operations;
  }

  /** Where the names of an operation go. */
  private record Scopes(NameScope methods, NameScope nested, Set<String> bound) {}

  private JavaOperation operation(
      String resource, String name, Operation operation, Scopes scopes) {
    String method = scopes.methods().take(name, "do" + Words.upper(name));
    Map<String, Argument> all = new LinkedHashMap<>();
    Set<String> used = operation.request().placeholders();
    for (String placeholder : used) {
      Argument declared = operation.arguments().get(placeholder);
      boolean given = declared == null && scopes.bound().contains(placeholder);
      if (given || (declared != null && declared.required())) {
        all.put(placeholder, given ? given() : declared);
      }
    }
    operation.arguments().forEach(all::putIfAbsent);
    NameScope parameters =
        new NameScope(List.of("client", "options", "requests", "since", "with", "arguments"));
    NameScope withers = new NameScope(OBJECT);
    List.of("arguments", "none").forEach(withers::take);
    List<JavaArgument> required = new ArrayList<>();
    List<JavaArgument> optional = new ArrayList<>();
    all.forEach(
        (argument, declared) -> {
          NameScope scope = declared.required() ? parameters : withers;
          (declared.required() ? required : optional)
              .add(new JavaArgument(argument, declared, scope.take(argument, argument + "Value")));
        });
    String options = optional.isEmpty() ? "" : scopes.nested().take(Words.upper(name) + "Options");
    String pointer = "/resources/" + resource;
    Optional<String> refusal =
        Optional.ofNullable(refusals.get(pointer + "/operations/" + name))
            .or(
                () ->
                    definition.resources().get(resource).custom().isPresent()
                        ? Optional.ofNullable(refusals.get(pointer))
                        : Optional.empty());
    return new JavaOperation(
        name, operation, method, required, optional, options, result(operation), refusal);
  }

  private static JavaOperation.Result result(Operation operation) {
    if (operation.answer().records().isPresent()) {
      return operation.answer().records().get().shape() instanceof Records.Single
          ? JavaOperation.Result.RECORD
          : JavaOperation.Result.STREAM;
    }
    boolean silent = Set.of("DELETE", "HEAD").contains(operation.request().method());
    return silent ? JavaOperation.Result.NOTHING : JavaOperation.Result.ANSWER;
  }

  /** What a caller has to give who calls by itself what is otherwise called for each parent. */
  private static Argument given() {
    return new Argument("", Argument.Type.TEXT, true, Optional.empty(), Optional.empty());
  }

  /** The placeholders that the resource's parents give a value. */
  private Set<String> bound(Resource resource) {
    Set<String> names = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Optional<Parent> next = resource.reading().parent();
    while (next.isPresent() && seen.add(next.get().resource())) {
      names.addAll(next.get().bind().keySet());
      next =
          Optional.ofNullable(definition.resources().get(next.get().resource()))
              .flatMap(it -> it.reading().parent());
    }
    return names;
  }

  private String record(Resource resource) {
    return records.computeIfAbsent(
        resource.record().schema(),
        file -> {
          String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
          String name = Words.upper(base);
          return types.take(name, name + "Record");
        });
  }

  /** The title as the vendor writes it, where that can be a name and is the connector's own. */
  private String client() {
    String title = definition.title().replaceAll("[^A-Za-z0-9]", "");
    String name = Words.upper(definition.name());
    boolean same = title.equalsIgnoreCase(name) && !Character.isDigit(title.charAt(0));
    String wanted = same ? title : name;
    String capital = Character.toUpperCase(wanted.charAt(0)) + wanted.substring(1);
    return types.take(capital, capital + "Api");
  }

  private String packageName() {
    String word = definition.name().replace("-", "");
    return Words.isName(word) ? word : word + "api";
  }
}

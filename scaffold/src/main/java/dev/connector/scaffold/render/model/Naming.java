package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.JavaLang;
import dev.connector.scaffold.render.code.NameScope;
import dev.connector.scaffold.render.code.Words;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names for everything a connector has, in an order that never changes. */
final class Naming {

  private static final String ROOT = "dev.connector.connectors.";
  private static final List<String> OBJECT =
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
  private final NameScope types = JavaLang.types(Imports.simpleNames());
  private final Map<String, String> records = new HashMap<>();

  Naming(Definition definition, Map<String, JsonNode> schemas) {
    this.definition = definition;
    this.schemas = schemas;
  }

  JavaConnector connector() {
    types.take("ConnectorMain");
    TestTypes.NAMES.forEach(types::take);
    String client = client();
    String settings = types.take(client + "Settings");
    String adapter = types.take(client + "Connector");
    definition.resources().values().forEach(this::record);
    NameScope accessors = new NameScope(OBJECT);
    List.of("client", "close", "connect", "settings").forEach(accessors::take);
    List<JavaResource> resources = new ArrayList<>();
    definition
        .resources()
        .forEach((name, resource) -> resources.add(resource(name, resource, accessors)));
    return new JavaConnector(
        definition, schemas, ROOT + packageName(), client, settings, adapter, resources);
  }

  private JavaResource resource(String name, Resource resource, NameScope accessors) {
    String type = Words.upper(name);
    String own = types.take(type, type + "Resource");
    return new JavaResource(
        name,
        resource,
        accessors.take(Words.isName(name) ? name : Words.lower(name), name + "Resource"),
        own,
        types.take(own + "Requests"),
        record(resource),
        operations(resource));
  }

  private static List<JavaOperation> operations(Resource resource) {
    NameScope methods = new NameScope(OBJECT);
    List<JavaOperation> operations = new ArrayList<>();
    resource
        .operations()
        .forEach(
            (name, operation) ->
                operations.add(
                    new JavaOperation(
                        name, operation, methods.take(name, "do" + Words.upper(name)))));
    return operations;
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
    boolean same = title.equalsIgnoreCase(name.replace("_", ""));
    String wanted = same && !title.isEmpty() && !Character.isDigit(title.charAt(0)) ? title : name;
    String capital = Character.toUpperCase(wanted.charAt(0)) + wanted.substring(1);
    return types.take(capital, capital + "Api");
  }

  private String packageName() {
    String word = definition.name().replace("-", "");
    return Words.isName(word) ? word : word + "api";
  }
}

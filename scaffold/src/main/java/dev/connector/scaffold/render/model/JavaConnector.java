package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OperationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connector as Java: its package, its types, and what they are made from.
 *
 * @param schemas by the path the definition has them at
 * @param packageName where its code lies until a project takes it, {@code
 *     dev.connector.connectors.hubspot}
 * @param client the simple name of the client's class, {@code HubSpot}
 * @param settings the simple name of the settings' record, {@code HubSpotSettings}
 * @param adapter the simple name of the class that serves it by name, {@code HubSpotConnector}
 * @param webhooks the simple name of the class that receives webhooks; empty where there are none
 * @param variables its settings, in the order of the definition
 * @param records the simple names of its record types by the path of their schema
 * @param resources in the order of the definition
 * @param refusals what cannot be rendered, by JSON Pointers into the definition
 */
public record JavaConnector(
    Definition definition,
    Map<String, JsonNode> schemas,
    String packageName,
    String client,
    String settings,
    String adapter,
    Optional<String> webhooks,
    Map<String, JavaSetting> variables,
    Map<String, String> records,
    List<JavaResource> resources,
    Map<String, String> refusals) {

  public JavaConnector {
    variables = new LinkedHashMap<>(variables);
    records = new LinkedHashMap<>(records);
    resources = List.copyOf(resources);
    refusals = Map.copyOf(refusals);
  }

  /** The Java of a definition. */
  public static JavaConnector of(Definition definition, Map<String, JsonNode> schemas) {
    return new Naming(definition, schemas).connector();
  }

  /** A schema by its path; one that allows anything where there is none. */
  public JsonNode schema(String path) {
    JsonNode found = schemas.get(path);
    return found == null ? JsonNodeFactory.instance.objectNode() : found;
  }

  /** What tells whether credentials work: what the definition names, or else a first list. */
  Optional<OperationName> check() {
    return definition
        .check()
        .or(
            () ->
                resources.stream()
                    .filter(it -> it.definition().reading().parent().isEmpty())
                    .flatMap(
                        it ->
                            it.definition().reading().operation().stream()
                                .map(list -> new OperationName(it.name(), list)))
                    .findFirst());
  }

  /** The name of its package without those it lies in, {@code hubspot}. */
  public String word() {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  /** Where a file of the package lies in the connector's folder. */
  public String path(String sources, String file) {
    return "java/src/" + sources + "/java/" + packageName.replace('.', '/') + "/" + file;
  }

  /** Why a part of the definition cannot be rendered. */
  Optional<String> refusal(String pointer) {
    return Optional.ofNullable(refusals.get(pointer));
  }
}

package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Definition;
import java.util.List;
import java.util.Map;

/**
 * A connector as Java: its package, its types, and what they are made from.
 *
 * @param packageName where its code lies until a project takes it, {@code
 *     dev.connector.connectors.hubspot}
 * @param client the simple name of the client's class, {@code HubSpot}
 * @param settings the simple name of the settings' record, {@code HubSpotSettings}
 * @param adapter the simple name of the class that serves it by name, {@code HubSpotConnector}
 * @param resources in the order of the definition
 */
public record JavaConnector(
    Definition definition,
    Map<String, JsonNode> schemas,
    String packageName,
    String client,
    String settings,
    String adapter,
    List<JavaResource> resources) {

  public JavaConnector {
    resources = List.copyOf(resources);
  }

  /** The Java of a definition. */
  public static JavaConnector of(Definition definition, Map<String, JsonNode> schemas) {
    return new Naming(definition, schemas).connector();
  }

  /** Where a file of the package lies in the connector's folder. */
  public String path(String sources, String file) {
    return "java/src/" + sources + "/java/" + packageName.replace('.', '/') + "/" + file;
  }
}

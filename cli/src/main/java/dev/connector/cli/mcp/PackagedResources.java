package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts that come with the program: the specification, the rules, the canonical types. */
final class PackagedResources {

  static final String SCHEMA = "application/schema+json";

  private PackagedResources() {}

  static List<SyncResourceSpecification> all() {
    JsonNode file = Catalogue.json("resources.json");
    List<SyncResourceSpecification> all = new ArrayList<>();
    for (JsonNode text : file.path("texts")) {
      String uri = text.path("uri").asText();
      all.add(
          packaged(
              Resource.builder(uri, uri.substring(uri.lastIndexOf('/') + 1))
                  .title(text.path("title").asText())
                  .description(text.path("description").asText())
                  .mimeType(text.path("type").asText())
                  .build(),
              text.path("path").asText()));
    }
    for (String type : Catalogue.texts(file.path("canonical"))) {
      String name = type + "-1.schema.json";
      String words = type.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
      all.add(
          packaged(
              Resource.builder("connector://canonical/" + name, name)
                  .title("Canonical type: " + words)
                  .description("What connectors of different vendors may be mapped to.")
                  .mimeType(SCHEMA)
                  .build(),
              "/dev/connector/spec/canonical/" + name));
    }
    return all;
  }

  private static SyncResourceSpecification packaged(Resource resource, String path) {
    return new SyncResourceSpecification(
        resource, (exchange, request) -> text(resource, Catalogue.text(path)));
  }

  static ReadResourceResult text(Resource resource, String text) {
    return ReadResourceResult.builder(
            List.of(
                TextResourceContents.builder(resource.uri(), text)
                    .mimeType(resource.mimeType())
                    .build()))
        .build();
  }
}

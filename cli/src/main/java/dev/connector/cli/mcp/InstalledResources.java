package dev.connector.cli.mcp;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.spec.ConnectorException;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The definitions of the project's connectors, which come and go with what tools do. */
final class InstalledResources {

  private final Path directory;
  private final Set<String> known = new TreeSet<>();

  InstalledResources(Path directory) {
    this.directory = directory;
  }

  /** What there is when the server starts, before there is anybody to tell. */
  synchronized List<SyncResourceSpecification> atStart() {
    List<SyncResourceSpecification> all = installed().stream().map(this::specification).toList();
    all.forEach(it -> known.add(it.resource().uri()));
    return all;
  }

  /** Tells the client what has come and gone since it was last told. */
  synchronized void refresh(McpSyncServer server) {
    Set<String> gone = new HashSet<>(known);
    for (ConnectorPlace place : installed()) {
      SyncResourceSpecification here = specification(place);
      gone.remove(here.resource().uri());
      if (known.add(here.resource().uri())) {
        server.addResource(here);
      }
    }
    gone.forEach(server::removeResource);
    known.removeAll(gone);
  }

  private SyncResourceSpecification specification(ConnectorPlace place) {
    Resource resource =
        Resource.builder(
                "connector://installed/" + place.title() + "/connector.json", "connector.json")
            .title("Definition of " + place.title())
            .description("The definition as it stands in this project.")
            .mimeType("application/json")
            .build();
    return new SyncResourceSpecification(
        resource, (exchange, request) -> read(resource, place.definition()));
  }

  /** A project that cannot be read has none; the tools tell why. */
  private List<ConnectorPlace> installed() {
    try {
      return new ConnectorPlaces(directory).installed();
    } catch (ConnectorException unreadable) {
      return List.of();
    }
  }

  private ReadResourceResult read(Resource resource, Path file) {
    try {
      new Roots(directory).require("<file>", file.toString(), directory);
      return PackagedResources.text(resource, Files.readString(file));
    } catch (IOException | ConnectorException e) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
          .message("the definition cannot be read: " + resource.uri())
          .build();
    }
  }
}

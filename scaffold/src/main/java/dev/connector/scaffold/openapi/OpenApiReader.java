package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiEvent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.References.Target;
import java.util.ArrayList;
import java.util.List;

/** Reads OpenAPI 3.0 and 3.1 and Swagger 2.0 documents that are parsed. */
public final class OpenApiReader {

  private final Reading reading;
  private final Target root;
  private final Dialect dialect;

  private OpenApiReader(Documents documents, Defects defects) {
    this.reading = new Reading(documents, defects);
    this.root = new Target("#", documents.first().root());
    this.dialect = root.node().has("swagger") ? new Swagger2(reading, root) : new OpenApi3(reading);
  }

  /** Reads a document that refers to nothing but itself. */
  public static ApiDescription read(JsonNode document) {
    Defects defects = new Defects();
    return read(Documents.of(document, defects), defects);
  }

  /** Reads a document and the files that it refers to. */
  static ApiDescription read(Documents documents, Defects defects) {
    ReferenceCheck.check(documents, defects);
    return new OpenApiReader(documents, defects).description();
  }

  private ApiDescription description() {
    Target info = reading.follow(root.child("info"));
    PathReader paths = new PathReader(reading, dialect);
    List<ApiOperation> operations = paths.paths(root.child("paths"));
    List<ApiEvent> events = new ArrayList<>(paths.events(root.child("webhooks")));
    if (!root.node().has("webhooks")) {
      events.addAll(0, new PathReader(reading, dialect).events(root.child("x-webhooks")));
    }
    return new ApiDescription(
        new ApiDescription.Info(
            Reading.text(info, "title"),
            Reading.text(info, "version"),
            Reading.text(info, "description"),
            Reading.text(reading.follow(root.child("externalDocs")), "url"),
            Reading.extensions(info)),
        dialect.servers(root),
        operations,
        dialect.schemes(root),
        Security.read(reading, root.child("security")).orElse(List.of()),
        events,
        reading.defects().all());
  }
}

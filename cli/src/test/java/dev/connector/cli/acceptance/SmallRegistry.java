package dev.connector.cli.acceptance;

import dev.connector.registry.source.RegistryPacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A registry of two small connectors and a runtime of one class, for tests of the commands. */
public final class SmallRegistry {

  private SmallRegistry() {}

  /** Writes the registry as a folder. */
  public static Path write(Path root) throws IOException {
    runtime(root.resolve("runtime/java"));
    connector(root.resolve("connectors/weather"), "weather", "Weather", "Forecasts by place.");
    connector(root.resolve("connectors/tides"), "tides", "Tides", "High and low water.");
    write(
        root.resolve("lessons/odd-offsets.md"),
        "---\ntitle: Odd offsets\napplies: [pagination.offset]\n---\n\nThey begin at 1.\n");
    return root;
  }

  /** Writes the registry as a folder and as a packed file. */
  public static void pack(Path root, Path file) throws IOException {
    RegistryPacker.pack(write(root), file, "", "");
  }

  private static void runtime(Path folder) throws IOException {
    write(
        folder.resolve("item.json"),
        """
        { "format": 1, "language": "java", "version": "1.2.0", "release": 17,
          "package": "dev.connector.runtime",
          "sources": { "main": "src/main/java" },
          "requires": {},
          "dependencies": [ { "id": "com.squareup.okhttp3:okhttp-jvm:5.5.1", "scope": "main" } ] }
        """);
    write(
        folder.resolve("src/main/java/dev/connector/runtime/Client.java"),
        """
        package dev.connector.runtime;

        /** Calls an API. */
        public final class Client {}
        """);
  }

  private static void connector(Path folder, String name, String title, String about)
      throws IOException {
    String type = title + "Connector";
    String place = "src/main/java/dev/connector/connectors/" + name + "/" + type + ".java";
    write(
        folder.resolve("connector.json"),
        """
        { "format": 1, "name": "%s", "version": "1.0.0", "title": "%s", "description": "%s",
          "documentation": "https://example.com/%s",
          "baseUrl": "https://api.example.com",
          "settings": { "apiKey": { "title": "API key", "description": "From your account.",
                                    "secret": true, "required": true } },
          "authentication": [ { "type": "bearer", "token": "{apiKey}" } ],
          "resources": {
            "readings": {
              "title": "Readings", "description": "One reading of one place.",
              "schema": "schemas/reading.json", "primaryKey": ["/id"],
              "operations": { "list": { "path": "/readings", "records": "/items" } } } } }
        """
            .formatted(name, title, about, name));
    write(
        folder.resolve("schemas/reading.json"),
        """
        { "type": "object", "required": ["id"],
          "properties": { "id": { "type": "string" }, "level": { "type": "number" } } }
        """);
    write(folder.resolve("fixtures/readings.list.json"), "{}\n");
    write(folder.resolve("README.md"), "# " + title + "\n");
    write(folder.resolve("CHANGELOG.md"), "# 1.0.0\n");
    write(folder.resolve("LICENSE"), "MIT\n");
    write(
        folder.resolve("java/item.json"),
        """
        { "format": 1, "language": "java", "release": 17,
          "package": "dev.connector.connectors.%s",
          "sources": { "main": "src/main/java" },
          "requires": { "runtime": "^1.0.0" },
          "dependencies": [] }
        """
            .formatted(name));
    write(
        folder.resolve("java").resolve(place),
        """
        package dev.connector.connectors.%s;

        import dev.connector.runtime.Client;

        /** Reads %s. */
        public record %s(Client client) {}
        """
            .formatted(name, title, type));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Items made up for a test, small and complete. */
final class SampleItem {

  private final String name;
  private final Item.Kind kind;
  private final Map<String, String> files = new TreeMap<>();
  private String tree = "t1";

  private SampleItem(String name, Item.Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** The runtime: one class, one library. */
  static SampleItem runtime(String version) {
    return new SampleItem("runtime", Item.Kind.RUNTIME)
        .file(
            "item.json",
            """
            {"format": 1, "language": "java", "version": "%s", "release": 17,
             "package": "dev.connector.runtime", "sources": {"main": "src/main/java"},
             "dependencies": [
               {"id": "com.squareup.okhttp3:okhttp-jvm:5.5.1", "scope": "main"},
               {"id": "com.fasterxml.jackson.core:jackson-databind:2.22.4", "scope": "main"}]}
            """
                .formatted(version))
        .file(
            "src/main/java/dev/connector/runtime/ApiClient.java",
            "package dev.connector.runtime;\n\npublic final class ApiClient {}\n");
  }

  /** A connector that stands on the runtime and wants a token. */
  static SampleItem connector(String name) {
    return connector(name, "^1.0.0");
  }

  static SampleItem connector(String name, String runtimeRange) {
    String folder = "dev/connector/connectors/" + name;
    return new SampleItem(name, Item.Kind.CONNECTOR)
        .file("connector.json", definition(name, "1.0.0"))
        .file("schemas/thing.json", "{\"type\": \"object\"}")
        .file("README.md", "# " + name + "\n")
        .file("LICENSE", "MIT\n")
        .file("fixtures/things.list.json", "{}\n")
        .file(
            "java/item.json",
            """
            {"format": 1, "language": "java", "release": 17,
             "package": "dev.connector.connectors.%s",
             "sources": {"main": "src/main/java", "test": "src/test/java"},
             "requires": {"runtime": "%s"},
             "dependencies": [
               {"id": "org.junit.jupiter:junit-jupiter:6.1.3", "scope": "test"},
               {"id": "com.squareup.okhttp3:mockwebserver3:5.5.1", "scope": "test"}]}
            """
                .formatted(name, runtimeRange))
        .file(
            "java/src/main/java/" + folder + "/Client.java",
            """
            package dev.connector.connectors.%s;

            import dev.connector.runtime.ApiClient;

            /** Stands on {@link dev.connector.runtime.ApiClient}. */
            public record Client(ApiClient api) {
              static final String NAME = "dev.connector.runtime.ApiClient";
            }
            """
                .formatted(name))
        .file(
            "java/src/test/java/" + folder + "/ClientTest.java",
            "package dev.connector.connectors.%s;\n\nclass ClientTest {}\n".formatted(name));
  }

  static String definition(String name, String version) {
    return """
        {"format": 1, "name": "%s", "version": "%s", "title": "The %s API",
         "description": "Things.", "baseUrl": "https://api.example.com",
         "settings": {
           "accessToken": {"title": "Token", "secret": true, "description": "A token."},
           "region": {"title": "Region", "description": "Where.", "default": "eu"}},
         "authentication": [{"type": "bearer", "token": "{accessToken}"}],
         "resources": {"things": {"title": "Things", "description": "All.",
           "schema": "schemas/thing.json", "primaryKey": ["/id"],
           "operations": {"list": {"description": "All.", "path": "/things",
             "query": {"region": "{region}"}, "records": "/items"}}}}}
        """
        .formatted(name, version, name);
  }

  SampleItem file(String path, String content) {
    files.put(path, content);
    return this;
  }

  String text(String path) {
    return files.get(path);
  }

  /** With one text in place of another in its manifest. */
  SampleItem with(String from, String to) {
    return file("item.json", files.get("item.json").replace(from, to));
  }

  SampleItem without(String path) {
    files.remove(path);
    return this;
  }

  SampleItem tree(String id) {
    tree = id;
    return this;
  }

  Item item() {
    List<ItemFile> contents = new ArrayList<>();
    files.forEach((path, text) -> contents.add(new ItemFile(path, text.getBytes(UTF_8))));
    return new Item(name, kind, new Origin.Registered("default", "", "c0ffee", tree), contents);
  }
}

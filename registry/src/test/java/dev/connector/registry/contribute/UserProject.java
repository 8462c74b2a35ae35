package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.AddPlanner;
import dev.connector.registry.workspace.AddRequest;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.ProjectDetector;
import dev.connector.registry.workspace.change.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Maven project with connectors in it, made up for a test. */
final class UserProject {

  static final String MAIN = "java/src/main/java/dev/connector/connectors/billing/";
  static final String TEST = "java/src/test/java/dev/connector/connectors/billing/";

  private final Path root;

  private UserProject(Path root) {
    this.root = root;
  }

  static UserProject in(Path root) {
    UserProject project = new UserProject(root);
    project.write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>app</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
          </properties>
        </project>
        """);
    return project;
  }

  /** The files of a small connector, by path in its item. */
  static SortedMap<String, String> billing() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        "connector.json",
        """
        {
          "$schema": "../../spec/connector.schema.json",
          "format": 1,
          "name": "billing",
          "version": "1.0.0",
          "title": "Billing",
          "description": "Invoices.",
          "baseUrl": "https://api.example.com",
          "resources": {
            "invoices": {
              "title": "Invoices",
              "description": "All.",
              "schema": "schemas/invoice.json",
              "primaryKey": ["/id"],
              "operations": {
                "list": { "description": "All.", "path": "/invoices", "records": "/items" }
              }
            }
          }
        }
        """);
    files.put("README.md", "# Billing\n\nOne.\n\nTwo.\n\nThree.\n");
    files.put("LICENSE", "MIT\n");
    files.put("schemas/invoice.json", "{\n  \"type\": \"object\"\n}\n");
    files.put("fixtures/invoices.list.json", "{}\n");
    files.put(
        "java/item.json",
        """
        {"format": 1, "language": "java", "release": 17,
         "package": "dev.connector.connectors.billing",
         "sources": {"main": "src/main/java", "test": "src/test/java"},
         "requires": {"runtime": "^1.0.0"}}
        """);
    files.put(
        MAIN + "Client.java",
        """
        package dev.connector.connectors.billing;

        import dev.connector.connectors.billing.model.Invoice;
        import dev.connector.runtime.ApiClient;

        /** Stands on {@link dev.connector.runtime.ApiClient}. */
        record Client(ApiClient api, Invoice first) {
          static final String NAME = "dev.connector.connectors.billing.Client";

          int limit() {
            return 10;
          }

          int other() {
            return 20;
          }
        }
        """);
    files.put(
        MAIN + "model/Invoice.java",
        "package dev.connector.connectors.billing.model;\n\npublic record Invoice() {}\n");
    files.put(
        TEST + "ClientTest.java",
        "package dev.connector.connectors.billing;\n\nclass ClientTest {}\n");
    return files;
  }

  static Item item(Map<String, String> files) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    files.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
    return connector("billing", contents, new Origin.Registered("default", "", "c0ffee", "t1"));
  }

  static Item connector(String name, SortedMap<String, byte[]> files, Origin origin) {
    List<ItemFile> contents =
        files.entrySet().stream().map(it -> new ItemFile(it.getKey(), it.getValue())).toList();
    return new Item(name, Item.Kind.CONNECTOR, origin, contents);
  }

  private static Item runtime() {
    return new Item(
        "runtime",
        Item.Kind.RUNTIME,
        new Origin.Registered("default", "", "c0ffee", "t0"),
        List.of(
            new ItemFile(
                "item.json",
                """
                {"format": 1, "language": "java", "version": "1.0.0", "release": 17,
                 "package": "dev.connector.runtime", "sources": {"main": "src/main/java"}}
                """
                    .getBytes(UTF_8)),
            new ItemFile(
                "src/main/java/dev/connector/runtime/ApiClient.java",
                "package dev.connector.runtime;\n\npublic final class ApiClient {}\n"
                    .getBytes(UTF_8))));
  }

  UserProject add(Item item, String basePackage) {
    Project project =
        new ProjectDetector()
            .require(
                root, new ProjectDetector.Overrides(Optional.of(basePackage), Optional.empty()));
    tree()
        .apply(
            new AddPlanner()
                .plan(
                    new AddRequest(
                        project,
                        List.of(runtime(), item),
                        AddRequest.BuildEdits.ADD,
                        AddRequest.Purpose.ADD))
                .plan());
    return this;
  }

  MappedBack mapped(String name, Item newest) {
    return MappedBack.of(
        tree(), name, entry(name), newest.file(Item.DEFINITION).map(ItemFile::content));
  }

  Contribution contribution(Item newest) {
    return Contribution.of(tree(), "billing", entry("billing"), Optional.of(newest));
  }

  Lock.Entry entry(String name) {
    return Lock.read(tree()).entries().get(name);
  }

  ProjectTree tree() {
    return ProjectTree.at(root);
  }

  UserProject write(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  UserProject edit(String path, String from, String to) {
    String content = read(path);
    if (!content.contains(from)) {
      throw new IllegalArgumentException(path + " has no " + from);
    }
    return write(path, content.replace(from, to));
  }

  UserProject remove(String path) {
    try {
      Files.delete(root.resolve(path));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package dev.connector.cli.project;

import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.draft.StarterAuthentication;
import dev.connector.scaffold.draft.StarterDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a team's own registry begins with; the same name gives the same bytes. */
public final class RegistryStarter {

  private static final String RESOURCES = "/dev/connector/cli/registry/";
  private static final Map<String, String> FILES =
      Map.of(
          "README.md", "README.md",
          "LICENSE", "LICENSE",
          ".gitattributes", "gitattributes",
          ".gitignore", "gitignore",
          ".github/workflows/registry.yml", "workflow.yml");

  private RegistryStarter() {}

  /**
   * All files by path.
   *
   * @param name what the registry is called, such as its folder
   */
  public static SortedMap<String, byte[]> files(String name) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    FILES.forEach((path, resource) -> files.put(path, filled(resource, name)));
    example().forEach((path, content) -> files.put("connectors/example/" + path, content));
    return files;
  }

  /** A connector of an API that is not there: it shows the form, compiles and passes its tests. */
  private static Map<String, byte[]> example() {
    StarterDefinition example =
        new StarterDefinition(
            "example", "https://api.example.com", StarterAuthentication.BEARER, "/v1/customers");
    return ConnectorDraft.of(example.definition(), Optional.empty(), "", "").files();
  }

  private static byte[] filled(String resource, String name) {
    try (InputStream in = RegistryStarter.class.getResourceAsStream(RESOURCES + resource)) {
      String title = name.isEmpty() ? "Connectors" : name;
      String address = name.replaceAll("[^A-Za-z0-9._-]+", "-");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{title}", title)
          .replace("{name}", address.isEmpty() ? "connectors" : address)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

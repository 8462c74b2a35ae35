package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the source of one language is installed: what its {@code item.json} says.
 *
 * @param version a runtime's own version; a connector's stands in its definition
 * @param release the lowest language level, such as 17
 * @param packageName the package that installing rewrites to the user's own
 * @param sources the folders that are copied, relative to the item.json
 * @param requires items this one needs, by name, {@code runtime} among them
 * @param dependencies libraries for the user's build file
 */
public record ItemManifest(
    String language,
    Optional<String> version,
    int release,
    String packageName,
    Sources sources,
    Map<String, VersionRange> requires,
    List<Dependency> dependencies) {

  /** The name of the file. */
  public static final String FILE = "item.json";

  public ItemManifest {
    Objects.requireNonNull(language);
    Objects.requireNonNull(version);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(sources);
    requires = Map.copyOf(requires);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * Reads an {@code item.json}.
   *
   * @param file the file's path, for messages
   * @param language the language it must be for
   * @throws ConnectorException of kind INTEGRITY that lists every problem at once
   */
  public static ItemManifest read(String file, String language, byte[] json) {
    return new ItemManifestReader(file, language).read(json);
  }

  /** The package as a folder: {@code dev/connector/connectors/hubspot}. */
  public String packagePath() {
    return packageName.replace('.', '/');
  }

  /** The folders copied: the program and, where there are any, its tests. */
  public record Sources(String main, Optional<String> test) {
    public Sources {
      Objects.requireNonNull(main);
      Objects.requireNonNull(test);
    }

    /** Those there are. */
    public List<String> all() {
      return test.map(folder -> List.of(main, folder)).orElse(List.of(main));
    }
  }

  /**
   * A library for the user's build file.
   *
   * @param id as the language's package registry writes it: {@code group:artifact:version} for Java
   */
  public record Dependency(String id, Scope scope) {
    public Dependency {
      Objects.requireNonNull(id);
      Objects.requireNonNull(scope);
    }
  }

  /** What a library is needed for. */
  public enum Scope {
    /** The program. */
    MAIN,
    /** Its tests alone. */
    TEST
  }
}

package dev.connector.cli.agent.world;

import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.registry.source.RegistryPacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * A project whose connector reads the version of {@link Moved} that has ended, with what its owner
 * changed in the code.
 *
 * @param folder the project
 * @param application the program's own folder, which holds the registry
 */
public record UsersProject(Path folder, Path application) {

  private static final Path REGISTRY = Path.of("../registry");

  private static final String HEAVY =
      """

        /** Whether two people have to carry it. */
        public boolean isHeavy(Parcel parcel) {
          return parcel.weightGrams() != null && parcel.weightGrams() > 20_000;
        }
      """;

  private static final String LISTENER = ".listener(attempts)";

  /** A header by which the owner's proxy knows the caller. */
  public static final String TEAM = "\n            .header(\"X-Team\", \"logistics\")";

  /** Makes it in an empty folder; takes the folder, and prints where the project is. */
  public static void main(String... arguments) throws IOException {
    Path root = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    UsersProject project = make(root, Shelf.of("moved").folder().resolve("v1/openapi.yaml"));
    System.out.println("project        " + project.folder());
    System.out.println("application    " + project.application());
  }

  /**
   * Makes it by the command line.
   *
   * @param root an empty folder
   * @param description of the version that has ended
   */
  public static UsersProject make(Path root, Path description) throws IOException {
    UsersProject project = new UsersProject(root.resolve("shop"), root.resolve("application"));
    RegistryPacker.pack(REGISTRY, project.application.resolve("registry/default.zip"), "", "");
    Files.createDirectories(project.folder);
    project.connector("new", "--from-openapi", description.toString(), "--yes");
    project.edit();
    return project;
  }

  /** Runs the command line in the project; what it printed where it ended well. */
  public String connector(String... arguments) {
    Screen screen = Screen.none();
    Environment environment =
        new Environment(
            screen.terminal(),
            folder,
            Map.of(
                "CONNECTOR_CACHE", folder.resolveSibling("cache").toString(),
                "CONNECTOR_TOKENS", folder.resolveSibling("tokens").toString(),
                "CONNECTOR_CONFIG", folder.resolveSibling("config").toString()),
            Clock.systemUTC(),
            Optional.of(application));
    int code = new Invocation(environment).run(arguments);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + screen.error());
    }
    return screen.output();
  }

  /** The file of code that its owner changed the most. */
  public Path parcels() {
    return code("Parcels.java");
  }

  /** The other one. */
  public Path client() {
    return code("Waypost.java");
  }

  private Path code(String name) {
    return folder.resolve("src/main/java/com/example/shop/connectors/waypost").resolve(name);
  }

  private void edit() throws IOException {
    String parcels = Files.readString(parcels());
    int end = parcels.lastIndexOf('}');
    Files.writeString(parcels(), parcels.substring(0, end) + HEAVY + parcels.substring(end));
    String client = Files.readString(client());
    if (!client.contains(LISTENER)) {
      throw new IllegalStateException("the client is written differently now:\n" + client);
    }
    Files.writeString(client(), client.replace(LISTENER, LISTENER + TEAM));
  }
}

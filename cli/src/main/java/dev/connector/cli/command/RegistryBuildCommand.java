package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.lesson.Lessons;
import dev.connector.registry.source.Catalog;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.PackedRegistry;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Registry;
import dev.connector.registry.source.RegistryPacker;
import dev.connector.registry.workspace.change.Sha256;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector registry build}: a registry in one file, for where no network leads to it. */
@Command(
    name = "build",
    description = "Pack a registry into one file, to be used where no network leads to it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector registry build                           the registry in this folder",
      "  connector registry build @acme --output acme.zip",
      "  connector add ./acme.zip#billing                   what the file is for",
      "  connector registry add @acme ./acme.zip",
      "",
      "The same registry gives the same bytes."
    })
final class RegistryBuildCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<file>",
      defaultValue = "registry.zip",
      description = "The file to write; registry.zip if left out.")
  private String output;

  @Option(names = "--offline", description = "Use only what was fetched before.")
  private boolean offline;

  @Parameters(
      arity = "0..1",
      paramLabel = "<registry>",
      description = "Folder, git URL or @name; the folder here if left out.")
  private String source = ".";

  RegistryBuildCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Path file = directory.resolve(output).normalize();
    requireOurs(file);
    RegistryOptions options = new RegistryOptions();
    options.offline = offline;
    Location location = location(directory);
    try (Registries open = options.open(environment, directory)) {
      Registry registry = open.open(location);
      String repository = location instanceof Location.Git git ? git.url().toString() : "";
      byte[] packed = RegistryPacker.pack(registry, repository);
      write(file, packed);
      show(file, packed, registry.catalog(), registry.lessons());
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } catch (ConnectorException e) {
      throw e.kind() == Kind.INTEGRITY
          ? new ConnectorException(
              e.kind(), e.getMessage(), "see all of it: connector registry validate <folder>", e)
          : e;
    }
    return ExitCode.DONE.number();
  }

  /** The name of a folder here is taken for it, which an address could not be. */
  private Location location(Path directory) {
    boolean plain = source.matches("[A-Za-z0-9._-]+");
    return plain && Files.isDirectory(directory.resolve(source))
        ? new Location.Folder(directory.resolve(source).normalize())
        : Location.parse(source, directory);
  }

  /** A registry that was built earlier is replaced; nothing else is. */
  private static void requireOurs(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      PackedRegistry.open(file.toString(), file).close();
    } catch (ConnectorException e) {
      throw new ConnectorException(
          Kind.USAGE,
          file + " is there already, and is no packed registry",
          "name another file: --output <file>",
          e);
    }
  }

  private static void write(Path file, byte[] packed) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".part");
      try {
        Files.write(fresh, packed);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static ConnectorException cannotWrite(Path file, IOException cause) {
    return new ConnectorException(
        Kind.FAILED, file + " cannot be written", "name another file: --output <file>", cause);
  }

  private void show(Path file, byte[] packed, Catalog catalog, Lessons lessons) {
    Terminal terminal = environment.terminal();
    int connectors = catalog.connectors().size();
    int runtimes = catalog.entries().size() - connectors;
    if (work.json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document
          .put("file", file.toString())
          .put("sha256", Sha256.of(packed))
          .put("bytes", packed.length)
          .put("connectors", connectors)
          .put("runtimes", runtimes)
          .put("lessons", lessons.all().size());
      terminal.printDocument(Json.print(document));
      return;
    }
    terminal.print(
        terminal.styled(Style.GOOD, "Packed " + Text.count(connectors, "connector"))
            + " and "
            + Text.count(runtimes, "runtime")
            + " into "
            + file);
    terminal.print("  " + packed.length + " bytes, sha256 " + Sha256.of(packed));
    terminal.print("");
    terminal.print("use it:  connector list --registry " + file);
  }
}

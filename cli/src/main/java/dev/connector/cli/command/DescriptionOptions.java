package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.scaffold.openapi.Descriptions;
import dev.connector.scaffold.openapi.ReadDescription;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name a description of an API, and say how far it may reach. */
final class DescriptionOptions {

  @Option(
      names = "--from-openapi",
      paramLabel = "<file|URL|->",
      description = "The API's description: OpenAPI 3.0, 3.1 or Swagger 2.0, JSON or YAML.")
  private String address;

  @Option(
      names = "--allow-remote-references",
      description = "Also fetch what the description refers to at other addresses.")
  private boolean remoteReferences;

  @Option(
      names = "--allow-private-networks",
      description = "Let it be fetched from private and link-local addresses.")
  private boolean privateNetworks;

  boolean given() {
    return address != null;
  }

  /** Where the description is, for those who read of it: of a file never more than its name. */
  String source(ReadDescription read) {
    return takesInput() ? read.address() : source(read.address());
  }

  /** The same of an address as a project remembers it. */
  static String source(String address) {
    return address.contains("://") ? address : Path.of(address).getFileName().toString();
  }

  /** How far the description may reach. */
  ReadOptions reading() {
    return new ReadOptions(remoteReferences, privateNetworks, Optional.empty());
  }

  /** Whether the input is the description, so that nobody can be asked by it. */
  boolean takesInput() {
    return "-".equals(address);
  }

  /** A file is looked for where the command was typed, as {@code add} does. */
  ReadDescription read(Environment environment) {
    InputStream input =
        takesInput() ? environment.terminal().document() : InputStream.nullInputStream();
    return Descriptions.read(
        DescriptionSource.of(address, environment.directory(), input), reading());
  }

  /** How a project remembers where the description is: a file by its way from the project. */
  String address(ReadDescription read, Path project) {
    if (takesInput() || read.address().contains("://")) {
      return read.address();
    }
    Path file = Path.of(read.address()).toAbsolutePath().normalize();
    boolean reachable = Objects.equals(file.getRoot(), project.getRoot());
    return (reachable ? project.relativize(file) : file).toString().replace('\\', '/');
  }
}

package dev.connector.cli.project;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import dev.connector.spec.definition.ConnectorName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hosts that the user, at a terminal, has let connectors send credentials to: one file for a
 * connector, an origin a line, in the user's own folder for configuration and never in a project,
 * where whatever can be talked into writing files could add to it.
 *
 * @param folder where the files are, or will be
 */
public record ConfirmedHosts(Path folder) {

  public ConfirmedHosts {
    Objects.requireNonNull(folder);
  }

  /** Those kept in a folder for configuration, which need not be there. */
  public static ConfirmedHosts in(Path configuration) {
    return new ConfirmedHosts(configuration.resolve("hosts"));
  }

  /** The origins that were confirmed for a connector. */
  public SortedSet<String> of(String connector) {
    Path file = file(connector);
    try {
      return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /** Adds origins; gives those that are new. */
  public SortedSet<String> confirm(String connector, Collection<String> origins) {
    SortedSet<String> fresh = new TreeSet<>(origins);
    fresh.removeAll(of(connector));
    Path file = file(connector);
    try {
      if (!fresh.isEmpty()) {
        Files.createDirectories(folder);
        // Short lines are appended whole, so that processes do not get in each other's way.
        Files.writeString(
            file,
            String.join("\n", fresh) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      return fresh;
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
  }

  private Path file(String connector) {
    ConnectorName.require(connector);
    return folder.resolve(connector + ".txt");
  }

  private static ConnectorException cannot(String what, Path file, IOException cause) {
    return new ConnectorException(
        Kind.FAILED,
        "cannot " + what + " " + file + ": " + cause.getClass().getSimpleName(),
        "check its permissions, or name another folder in CONNECTOR_CONFIG",
        cause);
  }
}

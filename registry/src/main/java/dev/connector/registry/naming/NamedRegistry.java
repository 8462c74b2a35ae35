package dev.connector.registry.naming;

import dev.connector.registry.source.Location;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A registry by the name it has here.
 *
 * @param name with its {@code @}
 * @param address where it is, without credentials; empty where what is written is no address
 * @param scope whose file names it
 * @param trusted whether the user said that it may be used
 * @param problem what is wrong with the address that is written
 */
public record NamedRegistry(
    String name, String address, Scope scope, boolean trusted, Optional<String> problem) {

  /** Whose file names a registry. */
  public enum Scope {
    /** The project's, which others write, too. */
    PROJECT,
    /** The user's own. */
    USER
  }

  public NamedRegistry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(address);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(problem);
  }

  /**
   * Passes what can be the name of a registry.
   *
   * @throws ConnectorException of kind USAGE where it cannot
   */
  public static String requireName(String text) {
    boolean begins = text.startsWith("@");
    if (!begins || !(Location.parse(text, root()) instanceof Location.Named named)) {
      throw new ConnectorException(
          Kind.USAGE,
          "a registry's name begins with @",
          "such as: connector registry add @acme https://git.acme.com/connectors.git");
    }
    if (!named.ref().isEmpty()) {
      throw new ConnectorException(
          Kind.USAGE,
          named.display() + " names a version",
          "the version belongs to the address: <git URL>#@" + named.ref());
    }
    return named.name();
  }

  /**
   * The place that an address names.
   *
   * @param folder what relative folders count from
   * @throws ConnectorException of kind USAGE where it is none, or holds credentials; the message
   *     does not show them
   */
  public static Location place(String address, Path folder) {
    Location location = Location.parse(address, folder);
    if (location instanceof Location.Git git
        && (git.url().credentials().isPresent() || hasPassword(address))) {
      throw new ConnectorException(
          Kind.USAGE,
          "the address of " + git.url().host() + " holds credentials, which are never kept",
          "leave them out; git's credential helpers are asked, or "
              + git.url().tokenVariable()
              + " is read");
    }
    if (location instanceof Location.Git || location instanceof Location.Folder) {
      return location;
    }
    throw new ConnectorException(
        Kind.USAGE,
        location.display() + " is no address of a registry",
        "an address is a git URL (<git URL>#@<ref>) or a folder (./registry)");
  }

  /** Trust is in a repository or a folder, whichever branch or tag of it is used. */
  static String trustee(Location location) {
    return location instanceof Location.Git git ? git.url().toString() : location.display();
  }

  /** An ssh address drops its password where it is read, before it could be seen. */
  private static boolean hasPassword(String address) {
    return address.matches("[A-Za-z+]+://[^/@]*:[^/]*@.*");
  }

  private static Path root() {
    return Path.of("").toAbsolutePath();
  }
}

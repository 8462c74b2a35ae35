package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens registries by their location, each once, and closes them all. Not for use by several
 * threads.
 */
public final class Registries implements AutoCloseable {

  private final Path packed;
  private final RegistryNames names;
  private final Location home;
  private final GitSettings git;
  private final Map<Location, Registry> open = new LinkedHashMap<>();
  private final Map<Address, Item> found = new HashMap<>();

  /**
   * Creates an opener; nothing is opened yet.
   *
   * @param packed the registry file packed with this program
   * @param names what is called {@code @acme} and so on; asked only when such a name is used
   * @param override stands for the default registry where the user asked for another
   */
  public Registries(
      Path packed, RegistryNames names, Optional<Location> override, GitSettings git) {
    this.packed = Objects.requireNonNull(packed);
    this.names = Objects.requireNonNull(names);
    this.home = override.orElse(new Location.Default(""));
    this.git = Objects.requireNonNull(git);
  }

  /** The default registry, or what stands for it. */
  public Registry home() {
    return open(new Location.Default(""));
  }

  /** The registry at a location, fetched where it has to be. */
  public Registry open(Location location) {
    Location target = resolve(location);
    Registry known = open.get(target);
    if (known == null) {
      known = connect(location, target);
      open.put(target, known);
    }
    return known;
  }

  /**
   * The registry an item came from.
   *
   * @param ref another branch, tag or commit than the one it was asked for at
   * @throws ConnectorException of kind USAGE where a folder is asked for a ref
   */
  public Registry open(Origin.Registered origin, Optional<String> ref) {
    Location location = Location.parse(origin.registry(), Path.of("").toAbsolutePath());
    if (location instanceof Location.Folder && ref.isPresent()) {
      return open(pinned(location, ref.get()));
    }
    return open(location.at(ref.orElse(origin.ref())));
  }

  /** The connector at an address; read once, however often it is asked for. */
  public Item connector(Address address) {
    Item known = found.get(address);
    if (known == null) {
      known = open(address.registry()).connector(address.connector());
      found.put(address, known);
    }
    return known;
  }

  /**
   * The runtime that an item of {@code registry} is installed with. It has one home, the default
   * registry, so that a foreign registry cannot replace it.
   */
  public Item runtime(String language) {
    Registry registry = home();
    return registry.runtimes().contains(language)
        ? registry.runtime(language)
        : packed().runtime(language);
  }

  /**
   * The git repository of a registry, where changes of it are proposed.
   *
   * @throws ConnectorException of kind USAGE where there is none
   */
  public Location.Git repository(Location location) {
    Location target = resolve(location);
    Optional<GitUrl> url =
        target instanceof Location.Git repository
            ? Optional.of(repository.url())
            : target instanceof Location.Folder folder
                ? WorkTree.repository(folder.path())
                : packed().repository();
    String ref = target instanceof Location.Git repository ? repository.ref() : "";
    return url.map(it -> new Location.Git(it, ref))
        .orElseThrow(
            () ->
                new ConnectorException(
                    Kind.USAGE,
                    "no git repository of the registry " + name(location) + " is known",
                    "name it: --registry <git URL>"));
  }

  /** The git repository of the registry that an item came from, at the branch it came from. */
  public Location.Git repository(Origin.Registered origin) {
    Location location =
        origin.registry().equals(PackedRegistry.NAME)
            ? new Location.Default("")
            : Location.parse(origin.registry(), Path.of("").toAbsolutePath());
    Location.Git repository = repository(location);
    return origin.ref().isEmpty() ? repository : new Location.Git(repository.url(), origin.ref());
  }

  @Override
  public void close() {
    open.values().forEach(Registry::close);
    open.clear();
  }

  private Location resolve(Location location) {
    if (location instanceof Location.Default asked) {
      return asked.ref().isEmpty() ? replaced(home) : pinned(replaced(home), asked.ref());
    }
    return replaced(location);
  }

  private Location replaced(Location location) {
    if (!(location instanceof Location.Named asked)) {
      return location;
    }
    Location configured = names.locate(asked.name());
    return asked.ref().isEmpty() ? configured : pinned(configured, asked.ref());
  }

  private Location pinned(Location location, String ref) {
    if (location instanceof Location.Git repository) {
      return new Location.Git(repository.url(), ref);
    }
    if (location instanceof Location.Default) {
      return packed().commit().startsWith(ref) && ref.length() >= 7
          ? location
          : packed()
              .repository()
              .<Location>map(url -> new Location.Git(url, ref))
              .orElseThrow(() -> noOtherVersion(ref));
    }
    throw new ConnectorException(
        Kind.USAGE,
        "the folder " + location.display() + " has no " + ref + ": a folder is taken as it is",
        "for another version of it name its repository: file://" + location.display() + "#@" + ref);
  }

  private PackedRegistry packed() {
    return (PackedRegistry)
        open.computeIfAbsent(new Location.Default(""), key -> PackedRegistry.open(packed));
  }

  private Registry connect(Location asked, Location target) {
    String name = name(asked instanceof Location.Default ? home : asked);
    if (target instanceof Location.Git repository) {
      return GitRegistry.open(name, repository, git);
    }
    if (target instanceof Location.Folder folder) {
      return Files.isRegularFile(folder.path())
          ? PackedRegistry.open(name, folder.path())
          : DirectoryRegistry.open(name, folder.path());
    }
    return packed();
  }

  /** What to call a registry; which ref of it was asked for stands beside the name. */
  private static String name(Location location) {
    if (location instanceof Location.Named named) {
      return named.name();
    }
    if (location instanceof Location.Git repository) {
      return repository.url().toString();
    }
    return location instanceof Location.Default ? PackedRegistry.NAME : location.display();
  }

  private ConnectorException noOtherVersion(String ref) {
    return new ConnectorException(
        Kind.USAGE,
        "registry default is packed with this program at commit "
            + packed().commit()
            + " and has no "
            + ref,
        "name its git repository: <git URL>#<connector>@" + ref);
  }
}

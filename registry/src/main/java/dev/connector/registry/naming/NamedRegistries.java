package dev.connector.registry.naming;

import dev.connector.registry.naming.NamedRegistry.Scope;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.RegistryNames;
import dev.connector.registry.workspace.Settings;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of registries as they are understood in a project: the project's own names, and those
 * of the user that the project does not use for something else.
 */
public final class NamedRegistries implements RegistryNames {

  private final Path project;
  private final Settings settings;
  private final UserRegistries user;

  private NamedRegistries(Path project, Settings settings, UserRegistries user) {
    this.project = Objects.requireNonNull(project);
    this.settings = Objects.requireNonNull(settings);
    this.user = Objects.requireNonNull(user);
  }

  /**
   * Those of a project.
   *
   * @param project its folder; one that has no settings gives the user's names alone
   */
  public static NamedRegistries in(Path project, UserFile user) {
    return new NamedRegistries(project, Settings.read(project), user.read());
  }

  /** All of them, by name. */
  public List<NamedRegistry> all() {
    List<NamedRegistry> all = new ArrayList<>();
    names().forEach(name -> all.add(find(name).orElseThrow()));
    return List.copyOf(all);
  }

  /** The one of that name. */
  public Optional<NamedRegistry> find(String name) {
    Optional<Written> written = written(name);
    return written.map(
        it -> {
          try {
            Location location = location(it);
            return new NamedRegistry(
                name, location.display(), it.scope(), trusts(it, location), Optional.empty());
          } catch (ConnectorException e) {
            return new NamedRegistry(name, "", it.scope(), false, Optional.of(e.getMessage()));
          }
        });
  }

  @Override
  public Location locate(String name) {
    Written written = written(name).orElseThrow(() -> RegistryNames.unknown(name, names()));
    Location location = location(written);
    if (!trusts(written, location)) {
      throw new ConnectorException(
          Kind.USAGE,
          "the project's "
              + Settings.PATH
              + " names "
              + name
              + " as "
              + location.display()
              + ", which you have not trusted yet",
          "to trust it from now on, run the same with --trust, or: connector registry add "
              + name
              + " "
              + location.display());
    }
    return location;
  }

  /**
   * Keeps for the future that what a name means here may be used.
   *
   * @return what is trusted now and was not before
   */
  public Optional<Location> trust(String name, UserFile file) {
    Optional<Location> fresh =
        written(name)
            .filter(it -> it.scope() == Scope.PROJECT)
            .map(this::location)
            .filter(it -> !user.trusts(name, NamedRegistry.trustee(it)));
    fresh.ifPresent(it -> file.update(now -> now.trusting(name, NamedRegistry.trustee(it))));
    return fresh;
  }

  /** Takes that back. */
  public void distrust(String name, UserFile file) {
    find(name)
        .filter(it -> it.scope() == Scope.PROJECT && it.trusted())
        .map(it -> location(written(name).orElseThrow()))
        .ifPresent(it -> file.update(now -> now.distrusting(name, NamedRegistry.trustee(it))));
  }

  /** Who names something, and what was written. */
  private record Written(String name, String address, Scope scope) {}

  private Optional<Written> written(String name) {
    Optional<Written> here =
        Optional.ofNullable(settings.registries().get(name))
            .map(it -> new Written(name, it, Scope.PROJECT));
    return here.or(
        () ->
            Optional.ofNullable(user.addresses().get(name))
                .map(it -> new Written(name, it, Scope.USER)));
  }

  private Location location(Written written) {
    NamedRegistry.requireName(written.name());
    try {
      return NamedRegistry.place(written.address(), project);
    } catch (ConnectorException e) {
      String file = written.scope() == Scope.PROJECT ? Settings.PATH : "your registries.json";
      throw new ConnectorException(
          e.kind(), written.name() + " in " + file + ": " + e.getMessage(), e.hint(), e);
    }
  }

  /** The user's own names were typed by the user. */
  private boolean trusts(Written written, Location location) {
    return written.scope() == Scope.USER
        || user.trusts(written.name(), NamedRegistry.trustee(location))
        || Optional.ofNullable(user.addresses().get(written.name()))
            .map(own -> NamedRegistry.place(own, project))
            .filter(own -> NamedRegistry.trustee(own).equals(NamedRegistry.trustee(location)))
            .isPresent();
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(settings.registries().keySet());
    names.addAll(user.addresses().keySet());
    return names;
  }
}

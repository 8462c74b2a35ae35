package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An item as it will stand in a project: every file with its place and its final content.
 *
 * @param packages how names were rewritten
 * @param files by path in the project
 */
record Installation(
    Item item,
    ItemManifest manifest,
    SortedMap<String, String> packages,
    SortedMap<String, InstalledFile> files) {

  /**
   * One file.
   *
   * @param from its path in the item
   * @param upstream the item's bytes
   * @param content the bytes for the project
   */
  record InstalledFile(String from, byte[] upstream, byte[] content) {

    LockedFile locked() {
      return new LockedFile(from, Sha256.of(upstream), Sha256.of(content));
    }
  }

  Installation {
    Objects.requireNonNull(item);
    Objects.requireNonNull(manifest);
    packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  String name() {
    return item.name();
  }

  /** Its name and version, as messages and marked overlaps call it. */
  String label() {
    return name() + " " + item.version(manifest.language());
  }

  boolean isRuntime() {
    return item.kind() == Item.Kind.RUNTIME;
  }

  /** The package the item's own source has in the project. */
  String packageName() {
    return packages.get(manifest.packageName());
  }

  List<Dependency> dependencies() {
    return manifest.dependencies().stream()
        .map(it -> Dependency.of(it.id(), Dependency.Scope.valueOf(it.scope().name())))
        .toList();
  }

  /** The pristine archive's content. */
  byte[] archive() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    files.forEach((path, file) -> contents.put(path, file.content()));
    return PristineArchive.pack(contents);
  }
}

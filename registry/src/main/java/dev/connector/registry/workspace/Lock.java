package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Sha256;
import dev.connector.registry.workspace.merge.LineEndings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code .connectors/lock.json}: what is installed, exactly enough to tell the user's edits from
 * the registry's, offline, and to take it all out again.
 *
 * @param edits what was put into files of the user's, in the order in which it was
 */
public record Lock(
    Optional<Entry> runtime, SortedMap<String, Entry> connectors, List<LockedEdit> edits) {

  /** Where it is, relative to the project. */
  public static final String PATH = ".connectors/lock.json";

  public Lock {
    Objects.requireNonNull(runtime);
    connectors = Collections.unmodifiableSortedMap(new TreeMap<>(connectors));
    edits = List.copyOf(edits);
  }

  /** Of a project that has nothing of ours. */
  public static Lock empty() {
    return new Lock(Optional.empty(), new TreeMap<>(), List.of());
  }

  /**
   * One installed connector or runtime.
   *
   * @param packages how names were rewritten: from the registry's package to the project's
   * @param runtimeRange the versions of the runtime it works with; empty for the runtime itself
   * @param files by path in the project
   * @param variables names this entry brought into {@code .env.example}
   * @param dependencies the libraries its source needs
   */
  public record Entry(
      String version,
      Language language,
      Origin origin,
      SortedMap<String, String> packages,
      Optional<String> runtimeRange,
      SortedMap<String, LockedFile> files,
      List<String> variables,
      List<Dependency> dependencies) {
    public Entry {
      Objects.requireNonNull(version);
      Objects.requireNonNull(language);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(runtimeRange);
      packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
      variables = List.copyOf(variables);
      dependencies = List.copyOf(dependencies);
    }

    /** The same with names that it brought into {@code .env.example}, beside those it had. */
    Entry bringing(List<String> names) {
      List<String> all = Stream.concat(variables.stream(), names.stream()).distinct().toList();
      return reading(all);
    }

    /** The same with other names that it brought into {@code .env.example}. */
    Entry reading(List<String> names) {
      return new Entry(
          version, language, origin, packages, runtimeRange, files, names, dependencies);
    }
  }

  /**
   * One file as it was installed.
   *
   * @param from its path in the registry's item
   * @param upstream SHA-256 of the registry's bytes, in lower-case hexadecimal
   * @param installed SHA-256 of the bytes written here, after rewriting
   */
  public record LockedFile(String from, String upstream, String installed) {
    public LockedFile {
      Objects.requireNonNull(from);
      Objects.requireNonNull(upstream);
      Objects.requireNonNull(installed);
    }

    /** Whether a file is as it was installed; version control may have changed line endings. */
    public boolean matches(byte[] content) {
      return Sha256.of(content).equals(installed)
          || Sha256.of(LineEndings.unix(content)).equals(installed);
    }
  }

  /**
   * A piece of text put into a file of the user's, so that taking the connector out can take it out
   * too.
   *
   * @param file the build file, or {@code .env.example}
   * @param piece what stands there now, what stood there before, and what for
   */
  public record LockedEdit(String file, Piece piece) {

    private static final Piece NOTHING = new Piece("file", "", "");

    public LockedEdit {
      Objects.requireNonNull(file);
      Objects.requireNonNull(piece);
    }

    /** Says that the file was not there before the edits that follow. */
    static LockedEdit newFile(String file) {
      return new LockedEdit(file, NOTHING);
    }

    boolean isNewFile() {
      return piece.equals(NOTHING);
    }
  }

  /**
   * Its edits with some that were made since. One that is made again, because the user had taken it
   * out, is known once.
   */
  List<LockedEdit> editsAnd(List<LockedEdit> fresh) {
    Predicate<LockedEdit> isRestored =
        edit -> fresh.contains(edit) && in(edit.file(), edits).equals(in(edit.file(), fresh));
    List<LockedEdit> all = new ArrayList<>();
    edits.stream().filter(it -> isRestored.test(it) || !fresh.contains(it)).forEach(all::add);
    fresh.stream().filter(it -> !isRestored.test(it)).forEach(all::add);
    return all;
  }

  private static List<LockedEdit> in(String file, List<LockedEdit> edits) {
    return edits.stream().filter(edit -> edit.file().equals(file)).toList();
  }

  /** The lock of a project; an empty one where there is none. */
  public static Lock read(ProjectTree tree) {
    return tree.read(PATH).map(LockFormat::parse).orElseGet(Lock::empty);
  }

  /** As it is written: the same lock gives the same bytes. */
  public byte[] toJson() {
    return LockFormat.write(this);
  }

  /** The version of every entry by name. */
  public Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    entries().forEach((name, entry) -> versions.put(name, entry.version()));
    return versions;
  }

  /** Every entry by name, the runtime among them as {@code runtime}. */
  public Map<String, Entry> entries() {
    TreeMap<String, Entry> all = new TreeMap<>(connectors);
    runtime.ifPresent(entry -> all.put(Item.RUNTIME, entry));
    return Collections.unmodifiableMap(all);
  }
}

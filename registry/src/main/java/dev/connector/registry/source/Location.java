package dev.connector.registry.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a registry is. The closed set of answers to "which registry?", whether the user typed it, a
 * project's configuration names it, or nobody said anything.
 */
public sealed interface Location {

  /** The location as it may be shown, stored and logged: without credentials. */
  String display();

  /** The same place at another branch, tag or commit; a folder has none but itself. */
  default Location at(String ref) {
    if (this instanceof Default) {
      return new Default(ref);
    }
    if (this instanceof Named named) {
      return new Named(named.name(), ref);
    }
    return this instanceof Git git ? new Git(git.url(), ref) : this;
  }

  /** Reads {@code @acme}, a git URL or a folder; relative folders count from {@code directory}. */
  static Location parse(String text, Path directory) {
    return AddressParser.location(text, directory);
  }

  /**
   * The registry packed with this program.
   *
   * @param ref the commit asked for; empty for the packed one
   */
  record Default(String ref) implements Location {
    public Default {
      Objects.requireNonNull(ref);
    }

    @Override
    public String display() {
      return ref.isEmpty() ? "default" : "default@" + ref;
    }
  }

  /**
   * A registry that the configuration gives a name.
   *
   * @param name with its {@code @}: {@code @acme}
   * @param ref branch, tag or commit; empty for what the configuration says
   */
  record Named(String name, String ref) implements Location {
    public Named {
      Objects.requireNonNull(name);
      Objects.requireNonNull(ref);
    }

    @Override
    public String display() {
      return ref.isEmpty() ? name : name + "@" + ref;
    }
  }

  /**
   * A git repository.
   *
   * @param ref branch, tag or commit; empty for the repository's default branch
   */
  record Git(GitUrl url, String ref) implements Location {
    public Git {
      Objects.requireNonNull(url);
      Objects.requireNonNull(ref);
    }

    @Override
    public String display() {
      return ref.isEmpty() ? url.toString() : url + "#@" + ref;
    }
  }

  /**
   * A folder of this machine, or a file that a registry was packed into.
   *
   * @param path absolute
   */
  record Folder(Path path) implements Location {
    public Folder {
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("not absolute: " + path);
      }
    }

    @Override
    public String display() {
      return path.toString();
    }
  }
}

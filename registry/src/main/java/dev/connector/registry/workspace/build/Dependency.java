package dev.connector.registry.workspace.build;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** A library a connector's source needs, by its Maven coordinates. */
public record Dependency(String group, String artifact, String version, Scope scope) {

  /** Which of the project's sources need the library. */
  public enum Scope {
    /** The program itself. */
    MAIN,
    /** Only its tests. */
    TEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  // What reaches a build file must not be able to say more than a coordinate.
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");

  public Dependency {
    Objects.requireNonNull(scope);
    for (String part : new String[] {group, artifact, version}) {
      if (!PART.matcher(part).matches()) {
        throw new IllegalArgumentException("not a Maven coordinate: " + part);
      }
    }
  }

  /** Reads {@code group:artifact:version}. */
  public static Dependency of(String id, Scope scope) {
    String[] parts = id.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not group:artifact:version: " + id);
    }
    return new Dependency(parts[0], parts[1], parts[2], scope);
  }

  /** The same at another version; itself where that is no single version, such as a range. */
  Dependency at(String other) {
    return PART.matcher(other).matches() ? new Dependency(group, artifact, other, scope) : this;
  }

  /** What makes it the same library, whatever the version: {@code group:artifact}. */
  public String key() {
    return group + ":" + artifact;
  }

  /** The whole coordinate: {@code group:artifact:version}. */
  public String id() {
    return key() + ":" + version;
  }
}

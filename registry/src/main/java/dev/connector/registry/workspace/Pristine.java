package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Sha256;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of an installed connector as they were installed, held against the lock. */
public final class Pristine {

  private static final long LARGEST = 64L << 20;

  private Pristine() {}

  /**
   * The contents by path in the project: exactly the files the lock names, each with its bytes.
   *
   * @throws ConnectorException of kind INTEGRITY where the archive is missing or says anything else
   */
  public static SortedMap<String, byte[]> read(ProjectTree tree, String name, Lock.Entry entry) {
    String archive = PristineArchive.path(name);
    requireModest(tree, archive);
    byte[] packed =
        tree.read(archive).orElseThrow(() -> refused(archive, "it is not there any more"));
    SortedMap<String, byte[]> files = unpacked(archive, packed);
    for (String path : files.keySet()) {
      if (!entry.files().containsKey(path)) {
        throw refused(archive, "it holds " + path + ", which the lock does not know");
      }
    }
    SortedMap<String, byte[]> pristine = new TreeMap<>();
    entry
        .files()
        .forEach((path, file) -> pristine.put(path, content(archive, files.get(path), path, file)));
    return pristine;
  }

  /** No connector is as large as what could exhaust this process. */
  private static void requireModest(ProjectTree tree, String archive) {
    if (tree.root().resolve(archive).toFile().length() > LARGEST) {
      throw refused(archive, "it is larger than " + (LARGEST >> 20) + " MB");
    }
  }

  private static SortedMap<String, byte[]> unpacked(String archive, byte[] packed) {
    try {
      return PristineArchive.unpack(packed);
    } catch (IOException malformed) {
      throw refused(archive, malformed.getMessage());
    }
  }

  private static byte[] content(String archive, byte[] content, String path, LockedFile file) {
    if (content == null) {
      throw refused(archive, "it lacks " + path);
    }
    if (!Sha256.of(content).equals(file.installed())) {
      throw refused(archive, path + " in it is not what was installed");
    }
    return content;
  }

  private static ConnectorException refused(String archive, String reason) {
    return new ConnectorException(
        Kind.INTEGRITY,
        archive + " cannot be used: " + reason + "; nothing was written",
        "bring back the whole folder .connectors from version control");
  }
}

package dev.connector.registry.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes git's id of a folder from the files in it, so that every kind of registry, and a
 * project's lock, names the same content alike. Files count as not executable.
 */
public final class TreeId {

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, TreeId> folders = new TreeMap<>();

  private TreeId() {}

  /** The id, 40 hexadecimal digits, of a folder that holds exactly these files. */
  public static String of(Collection<ItemFile> files) {
    TreeId root = new TreeId();
    files.forEach(file -> root.put(file.path(), file.content()));
    return HexFormat.of().formatHex(root.hash());
  }

  private void put(String path, byte[] content) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      files.put(path, content);
    } else {
      folders
          .computeIfAbsent(path.substring(0, slash), name -> new TreeId())
          .put(path.substring(slash + 1), content);
    }
  }

  private byte[] hash() {
    // git orders a folder as if its name ended in a slash.
    Map<String, byte[]> entries = new TreeMap<>();
    files.forEach(
        (name, content) -> entries.put(name, entry("100644", name, hash("blob", content))));
    folders.forEach((name, folder) -> entries.put(name + "/", entry("40000", name, folder.hash())));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    entries.values().forEach(tree::writeBytes);
    return hash("tree", tree.toByteArray());
  }

  private static byte[] entry(String mode, String name, byte[] id) {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.writeBytes((mode + " " + name + "\0").getBytes(StandardCharsets.UTF_8));
    entry.writeBytes(id);
    return entry.toByteArray();
  }

  private static byte[] hash(String type, byte[] content) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update((type + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      return sha1.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}

package dev.connector.registry.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A registry's content in a folder. What builds and desktops leave in such folders is passed by.
 */
final class DirectoryContent implements Content {

  private static final Set<String> BUILD_FOLDERS =
      Set.of("target", "build", "node_modules", "__pycache__");
  private static final Set<String> DESKTOP_FILES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  /** Builds leave their folders in an item or in one of its languages, not deeper. */
  private static final int BUILD_DEPTH = 2;

  private final Path root;

  DirectoryContent(Path root) {
    this.root = root;
  }

  @Override
  public Set<String> folders(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    if (isFolder(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(folder))) {
        for (Path child : children) {
          if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            names.add(child.getFileName().toString());
          }
        }
      }
    }
    return names;
  }

  @Override
  public List<Entry> files(String folder) throws IOException {
    List<Entry> found = new ArrayList<>();
    if (isFolder(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(folder))) {
        for (Path child : children) {
          BasicFileAttributes attributes = attributes(child);
          if (!attributes.isDirectory()) {
            found.add(entry(child, List.of(child.getFileName().toString()), attributes));
          }
        }
      }
    }
    return found;
  }

  @Override
  public List<Entry> walk(String folder) throws IOException {
    EntryList found = new EntryList(folder);
    if (isFolder(folder)) {
      walk(root.resolve(folder), List.of(), found);
    }
    return found.entries();
  }

  private void walk(Path folder, List<String> segments, EntryList found) throws IOException {
    found.enter(segments);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        List<String> path = new ArrayList<>(segments);
        path.add(child.getFileName().toString());
        BasicFileAttributes attributes = attributes(child);
        if (isClutter(path, attributes)) {
          continue;
        }
        if (attributes.isDirectory()) {
          walk(child, path, found);
        } else {
          found.add(entry(child, path, attributes));
        }
      }
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Entry entry(Path file, List<String> path, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return Entry.special(path, Entry.Type.LINK);
    }
    if (!attributes.isRegularFile()) {
      return Entry.special(path, Entry.Type.OTHER);
    }
    return Entry.file(path, attributes.size(), limit -> read(file, limit));
  }

  private static byte[] read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit);
    }
  }

  private static boolean isClutter(List<String> path, BasicFileAttributes attributes) {
    String name = path.get(path.size() - 1);
    return attributes.isDirectory()
        ? path.size() <= BUILD_DEPTH && BUILD_FOLDERS.contains(name)
        : DESKTOP_FILES.contains(name);
  }

  /** Neither the folder nor one on the way to it may be a link that leads out of the registry. */
  private boolean isFolder(String folder) {
    Path path = root;
    for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
      path = path.resolve(name);
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }
}

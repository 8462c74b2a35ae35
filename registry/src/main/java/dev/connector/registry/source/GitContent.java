package dev.connector.registry.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * A registry's content in the objects of a git repository. Nothing is checked out, so neither
 * filters nor hooks nor submodules come into play.
 */
final class GitContent implements Content, AutoCloseable {

  private final Repository repository;
  private final ObjectReader objects;
  private final ObjectId commit;
  private final ObjectId root;

  /** Reads a commit of a repository, which is closed with this. */
  GitContent(Repository repository, ObjectId commit) throws IOException {
    this(repository, commit, "");
  }

  /** Reads a folder of a commit, which stands for the whole. */
  GitContent(Repository repository, ObjectId commit, String folder) throws IOException {
    this.repository = repository;
    this.objects = repository.newObjectReader();
    this.commit = commit.copy();
    try (RevWalk walk = new RevWalk(objects)) {
      ObjectId tree = walk.parseCommit(commit).getTree();
      this.root = find(tree, folder).orElseThrow(() -> new IOException("no folder " + folder));
    }
  }

  String commit() {
    return commit.name();
  }

  /** Git's own id of a folder. */
  Optional<String> tree(String folder) {
    try {
      return find(folder).map(ObjectId::name);
    } catch (IOException unreadable) {
      return Optional.empty(); // whoever reads the files will tell
    }
  }

  @Override
  public Set<String> folders(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    Optional<ObjectId> tree = find(folder);
    if (tree.isPresent()) {
      for (TreeEntry entry : entries(tree.get())) {
        if (entry.mode() == FileMode.TREE) {
          names.add(entry.name());
        }
      }
    }
    return names;
  }

  @Override
  public List<Entry> files(String folder) throws IOException {
    List<Entry> files = new ArrayList<>();
    Optional<ObjectId> tree = find(folder);
    if (tree.isPresent()) {
      for (TreeEntry entry : entries(tree.get())) {
        if (entry.mode() != FileMode.TREE) {
          files.add(entry(entry, List.of(entry.name())));
        }
      }
    }
    return files;
  }

  @Override
  public List<Entry> walk(String folder) throws IOException {
    EntryList found = new EntryList(folder);
    Optional<ObjectId> tree = find(folder);
    if (tree.isPresent()) {
      walk(tree.get(), List.of(), found);
    }
    return found.entries();
  }

  @Override
  public void close() {
    objects.close();
    repository.close();
  }

  private void walk(ObjectId tree, List<String> segments, EntryList found) throws IOException {
    found.enter(segments);
    for (TreeEntry entry : entries(tree)) {
      List<String> path = new ArrayList<>(segments);
      path.add(entry.name());
      if (entry.mode() == FileMode.TREE) {
        walk(entry.id(), path, found);
      } else {
        found.add(entry(entry, path));
      }
    }
  }

  private Entry entry(TreeEntry entry, List<String> path) throws IOException {
    if (entry.mode() == FileMode.SYMLINK) {
      return Entry.special(path, Entry.Type.LINK);
    }
    if (entry.mode() == FileMode.GITLINK) {
      return Entry.special(path, Entry.Type.SUBMODULE);
    }
    if (entry.mode() != FileMode.REGULAR_FILE && entry.mode() != FileMode.EXECUTABLE_FILE) {
      return Entry.special(path, Entry.Type.OTHER);
    }
    long size = objects.getObjectSize(entry.id(), Constants.OBJ_BLOB);
    return Entry.file(
        path, size, limit -> objects.open(entry.id(), Constants.OBJ_BLOB).getCachedBytes(limit));
  }

  private Optional<ObjectId> find(String folder) throws IOException {
    return find(root, folder);
  }

  private Optional<ObjectId> find(ObjectId start, String folder) throws IOException {
    ObjectId tree = start.copy();
    for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
      Optional<ObjectId> child =
          entries(tree).stream()
              .filter(entry -> entry.mode() == FileMode.TREE && entry.name().equals(name))
              .map(TreeEntry::id)
              .findFirst();
      if (child.isEmpty()) {
        return child;
      }
      tree = child.get();
    }
    return Optional.of(tree);
  }

  private record TreeEntry(FileMode mode, String name, ObjectId id) {}

  private List<TreeEntry> entries(ObjectId tree) throws IOException {
    List<TreeEntry> entries = new ArrayList<>();
    try {
      CanonicalTreeParser parser = new CanonicalTreeParser(null, objects, tree);
      for (; !parser.eof(); parser.next()) {
        byte[] name = new byte[parser.getNameLength()];
        parser.getName(name, 0);
        entries.add(
            new TreeEntry(parser.getEntryFileMode(), decoded(name), parser.getEntryObjectId()));
      }
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("tree " + tree.name() + " is damaged", e);
    }
    return entries;
  }

  /** The name; what is no UTF-8 becomes a replacement character, which no check lets pass. */
  private static String decoded(byte[] name) {
    return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(name)).toString();
  }
}

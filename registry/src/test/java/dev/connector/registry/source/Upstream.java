package dev.connector.registry.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TagBuilder;

/**
 * A real bare repository for a test. Trees are written byte by byte, so that they can hold what no
 * git program would commit.
 */
final class Upstream implements AutoCloseable {

  private static final PersonIdent AUTHOR =
      new PersonIdent("Author", "author@example.com", Instant.EPOCH, ZoneOffset.UTC);

  private final Path folder;
  private final Repository repository;

  private Upstream(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  static Upstream in(Path folder) throws IOException {
    IsolatedSystem.install();
    Repository repository = new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    repository.create(true);
    Upstream upstream = new Upstream(folder, repository);
    upstream.pointHeadAt("main");
    return upstream;
  }

  Path folder() {
    return folder;
  }

  String url() {
    return "file://" + folder.toAbsolutePath();
  }

  Location.Git at(String ref) {
    return new Location.Git(GitUrl.parse(url()), ref);
  }

  /** Commits the sample to a branch and returns the commit. */
  ObjectId commit(String branch, Sample sample) throws IOException {
    try (ObjectInserter objects = repository.newObjectInserter()) {
      Tree root = new Tree();
      sample.nodes().forEach(node -> root.put(node.segments(), node));
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(root.insert(objects));
      commit.setAuthor(AUTHOR);
      commit.setCommitter(AUTHOR);
      commit.setMessage("Sample");
      ObjectId parent = repository.resolve(Constants.R_HEADS + branch);
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = objects.insert(commit);
      objects.flush();
      point(Constants.R_HEADS + branch, id);
      return id;
    }
  }

  void tag(String name, ObjectId commit) throws IOException {
    point(Constants.R_TAGS + name, commit);
  }

  void annotatedTag(String name, ObjectId commit) throws IOException {
    try (ObjectInserter objects = repository.newObjectInserter()) {
      TagBuilder tag = new TagBuilder();
      tag.setTag(name);
      tag.setObjectId(commit, Constants.OBJ_COMMIT);
      tag.setTagger(AUTHOR);
      tag.setMessage(name);
      ObjectId id = objects.insert(tag);
      objects.flush();
      point(Constants.R_TAGS + name, id);
    }
  }

  void configure(String section, String key, String value) throws IOException {
    repository.getConfig().setString(section, null, key, value);
    repository.getConfig().save();
  }

  /** What is there at a commit, without fetching it. */
  GitContent content(ObjectId commit) throws IOException {
    return new GitContent(
        new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build(), commit);
  }

  String treeId(ObjectId commit, String path) throws IOException {
    return repository.resolve(commit.name() + ":" + path).name();
  }

  @Override
  public void close() {
    repository.close();
  }

  private void point(String name, ObjectId id) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setNewObjectId(id);
    update.forceUpdate();
  }

  private void pointHeadAt(String branch) throws IOException {
    repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
  }

  private static final class Tree {

    private final Map<String, Tree> folders = new LinkedHashMap<>();
    private final List<Sample.Node> files = new ArrayList<>();

    void put(List<String> segments, Sample.Node node) {
      if (segments.size() == 1) {
        files.add(node);
      } else {
        folders
            .computeIfAbsent(segments.get(0), name -> new Tree())
            .put(segments.subList(1, segments.size()), node);
      }
    }

    ObjectId insert(ObjectInserter objects) throws IOException {
      List<Line> lines = new ArrayList<>();
      for (Map.Entry<String, Tree> folder : folders.entrySet()) {
        lines.add(new Line("40000", folder.getKey(), folder.getValue().insert(objects)));
      }
      for (Sample.Node file : files) {
        String name = file.segments().get(file.segments().size() - 1);
        lines.add(new Line(mode(file.type()), name, content(file, objects)));
      }
      lines.sort((a, b) -> a.key().compareTo(b.key()));
      ByteArrayOutputStream tree = new ByteArrayOutputStream();
      for (Line line : lines) {
        tree.write((line.mode() + " " + line.name() + "\0").getBytes(StandardCharsets.UTF_8));
        line.id().copyRawTo(tree);
      }
      return objects.insert(Constants.OBJ_TREE, tree.toByteArray());
    }

    private static ObjectId content(Sample.Node file, ObjectInserter objects) throws IOException {
      return file.type() == Entry.Type.SUBMODULE
          ? ObjectId.fromString("1234567890123456789012345678901234567890")
          : objects.insert(Constants.OBJ_BLOB, file.content());
    }

    private static String mode(Entry.Type type) {
      return switch (type) {
        case LINK -> "120000";
        case SUBMODULE -> "160000";
        default -> "100644";
      };
    }
  }

  private record Line(String mode, String name, ObjectId id) {
    String key() {
      return mode.equals("40000") ? name + "/" : name;
    }
  }
}

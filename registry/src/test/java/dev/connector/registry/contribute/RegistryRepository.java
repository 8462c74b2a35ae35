package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A real bare repository that holds a registry, for a test. */
final class RegistryRepository {

  private static final PersonIdent OWNER =
      new PersonIdent("Owner", "owner@example.com", Instant.EPOCH, ZoneOffset.UTC);

  private final Path folder;

  private RegistryRepository(Path folder) {
    this.folder = folder;
  }

  static RegistryRepository in(Path folder) throws IOException {
    try (Repository repository = open(folder)) {
      repository.create(true);
      repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "trunk");
    }
    return new RegistryRepository(folder);
  }

  private static Repository open(Path folder) throws IOException {
    return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  Path folder() {
    return folder;
  }

  Location.Git location() {
    return new Location.Git(GitUrl.parse("file://" + folder.toAbsolutePath()), "");
  }

  /** Lets git's own server take pushes to it. */
  RegistryRepository takingPushes() throws IOException {
    return receiving(true);
  }

  /** Makes git's own server refuse pushes to it. */
  RegistryRepository refusingPushes() throws IOException {
    return receiving(false);
  }

  private RegistryRepository receiving(boolean pushes) throws IOException {
    try (Repository repository = open(folder)) {
      repository.getConfig().setBoolean("http", null, "receivepack", pushes);
      repository.getConfig().save();
    }
    return this;
  }

  /** Commits a connector, among other files that are there. */
  RegistryRepository billing(Map<String, String> files) throws IOException {
    Map<String, String> all = new TreeMap<>();
    all.put("README.md", "A registry.\n");
    all.put("registry/connectors/other/connector.json", "{}\n");
    files.forEach((path, text) -> all.put("registry/connectors/billing/" + path, text));
    commit("trunk", all);
    return this;
  }

  ObjectId commit(String branch, Map<String, String> files) throws IOException {
    try (Repository repository = open(folder);
        ObjectInserter objects = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(objects.insert(Constants.OBJ_BLOB, file.getValue().getBytes(UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(objects));
      commit.setAuthor(OWNER);
      commit.setCommitter(OWNER);
      commit.setMessage("Registry");
      ObjectId parent = repository.resolve(Constants.R_HEADS + branch);
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = objects.insert(commit);
      objects.flush();
      RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
      update.setNewObjectId(id);
      update.forceUpdate();
      return id;
    }
  }

  /** What a branch has; empty where there is no such branch. */
  Map<String, String> files(String branch) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Repository repository = open(folder);
        RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      ObjectId head = repository.resolve(Constants.R_HEADS + branch);
      if (head == null) {
        return files;
      }
      walk.addTree(commits.parseCommit(head).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] content = repository.open(walk.getObjectId(0)).getBytes();
        files.put(walk.getPathString(), new String(content, UTF_8));
      }
      return files;
    }
  }

  RevCommit head(String branch) throws IOException {
    try (Repository repository = open(folder);
        RevWalk commits = new RevWalk(repository)) {
      return commits.parseCommit(repository.resolve(Constants.R_HEADS + branch));
    }
  }
}

package dev.connector.cli.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** Makes a bare repository with one commit, always the same for the same files. */
final class BareRepository {

  private static final PersonIdent OWNER =
      new PersonIdent("Owner", "owner@example.com", Instant.EPOCH, ZoneOffset.UTC);

  private BareRepository() {}

  static void of(Path files, Path folder) throws IOException {
    try (Repository repository =
            new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        ObjectInserter objects = repository.newObjectInserter()) {
      repository.create(true);
      repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index(files, objects).writeTree(objects));
      commit.setAuthor(OWNER);
      commit.setCommitter(OWNER);
      commit.setMessage("Registry");
      RefUpdate main = repository.updateRef(Constants.R_HEADS + "main");
      main.setNewObjectId(objects.insert(commit));
      objects.flush();
      main.update();
    }
  }

  private static DirCache index(Path files, ObjectInserter objects) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    try (Stream<Path> paths = Files.walk(files)) {
      List<Path> all = paths.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        DirCacheEntry entry =
            new DirCacheEntry(files.relativize(file).toString().replace('\\', '/'));
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
        builder.add(entry);
      }
    }
    builder.finish();
    return index;
  }
}

package dev.connector.registry.contribute;

import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.RegistryClone;
import dev.connector.registry.workspace.change.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A contribution as one commit on top of the registry's newest.
 *
 * @param commit in the private clone; nothing outside knows of it yet
 * @param message its message: a title, and below it what there is to say
 * @param diff unified, as git writes it
 */
public record Proposal(ObjectId commit, UserIdentity author, String message, String diff) {

  public Proposal {
    Objects.requireNonNull(commit);
    Objects.requireNonNull(author);
    Objects.requireNonNull(message);
    Objects.requireNonNull(diff);
  }

  /**
   * Commits a contribution in a clone.
   *
   * @param earlier a commit to take where it says the very same
   */
  public static Proposal commit(
      Contribution contribution,
      RegistryClone clone,
      UserIdentity author,
      Clock clock,
      Optional<ObjectId> earlier) {
    Repository repository = clone.repository();
    String message = message(contribution);
    try (ObjectInserter objects = repository.newObjectInserter();
        RevWalk walk = new RevWalk(repository)) {
      RevCommit parent = walk.parseCommit(clone.commit());
      ObjectId tree =
          tree(objects, parent.getTree(), clone.folder(contribution.name()), contribution);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree);
      commit.setParentId(parent);
      PersonIdent person =
          new PersonIdent(author.name(), author.email(), clock.instant(), clock.getZone());
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setEncoding(StandardCharsets.UTF_8);
      commit.setMessage(message);
      ObjectId id =
          earlier.isPresent() && saysTheSame(walk.parseCommit(earlier.get()), commit)
              ? earlier.get()
              : objects.insert(commit);
      objects.flush();
      return new Proposal(id, author, message, diff(repository, parent.getTree(), tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The title of the commit and of what is proposed by it. */
  public String title() {
    return message.substring(0, message.indexOf('\n'));
  }

  private static String message(Contribution contribution) {
    if (contribution.changes().isEmpty() && contribution.taught().isPresent()) {
      return "Add lesson " + contribution.taught().get().lesson().name() + "\n";
    }
    boolean fresh = contribution.changes().size() == contribution.files().size();
    return (fresh ? "Add " : "Improve ") + contribution.name() + "\n";
  }

  private static boolean saysTheSame(RevCommit earlier, CommitBuilder now) {
    PersonIdent before = earlier.getAuthorIdent();
    return earlier.getTree().equals(now.getTreeId())
        && earlier.getParentCount() == 1
        && List.of(now.getParentIds()).equals(List.of(earlier.getParent(0).getId()))
        && earlier.getFullMessage().equals(now.getMessage())
        && before.getName().equals(now.getAuthor().getName())
        && before.getEmailAddress().equals(now.getAuthor().getEmailAddress());
  }

  private static ObjectId tree(
      ObjectInserter objects, ObjectId base, String folder, Contribution contribution)
      throws IOException {
    DirCache index = DirCache.newInCore();
    try (ObjectReader reader = objects.newReader()) {
      DirCacheBuilder builder = index.builder();
      builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, base);
      builder.finish();
    }
    DirCacheEditor editor = index.editor();
    for (Change change : contribution.changes()) {
      String path = folder + "/" + change.path();
      editor.add(
          change.after().isEmpty()
              ? new DirCacheEditor.DeletePath(path)
              : edit(path, objects.insert(Constants.OBJ_BLOB, change.after().get())));
    }
    if (contribution.taught().isPresent()) {
      Change lesson = contribution.taught().get().change();
      editor.add(
          edit(lesson.path(), objects.insert(Constants.OBJ_BLOB, lesson.after().orElseThrow())));
    }
    editor.finish();
    return index.writeTree(objects);
  }

  private static DirCacheEditor.PathEdit edit(String path, ObjectId content) {
    return new DirCacheEditor.PathEdit(path) {
      @Override
      public void apply(DirCacheEntry entry) {
        entry.setObjectId(content);
        if (entry.getRawMode() == 0) {
          entry.setFileMode(FileMode.REGULAR_FILE);
        }
      }
    };
  }

  private static String diff(Repository repository, ObjectId before, ObjectId after)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.setRepository(repository);
      formatter.setDetectRenames(true);
      formatter.setAbbreviationLength(Constants.OBJECT_ID_STRING_LENGTH);
      formatter.format(before, after);
      formatter.flush();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}

package dev.connector.registry.source;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** Names for commits in the repositories of the cache. */
final class GitRefs {

  private GitRefs() {}

  /** Makes a name mean a commit, whatever it meant before. */
  static void point(Repository repository, String name, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setNewObjectId(commit);
    update.setForceUpdate(true);
    update.disableRefLog();
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.NEW
        && result != RefUpdate.Result.FORCED
        && result != RefUpdate.Result.FAST_FORWARD
        && result != RefUpdate.Result.NO_CHANGE) {
      throw new IOException("cannot remember " + name + ": " + result);
    }
  }
}

package dev.connector.registry.contribute.forge;

import dev.connector.registry.source.GitUrl;
import java.util.Objects;

/**
 * A place where changes of a repository are proposed.
 *
 * <p>Methods fail with {@link dev.connector.spec.ConnectorException}: AUTHENTICATION where the
 * token is refused, NETWORK where the forge cannot be reached, FAILED where it refuses what is
 * asked for.
 */
public sealed interface Forge permits GitHub, GitLab, Gitea {

  /**
   * Where the user may push a branch: the repository itself, else the user's fork of it, which is
   * made where there is none.
   */
  Head head();

  /**
   * Proposes a branch, or gives the proposal that is open for it a new text.
   *
   * @param branch pushed to {@code head} before
   * @param base the branch of the repository that it is proposed for
   */
  Proposed propose(Head head, String branch, String base, Text text);

  /**
   * A repository to push to.
   *
   * @param id what the forge calls it: its path, or its number
   * @param path such as {@code owner/name}
   */
  record Head(String id, String path, GitUrl url, boolean fork) {
    public Head {
      Objects.requireNonNull(id);
      Objects.requireNonNull(path);
      Objects.requireNonNull(url);
    }

    String owner() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    /** How a branch of it is named by others. */
    String labelled(String branch) {
      return fork ? owner() + ":" + branch : branch;
    }
  }

  /**
   * What a proposal says.
   *
   * @param body in Markdown
   * @param draft whether it is not to be merged yet; only looked at where it is new
   */
  record Text(String title, String body, boolean draft) {
    public Text {
      Objects.requireNonNull(title);
      Objects.requireNonNull(body);
    }
  }

  /**
   * An open proposal.
   *
   * @param address its page, for people
   * @param fresh whether it was opened now
   */
  record Proposed(String address, boolean fresh) {
    public Proposed {
      Objects.requireNonNull(address);
    }
  }
}

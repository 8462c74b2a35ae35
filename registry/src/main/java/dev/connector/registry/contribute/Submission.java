package dev.connector.registry.contribute;

import dev.connector.registry.contribute.forge.Forge;
import dev.connector.registry.contribute.forge.Forge.Head;
import dev.connector.registry.contribute.forge.Forge.Proposed;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.PushTarget;
import dev.connector.registry.source.RegistryClone;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Pushes contributions to a branch, and proposes it where there is a forge. The same again leads to
 * the same branch and the same proposal.
 *
 * @param forge empty where branches are pushed to the registry itself, and nobody is told
 */
public record Submission(RegistryClone registry, Optional<Forge> forge, String branch) {

  public Submission {
    Objects.requireNonNull(registry);
    Objects.requireNonNull(forge);
    Objects.requireNonNull(branch);
  }

  /**
   * What was sent.
   *
   * @param url the repository that was pushed to
   * @param proposed what was opened or updated for it
   */
  public record Sent(GitUrl url, String branch, Optional<Proposed> proposed) {
    public Sent {
      Objects.requireNonNull(url);
      Objects.requireNonNull(branch);
      Objects.requireNonNull(proposed);
    }
  }

  /**
   * Sends a contribution.
   *
   * @param body what the proposal says, in Markdown
   * @throws dev.connector.spec.ConnectorException of kind AUTHENTICATION, NETWORK or CONFLICT, as
   *     {@link Forge} and {@link PushTarget} have it; running it again goes on from there
   */
  public Sent send(
      Contribution contribution, UserIdentity author, Clock clock, String body, boolean draft) {
    Optional<Head> head = forge.map(Forge::head);
    GitUrl url = head.map(Head::url).orElse(registry.url());
    PushTarget target = registry.target(url);
    Proposal proposal =
        Proposal.commit(contribution, registry, author, clock, target.pushed(branch));
    target.push(proposal.commit(), branch);
    Forge.Text text = new Forge.Text(proposal.title(), body, draft);
    return new Sent(
        url,
        branch,
        head.map(to -> forge.orElseThrow().propose(to, branch, registry.branch(), text)));
  }
}

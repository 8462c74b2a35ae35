package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.MailPatch;
import dev.connector.registry.contribute.Proposal;
import dev.connector.registry.contribute.forge.Forge;
import dev.connector.registry.contribute.forge.Forge.Head;
import dev.connector.registry.contribute.forge.Forge.Proposed;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.PushTarget;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Sends a proposal the way the user wants, once the user has agreed. */
final class Sending {

  private final Environment environment;
  private final RegistryClone clone;
  private final Way way;
  private final Optional<String> branch;
  private final boolean yes;

  Sending(
      Environment environment, RegistryClone clone, Way way, Optional<String> branch, boolean yes) {
    this.environment = environment;
    this.clone = clone;
    this.way = way;
    this.branch = branch;
    this.yes = yes;
  }

  /** How. */
  sealed interface Way {
    /** Not at all. */
    record None() implements Way {}

    /** As a file. */
    record Patch(Path file) implements Way {}

    /** As a branch, which is proposed where there is a forge. */
    record Push(boolean draft, Optional<Forge> forge) implements Way {
      public Push {
        Objects.requireNonNull(forge);
      }
    }
  }

  /** What was sent. */
  sealed interface Sent {
    /** A file was written. */
    record Written(Path file) implements Sent {}

    /**
     * A branch was pushed.
     *
     * @param proposed what was opened or updated for it
     */
    record Pushed(GitUrl url, String branch, Optional<Proposed> proposed) implements Sent {}
  }

  /** Sends; empty where nothing is to be sent. */
  Optional<Sent> send(
      Proposal proposal,
      Contribution contribution,
      ContributionChecks checks,
      UserIdentity author) {
    if (way instanceof Way.Patch patch) {
      return Optional.of(write(proposal, patch.file()));
    }
    if (!(way instanceof Way.Push push)) {
      return Optional.empty();
    }
    requireConsent(proposal, push);
    Head head =
        push.forge()
            .map(Forge::head)
            .orElseGet(() -> new Head("", clone.url().toString(), clone.url(), false));
    String name = branch.orElse("connector/" + contribution.name());
    PushTarget target = clone.target(head.url());
    Proposal last =
        Proposal.commit(contribution, clone, author, environment.clock(), target.pushed(name));
    target.push(last.commit(), name);
    Forge.Text text = new Forge.Text(last.title(), checks.body(contribution), push.draft());
    return Optional.of(
        new Sent.Pushed(
            head.url(),
            name,
            push.forge().map(forge -> forge.propose(head, name, clone.branch(), text))));
  }

  private Sent write(Proposal proposal, Path file) {
    try {
      Files.writeString(file, MailPatch.of(proposal, environment.clock()));
      return new Sent.Written(file);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED,
          file + " cannot be written",
          "name a file in a folder that you can write to: --patch <file>",
          e);
    }
  }

  private void requireConsent(Proposal proposal, Way.Push push) {
    if (yes) {
      return;
    }
    String what = push.forge().isPresent() ? "Propose" : "Push";
    String question =
        what + " this to " + clone.url() + " as " + proposal.author().name() + "? [y/N]";
    if (!ContributeCommand.isYes(environment.terminal().ask(question))) {
      throw new ConnectorException(Kind.USAGE, "stopped; nothing was sent", "");
    }
  }
}

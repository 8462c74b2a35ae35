package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.MailPatch;
import dev.connector.registry.contribute.Proposal;
import dev.connector.registry.contribute.Submission;
import dev.connector.registry.contribute.forge.Forge;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Sends a proposal the way the user wants, once the user has agreed. */
final class Sending {

  private final Environment environment;
  private final Way way;
  private final Optional<String> branch;
  private final boolean yes;

  Sending(Environment environment, Way way, Optional<String> branch, boolean yes) {
    this.environment = environment;
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

  /** What came of it. */
  sealed interface Result {
    /** Nothing was sent, as the user wanted it. */
    record Nothing() implements Result {}

    /** A file was written. */
    record Written(Path file) implements Result {}

    /** A branch was pushed, and proposed where there is a forge. */
    record Pushed(Submission.Sent sent) implements Result {}
  }

  /** Sends what passed all checks. */
  Result send(
      RegistryClone clone,
      Proposal proposal,
      Contribution contribution,
      ContributionChecks checks) {
    if (way instanceof Way.Patch patch) {
      return write(proposal, patch.file());
    }
    if (!(way instanceof Way.Push push)) {
      return new Result.Nothing();
    }
    requireConsent(proposal, clone, push);
    String name = branch.orElse("connector/" + contribution.name());
    return new Result.Pushed(
        new Submission(clone, push.forge(), name)
            .send(
                contribution,
                proposal.author(),
                environment.clock(),
                checks.body(contribution),
                push.draft()));
  }

  private Result write(Proposal proposal, Path file) {
    try {
      Files.writeString(file, MailPatch.of(proposal, environment.clock()));
      return new Result.Written(file);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED,
          file + " cannot be written",
          "name a file in a folder that you can write to: --patch <file>",
          e);
    }
  }

  private void requireConsent(Proposal proposal, RegistryClone clone, Way.Push push) {
    if (yes) {
      return;
    }
    String what = push.forge().isPresent() ? "Propose" : "Push";
    String question =
        what + " this to " + clone.url() + " as " + proposal.author().name() + "? [y/N]";
    String answer = environment.terminal().ask(question).toLowerCase(Locale.ROOT);
    if (!answer.startsWith("y")) {
      throw new ConnectorException(
          Kind.USAGE, "stopped; nothing was sent", "to keep it as a file: --patch <file>");
    }
  }
}

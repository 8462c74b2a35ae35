package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.forge.Forge;
import dev.connector.registry.contribute.forge.ForgeKind;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is to become of a contribution. */
final class ProposalOptions {

  @Option(names = "--dry-run", description = "Check everything and show the diff; send nothing.")
  private boolean dryRun;

  @Option(
      names = "--patch",
      paramLabel = "<file>",
      description = "Write a mail that git am takes, and send nothing.")
  private String patch;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before it is sent.")
  private boolean yes;

  @Option(names = "--draft", description = "Open it as a draft, not to be merged yet.")
  private boolean draft;

  @Option(
      names = "--branch",
      paramLabel = "<name>",
      description = "The branch to push; connector/<name> if not said.")
  private String branch;

  @Option(
      names = "--forge",
      paramLabel = "<kind>",
      description = "What the registry's host is: github, gitlab, gitea or forgejo.")
  private String kind;

  /** How it is sent, with all that can be known to be missing told at once. */
  Sending sending(Environment environment, RegistryClone clone, GitSettings git) {
    Sending.Way way =
        patch != null
            ? new Sending.Way.Patch(environment.directory().resolve(patch))
            : dryRun ? new Sending.Way.None() : new Sending.Way.Push(draft, forge(clone, git));
    if (way instanceof Sending.Way.Push && !yes && !environment.terminal().interactive()) {
      throw new ConnectorException(
          Kind.USAGE,
          "nobody is there to be asked whether it is to be sent",
          "say --yes to send it, --dry-run to see it");
    }
    return new Sending(environment, way, Optional.ofNullable(branch), yes);
  }

  private Optional<Forge> forge(RegistryClone clone, GitSettings git) {
    Optional<ForgeKind> chosen = Optional.ofNullable(kind).map(ProposalOptions::kind);
    return chosen.or(() -> ForgeKind.of(clone.url())).map(it -> it.open(clone.url(), git));
  }

  private static ForgeKind kind(String typed) {
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "github" -> ForgeKind.GITHUB;
      case "gitlab" -> ForgeKind.GITLAB;
      case "gitea", "forgejo" -> ForgeKind.GITEA;
      default ->
          throw new ConnectorException(
              Kind.USAGE,
              "\"" + typed + "\" is no forge that is known here",
              "one of: github, gitlab, gitea, forgejo; for others: --patch <file>");
    };
  }
}

package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.Proposal;
import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.Origin;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.RegistryClone;
import dev.connector.registry.workspace.UnfinishedMerge;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector contribute}: proposes what the user edited to the registry it came from. */
@Command(
    name = "contribute",
    description = "Propose what you changed in a connector to its registry.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector contribute hubspot --dry-run          all checks and the diff; nothing is sent",
      "  connector contribute hubspot                    a pull request, or the same one again",
      "  connector contribute hubspot --patch hub.patch  a mail for git am, where there is no forge",
      "  connector contribute hubspot --lesson odd.md    with what it has taught, for the next one",
      "",
      "Everything is checked first: files, licence, secrets, definition, code and its tests."
    })
final class ContributeCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;
  @Mixin private ProposalOptions options;
  @Mixin private LessonOption lesson;

  @Parameters(paramLabel = "<connector>", description = "The connector's name in this project.")
  private String name;

  @Option(
      names = "--command",
      paramLabel = "<program>",
      description = "The code's program, where the project's build does not tell.")
  private String command;

  ContributeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    ConnectorPlace.InProject place = installed(directory);
    UnfinishedMerge.requireNone(ProjectTree.at(place.project()));
    Optional<Lesson> taught = lesson.lesson(environment);
    UserIdentity author = author(place.project());
    GitSettings git = registries.settings(environment);
    try (Registries open = registries.open(environment, environment.directory(), directory);
        RegistryClone clone = RegistryClone.open(repository(open, place), git)) {
      Sending sending = options.sending(environment, clone, git);
      ContributeText text = new ContributeText(environment.terminal(), clone, work.json);
      Contribution edited =
          Contribution.of(
              ProjectTree.at(place.project()), name, place.entry(), clone.connector(name));
      Contribution contribution = LessonOption.with(edited, taught, clone);
      if (contribution.isEmpty()) {
        text.nothing(contribution);
        return ExitCode.DONE.number();
      }
      ContributionChecks checks =
          ContributionChecks.run(environment, place, contribution, Optional.ofNullable(command));
      Proposal proposal =
          Proposal.commit(contribution, clone, author, environment.clock(), Optional.empty());
      text.found(proposal, checks);
      Sending.Result result =
          checks.passed()
              ? sending.send(clone, proposal, contribution, checks)
              : new Sending.Result.Nothing();
      text.end(contribution, checks, result);
      return (checks.passed() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }
  }

  private UserIdentity author(Path project) {
    return UserIdentity.in(
            project, environment.variables(), Path.of(System.getProperty("user.home")))
        .orElseThrow(
            () ->
                new ConnectorException(
                    Kind.FAILED,
                    "git does not know who you are, and a commit needs a name and an email address",
                    "git config --global user.name \"Your Name\";"
                        + " git config --global user.email you@example.com"));
  }

  private ConnectorPlace.InProject installed(Path directory) {
    if (new ConnectorPlaces(directory).find(name) instanceof ConnectorPlace.InProject place) {
      return place;
    }
    throw new ConnectorException(
        Kind.USAGE,
        name + " is not installed in a project",
        "in a clone of a registry commit as ever, and open the pull request yourself");
  }

  /** The repository of the registry it came from, unless the user names another. */
  private Location.Git repository(Registries open, ConnectorPlace.InProject place) {
    if (registries.registry == null && place.entry().origin() instanceof Origin.Registered origin) {
      return open.repository(origin);
    }
    return open.repository(new Location.Default(""));
  }
}

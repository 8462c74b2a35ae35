package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.InstallPlan;
import dev.connector.registry.workspace.InstallPlanner;
import dev.connector.registry.workspace.InstallRequest;
import dev.connector.registry.workspace.InstallRequest.Extent;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connector install}: brings back what the project's lock says, offline. */
@Command(
    name = "install",
    description = {
      "Bring back every missing file of the connectors here, from .connectors alone:",
      "no registry, no network. Files that you edited stay."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector install            after a checkout that has .connectors, but not the source",
      "  connector install --frozen   in CI: the same, and fail where anything differs"
    })
final class InstallCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(
      names = "--frozen",
      description = "Fail where a file differs from the lock, or the build file lacks something.")
  private boolean frozen;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  @Option(names = "--no-deps", description = "Leave the build file alone.")
  private boolean noDependencies;

  InstallCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Optional<Mended> mended = dryRun ? Optional.empty() : MendedText.mend(environment, directory);
    Project project = work.project(environment);
    InstallPlan plan =
        new InstallPlanner()
            .plan(
                new InstallRequest(
                    project,
                    noDependencies ? BuildEdits.NONE : BuildEdits.ADD,
                    frozen ? Extent.FROZEN : Extent.EVERYTHING));
    if (!dryRun) {
      ProjectTree.at(project.root()).apply(plan.plan());
    }
    InstallView view = new InstallView(project, plan, !dryRun);
    if (work.json) {
      environment.terminal().printDocument(Json.print(view.document(mended)));
    } else {
      view.print(environment.terminal());
    }
    return ExitCode.DONE.number();
  }
}

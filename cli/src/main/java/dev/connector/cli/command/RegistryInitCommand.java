package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.RegistryStarter;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.repository.FirstCommit;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector registry init}: a registry for a team's own connectors. */
@Command(
    name = "init",
    description = "Make a registry for connectors of your own.",
    footerHeading = "%nIt holds:%n",
    footer = {
      "  an example that can be installed, notes for contributors, and a CI file that",
      "  checks everything. Where the folder is in no git repository it becomes one,",
      "  with a first commit in your name."
    })
final class RegistryInitCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  @Parameters(paramLabel = "<folder>", description = "Where; it need not be there yet.")
  private String folder;

  RegistryInitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path place = work.directory(environment).resolve(folder).normalize();
    SortedMap<String, byte[]> files = RegistryStarter.files(String.valueOf(place.getFileName()));
    requireFree(place, files);
    List<Change> changes = new ArrayList<>();
    files.forEach((path, content) -> changes.add(new Change.Create(path, content)));
    Plan plan = new Plan("registry init", changes);
    Optional<Path> repository = FirstCommit.repository(place);
    Optional<UserIdentity> user =
        UserIdentity.of(environment.variables(), Path.of(System.getProperty("user.home")));
    Optional<String> commit = Optional.empty();
    if (!dryRun) {
      write(place, plan);
      commit =
          user.filter(it -> repository.isEmpty())
              .map(
                  it ->
                      FirstCommit.make(
                          place, files.keySet(), it, "Begin a registry", environment.clock()));
    }
    if (work.json) {
      environment.terminal().printDocument(Json.print(document(place, plan, commit)));
    } else {
      print(place, plan);
      git(repository, user, commit);
    }
    return ExitCode.DONE.number();
  }

  private static void requireFree(Path place, SortedMap<String, byte[]> files) {
    Optional<String> taken =
        files.keySet().stream()
            .map(it -> it.split("/")[0])
            .filter(it -> Files.exists(place.resolve(it), LinkOption.NOFOLLOW_LINKS))
            .findFirst();
    if (taken.isPresent() || Files.exists(place) && !Files.isDirectory(place)) {
      throw new ConnectorException(
          Kind.USAGE,
          taken.map(it -> place + " holds " + it + " already").orElse(place + " is no folder"),
          "name a folder that is empty or not there yet");
    }
  }

  private static void write(Path place, Plan plan) {
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED,
          "the folder " + place + " cannot be made; nothing was written",
          "name one that you can write to",
          e);
    }
    ProjectTree.at(place).apply(plan);
  }

  private void print(Path place, Plan plan) {
    Terminal terminal = environment.terminal();
    String verb = dryRun ? "Would make" : "Made";
    terminal.print(terminal.styled(Style.GOOD, verb + " a registry") + " in " + place);
    ChangeGroups.of(plan.changes())
        .forEach(
            (group, counts) ->
                terminal.print(
                    "  + "
                        + group
                        + (group.endsWith("/")
                            ? " (" + Text.count(counts.created(), "file") + ")"
                            : "")));
    terminal.print("");
  }

  private void git(
      Optional<Path> repository, Optional<UserIdentity> user, Optional<String> commit) {
    Terminal terminal = environment.terminal();
    if (repository.isPresent()) {
      terminal.print(
          "Not committed: it is in the repository " + repository.get() + ", yours to commit.");
    } else if (user.isEmpty()) {
      terminal.print("Not committed: git does not know your name and address.");
      terminal.print("  set user.name and user.email; then: git init, git add ., git commit");
    } else {
      String done =
          commit.map(it -> "Committed as " + it.substring(0, 7)).orElse("To be committed");
      terminal.print(done + " to branch main of a new repository, by " + user.get());
    }
    terminal.print("");
    terminal.print("check it:        connector registry validate " + folder);
    terminal.print("try its example: connector add " + address() + "#example --cwd <project>");
  }

  /** Where the folder would be taken for a name, it is written as a path. */
  private String address() {
    return folder.startsWith(".") || Path.of(folder).isAbsolute() ? folder : "./" + folder;
  }

  private ObjectNode document(Path place, Plan plan, Optional<String> commit) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", !dryRun).put("folder", place.toString());
    commit.ifPresent(it -> document.put("commit", it));
    ArrayNode changes = document.putArray("changes");
    plan.changes()
        .forEach(
            it -> changes.addObject().put("path", it.path()).put("action", PlanWords.action(it)));
    return document;
  }
}

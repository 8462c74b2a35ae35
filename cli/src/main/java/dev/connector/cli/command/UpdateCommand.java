package dev.connector.cli.command;

import dev.connector.cli.project.ExistingProject;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Resolver;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.UnfinishedMerge;
import dev.connector.registry.workspace.build.Versions;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector update}: takes what is new where connectors came from, and keeps edits. */
@Command(
    name = "update",
    description = "Take what is new upstream, and keep what you edited.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector update hubspot                from where it came from",
      "  connector update hubspot --to v2        another branch, tag or commit",
      "  connector update --all --dry-run        what would change",
      "  connector update --continue             when overlaps are resolved",
      "  connector update --abort                as if it had not been begun"
    })
final class UpdateCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;
  @Mixin private AddOptions options;

  @Parameters(
      arity = "0..*",
      paramLabel = "<connector>",
      description = "Names of installed connectors; \"runtime\" for the runtime.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "Everything that is installed, the runtime too.")
  private boolean all;

  @Option(
      names = "--to",
      paramLabel = "<ref>",
      description = "To this branch, tag or commit of the registry.")
  private String ref;

  @Option(names = "--continue", description = "End an update whose overlaps are resolved.")
  private boolean proceed;

  @Option(names = "--abort", description = "Take back an update that left overlaps.")
  private boolean abort;

  UpdateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    requireOneWay();
    if (proceed || abort) {
      Path root = work.project(environment).root();
      return new MergeEnd(environment, work, root).run(abort).number();
    }
    Optional<Mended> mended =
        options.writes() ? MendedText.mend(environment, directory) : Optional.empty();
    Project project = work.project(environment);
    ProjectTree tree = ProjectTree.at(project.root());
    UnfinishedMerge.requireNone(tree);
    Lock lock = Lock.read(tree);
    Map<String, Lock.Entry> chosen = new InstalledNames(lock).chosen(names, all);
    try (Registries open = registries.open(environment, environment.directory(), project.root())) {
      List<Item> items =
          items(new Origins(open, project.root(), ReadOptions.standard()), open, lock, chosen);
      AddResult result =
          options.add(
              environment,
              new ExistingProject(project),
              Additions.of(items, Purpose.UPDATE, mended));
      result.tell(environment, work.json);
      return result.exitCode().number();
    }
  }

  private void requireOneWay() {
    boolean ends = proceed || abort;
    boolean more = all || !names.isEmpty() || ref != null || !options.writes();
    if (ends && (more || proceed && abort)) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "--continue and --abort go with nothing else",
          "run one of them alone: connector update --continue");
    }
  }

  /** Everything to be brought forward, with what the new versions need beside. */
  private List<Item> items(
      Origins origins, Registries open, Lock lock, Map<String, Lock.Entry> chosen) {
    Optional<String> to = Optional.ofNullable(ref);
    Map<String, Item> items = new LinkedHashMap<>();
    chosen.forEach(
        (name, entry) -> {
          Item item = current(origins, name, entry, chosen.size() > 1);
          String language = entry.language().id();
          if (isOlder(item, language, entry)) {
            return;
          }
          if (item.kind() == Item.Kind.RUNTIME) {
            items.put(name, item);
          } else {
            new Resolver(open, language, lock.versions())
                .resolve(item, origins.registry(entry, to))
                .forEach(each -> items.putIfAbsent(each.name(), each));
          }
        });
    return new ArrayList<>(items.values());
  }

  /** Of several, the one that cannot be had is named: the others can be updated without it. */
  private Item current(Origins origins, String name, Lock.Entry entry, boolean several) {
    try {
      return origins.current(name, entry, Optional.ofNullable(ref));
    } catch (ConnectorException failure) {
      if (!several) {
        throw failure;
      }
      throw new ConnectorException(
          failure.kind(),
          Origins.told(name, failure),
          failure.hint() + "; the others can be updated by name",
          failure);
    }
  }

  /** What is here may be newer than what this program has with it; nobody goes back unasked. */
  private boolean isOlder(Item item, String language, Lock.Entry entry) {
    String version = item.version(language);
    boolean older = ref == null && Versions.isLower(version, entry.version());
    if (older) {
      environment
          .terminal()
          .note(
              "note:  %s stays at %s; %s has the older %s (to take that: --to <ref>)"
                  .formatted(item.name(), entry.version(), item.origin().source(), version));
    }
    return older;
  }
}

package dev.connector.registry.validation;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.RegistryInspection;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks a registry in a folder, and reports everything at once. */
public final class RegistryValidator {

  private final StaticChecks checks;
  private final Function<String, Optional<String>> home;

  /**
   * A validator.
   *
   * @param checks the rules that reading decides
   * @param home the version of the default registry's runtime for a language, which connectors of
   *     every registry are installed with
   */
  public RegistryValidator(StaticChecks checks, Function<String, Optional<String>> home) {
    this.checks = Objects.requireNonNull(checks);
    this.home = Objects.requireNonNull(home);
  }

  /**
   * The report on a registry.
   *
   * @param folder a registry, or a project that holds one
   * @throws dev.connector.spec.ConnectorException where it is no registry at all
   */
  public RegistryReport validate(Path folder) {
    RegistryInspection registry = RegistryInspection.of(folder);
    List<RegistryProblem> problems = new ArrayList<>(twins(registry));
    Map<String, Item> runtimes = new TreeMap<>();
    for (String language : registry.runtimes()) {
      List<String> found = registry.runtimeProblems(language);
      add(problems, "runtime/" + language, found);
      if (found.isEmpty()) {
        runtimes.put(language, registry.runtime(language));
      }
    }
    Map<String, Item> connectors = new TreeMap<>();
    for (String name : registry.connectors()) {
      List<String> found = registry.connectorProblems(name);
      add(problems, "connectors/" + name, found);
      problems.addAll(broken(registry.root(), name));
      if (found.isEmpty()) {
        connectors.put(name, registry.connector(name));
      }
    }
    Requirements requirements =
        new Requirements(connectors, language -> versions(language, runtimes));
    connectors.forEach(
        (name, item) -> {
          add(problems, "connectors/" + name, JavaPackages.problems(item));
          add(problems, "connectors/" + name, requirements.problems(item));
        });
    runtimes.forEach(
        (language, item) -> {
          add(problems, "runtime/" + language, JavaPackages.problems(item));
          problems.addAll(secrets("runtime/" + language, item));
        });
    List<String> refused = new ArrayList<>();
    int lessons = registry.lessons(refused).all().size();
    add(problems, "lessons", refused);
    problems.addAll(OtherFiles.problems(registry.root()));
    problems.sort(Comparator.comparing(RegistryProblem::place));
    return new RegistryReport(
        registry.connectors().size(), registry.runtimes().size(), lessons, problems);
  }

  private List<RegistryProblem> broken(Path root, String name) {
    List<RegistryProblem> problems = new ArrayList<>();
    ConnectorFiles files = ConnectorFiles.in(root.resolve("connectors").resolve(name));
    for (Finding finding : checks.report(name, files).findings()) {
      if (finding.fails() && finding.outcome() instanceof Outcome.Broken broken) {
        Optional<String> rule = Optional.of(finding.rule().id());
        broken
            .evidence()
            .forEach(it -> problems.add(new RegistryProblem("connectors/" + name, it, rule)));
      }
    }
    return problems;
  }

  private static List<RegistryProblem> secrets(String place, Item item) {
    List<RegistryProblem> problems = new ArrayList<>();
    for (ItemFile file : item.files()) {
      for (SecretFinder.Sighting sighting : SecretFinder.in(file.content())) {
        problems.add(OtherFiles.problem(place, file.path() + ":", sighting));
      }
    }
    return problems;
  }

  private List<String> versions(String language, Map<String, Item> own) {
    List<String> versions = new ArrayList<>();
    Optional.ofNullable(own.get(language)).ifPresent(it -> versions.add(it.version(language)));
    home.apply(language).filter(it -> !versions.contains(it)).ifPresent(versions::add);
    return versions;
  }

  /** Names that some file systems take for one. */
  private static List<RegistryProblem> twins(RegistryInspection registry) {
    List<RegistryProblem> problems = new ArrayList<>();
    Map<String, String> seen = new TreeMap<>();
    for (String name : registry.connectors()) {
      String earlier = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (earlier != null) {
        problems.add(
            RegistryProblem.in(
                "connectors/" + name, "the same name as " + earlier + " but for its case"));
      }
    }
    return problems;
  }

  private static void add(List<RegistryProblem> problems, String place, List<String> found) {
    found.forEach(it -> problems.add(RegistryProblem.in(place, it)));
  }
}

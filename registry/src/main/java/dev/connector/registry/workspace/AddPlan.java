package dev.connector.registry.workspace;

import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What adding connectors to a project comes to, before anything is written.
 *
 * @param plan everything that can be written unasked
 * @param conflicts what cannot
 * @param merges files of which both the user and the origin changed something; of an update alone
 * @param summary the same in the user's words
 */
public record AddPlan(
    Plan plan, List<Conflict> conflicts, List<FileMerge> merges, Summary summary) {

  public AddPlan {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(summary);
    conflicts = List.copyOf(conflicts);
    merges = List.copyOf(merges);
  }

  /**
   * The plan to apply, with the conflicts that are to be overwritten; the others stay as they are.
   */
  public Plan overwriting(Predicate<Conflict> chosen) {
    List<Change> changes = new ArrayList<>();
    conflicts.stream().filter(chosen).map(Conflict::change).forEach(changes::add);
    changes.addAll(plan.changes());
    return new Plan(plan.title(), changes);
  }

  /**
   * What a user wants to read about it.
   *
   * @param items each connector and the runtime, in the order asked for
   * @param dependencies what the build file gains
   * @param missingDependencies what the user has to add by hand
   * @param settings what the connectors are configured by, secrets first
   * @param advice further things to know or to do, one sentence each
   */
  public record Summary(
      List<Placed> items,
      List<Dependency> dependencies,
      List<Dependency> missingDependencies,
      List<Variable> settings,
      List<String> advice) {
    public Summary {
      items = List.copyOf(items);
      dependencies = List.copyOf(dependencies);
      missingDependencies = List.copyOf(missingDependencies);
      settings = List.copyOf(settings);
      advice = List.copyOf(advice);
    }

    /** The secrets among the settings. */
    public Set<String> secrets() {
      return settings.stream()
          .filter(Variable::secret)
          .map(Variable::name)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * One connector or runtime in the project.
   *
   * @param formerly the version that was here before; empty where there was none
   * @param packageName the package its source has here
   * @param folder where that package is, relative to the project
   * @param files how many files it has here
   */
  public record Placed(
      String name,
      String version,
      Optional<String> formerly,
      String packageName,
      String folder,
      int files,
      State state) {

    /** How the project came by it. */
    public enum State {
      /** Was not there before. */
      ADDED,
      /** Was there in another version or place. */
      CHANGED,
      /** Is there already. */
      PRESENT
    }
  }

  /**
   * An environment variable a connector reads.
   *
   * @param name as the program reads it ({@code HUBSPOT_ACCESS_TOKEN})
   * @param required whether the connector fails without it
   */
  public record Variable(String name, boolean secret, boolean required, String description) {}
}

package dev.connector.registry.workspace;

import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Plan;
import java.util.List;
import java.util.Objects;

/**
 * What bringing back installed connectors comes to, before anything is written.
 *
 * @param items each connector and the runtime
 * @param yours files that differ from what was installed: they stay as they are
 * @param dependencies what the build file gains
 * @param missingDependencies what the user has to add by hand
 * @param advice further things to know or to do, one sentence each
 */
public record InstallPlan(
    Plan plan,
    List<Restored> items,
    List<String> yours,
    List<Dependency> dependencies,
    List<Dependency> missingDependencies,
    List<String> advice) {

  public InstallPlan {
    Objects.requireNonNull(plan);
    items = List.copyOf(items);
    yours = List.copyOf(yours);
    dependencies = List.copyOf(dependencies);
    missingDependencies = List.copyOf(missingDependencies);
    advice = List.copyOf(advice);
  }

  /**
   * A connector or the runtime.
   *
   * @param files how many files it has
   * @param missing how many of them are brought back
   */
  public record Restored(String name, String version, int files, int missing) {}
}

package dev.connector.registry.workspace;

import dev.connector.registry.workspace.change.Plan;
import java.util.List;
import java.util.Objects;

/**
 * What taking connectors out of a project comes to, before anything is written.
 *
 * @param items each connector, and the runtime if it goes with the last one
 * @param yours files the user edited: they stay, and are the user's alone from now on
 * @param dependencies what build files lose
 * @param advice further things to know or to do, one sentence each
 */
public record RemovePlan(
    Plan plan,
    List<Removed> items,
    List<String> yours,
    List<Dropped> dependencies,
    List<String> advice) {

  public RemovePlan {
    Objects.requireNonNull(plan);
    items = List.copyOf(items);
    yours = List.copyOf(yours);
    dependencies = List.copyOf(dependencies);
    advice = List.copyOf(advice);
  }

  /** A connector or the runtime, with the number of files that go away with it. */
  public record Removed(String name, String version, int files) {}

  /** A library, {@code group:artifact}, that goes out of a build file. */
  public record Dropped(String buildFile, String library) {}
}

package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.ENGINE;
import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;

/** Faults in reading what changed. */
final class ChangeFaults {

  private ChangeFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("state-before-records", "a checkpoint comes before its page's records", "INC-1")
            .in(Showcase.CHANGING)
            .also("INC-2", "INC-5")
            .edit(
                RUNTIME + "paging/ChangeStream.java",
                "afterPage = batch.checkpoint();",
                "afterPage = batch.checkpoint(); checkpoint = afterPage;"),
        Mutant.of("one-checkpoint", "a checkpoint comes at the end alone", "INC-1")
            .in(Showcase.CHANGING)
            .also("INC-2", "INC-5")
            .edit(
                RUNTIME + "adapter/Handover.java",
                "before = checkpoint(changes, before, state);",
                ""),
        Mutant.of("equal-to-cursor-lost", "a filter that excludes its value gets it", "INC-2")
            .in(Showcase.CHANGING)
            .also("INC-3")
            .edit(
                RUNTIME + "paging/Incremental.java",
                "filter.exclusive() ? line.justBefore(from) : line.filter(from)",
                "line.filter(from)"),
        Mutant.of("no-lookback", "a read begins at its cursor, whatever is seen late", "INC-3")
            .in(Showcase.CHANGING)
            .also("INC-2")
            .edit(
                RUNTIME + "paging/Progress.java",
                "line.before(line.read(cursor), incremental.lookback())",
                "line.read(cursor)"),
        Mutant.of("state-skips", "a checkpoint goes on one page too far", "INC-2")
            .in(Showcase.CHANGING)
            .also("INC-3", "INC-5")
            .edit(
                RUNTIME + "paging/UnorderedProgress.java",
                "arrival.next().ifPresent(next -> position = next);",
                "arrival.next().ifPresent(next -> { position = next; finished = true;"
                    + " cursor = Progress.later(cursor, sure()); });"),
        Mutant.of("cursor-moves-back", "of two cursor values the earlier is kept", "INC-3")
            .in(Showcase.CHANGING)
            .also("INC-2")
            .edit(RUNTIME + "paging/Progress.java", "value.max(", "value.min("),
        Mutant.of("without-cursor-dropped", "records without a cursor are left out", "INC-3")
            .in(Showcase.CHANGING)
            .also("INC-2")
            .edit(
                RUNTIME + "paging/ChangeReader.java",
                "step.fresh().stream().map(this::change)",
                "step.fresh().stream().filter(found -> line.of(found).isPresent())"
                    + ".map(this::change)"),
        Mutant.of("filter-not-sent", "the cursor does not reach the API", "INC-3")
            .in(Showcase.CHANGING)
            .also("INC-2", "INC-5")
            .edit(
                ENGINE + "IncrementalTranslation.java",
                "incremental.filter() == Incremental.Filter.CLIENT\n",
                "incremental.filter() == Incremental.Filter.CLIENT || order()"
                    + " != dev.connector.runtime.paging.Incremental.Order.ROLLING\n"),
        Mutant.of("deletes-dropped", "deleted records are not told", "INC-4")
            .in(Showcase.CHANGING)
            .edit(
                RUNTIME + "adapter/Handover.java",
                "events.accept(new Event.Delete(type.resource(), key(found)));",
                ""),
        Mutant.of("child-state-shared", "all parents have one state", "INC-5")
            .in(Showcase.CHANGING)
            .also("INC-2", "INC-3")
            .edit(
                RUNTIME + "adapter/ResourceReader.java",
                "states.with(parent.key(), checkpoint)",
                "states.with(\"\", checkpoint)")
            .edit(
                RUNTIME + "adapter/ResourceReader.java",
                "states.of(parent.key())",
                "states.of(\"\")"));
  }
}

package dev.connector.cli.command;

import dev.connector.cli.run.Reading.Result;
import dev.connector.cli.run.RecordCount;
import dev.connector.cli.run.Selection;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code run} says on standard error: what it leaves out, how far it is, how it ended. */
final class RunNotes {

  private final Terminal terminal;
  private final ProgressLine progress;
  private final Definition definition;
  private String resource = "";
  private int records;

  RunNotes(Environment environment, Definition definition) {
    this.terminal = environment.terminal();
    this.progress = new ProgressLine(terminal, environment.clock());
    this.definition = definition;
  }

  void leftOut(Selection selection) {
    selection
        .leftOut()
        .forEach((name, why) -> terminal.note("note:  not reading " + name + ", which " + why));
  }

  /** Where the records themselves run over the screen, that is progress enough. */
  RecordCount progress() {
    return terminal.capabilities().output() ? name -> {} : this::count;
  }

  private void count(String name) {
    records = name.equals(resource) ? records + 1 : 1;
    resource = name;
    progress.advanced(name, records, 0);
  }

  /** Tells how each resource ended, and how the run did. */
  ExitCode summary(List<Result> results) {
    int width = results.stream().mapToInt(it -> it.resource().length()).max().orElse(0);
    ExitCode code = ExitCode.DONE;
    List<String> hints = new ArrayList<>();
    for (Result result : results) {
      String name = result.resource() + " ".repeat(width - result.resource().length()) + "  ";
      terminal.note(name + line(result));
      if (result instanceof Result.Failed failed) {
        ApiFailure failure = new ApiFailure(definition, failed.failure());
        code = code == ExitCode.DONE ? code(failed, failure) : code;
        if (!failure.hint().isEmpty() && !hints.contains(failure.hint())) {
          hints.add(failure.hint());
        }
      }
    }
    hints.forEach(hint -> terminal.note(terminal.styledNote(Style.STRONG, "hint: ") + " " + hint));
    return code;
  }

  private String line(Result result) {
    if (result instanceof Result.Read read) {
      return counts(read.status());
    }
    if (result instanceof Result.Failed failed) {
      boolean cancelled = failed.failure().code() == ErrorCode.CANCELLED;
      return cancelled
          ? terminal.styledNote(Style.CAUTION, "interrupted")
          : terminal.styledNote(Style.BAD, "failed")
              + "  "
              + Text.visible(new ApiFailure(definition, failed.failure()).text());
    }
    return "not read, because of " + ((Result.Skipped) result).because();
  }

  private static ExitCode code(Result.Failed failed, ApiFailure failure) {
    return failed.failure().code() == ErrorCode.CANCELLED
        ? ExitCode.INTERRUPTED
        : ExitCode.of(failure.kind());
  }

  private static String counts(Event.Status status) {
    Event.Counts counts = status.counts();
    List<String> parts = new ArrayList<>();
    parts.add(number(counts.records(), "record"));
    if (counts.deletes() > 0) {
      parts.add(number(counts.deletes(), "delete"));
    }
    if (counts.invalid() > 0) {
      parts.add(grouped(counts.invalid()) + " not as the schema says");
    }
    if (counts.withoutCursor() > 0) {
      parts.add(grouped(counts.withoutCursor()) + " without a cursor");
    }
    return String.join(", ", parts)
        + status.incomplete().map(RunNotes::incomplete).map(it -> "; " + it).orElse("");
  }

  private static String incomplete(Event.Reason reason) {
    return reason == Event.Reason.LIMIT
        ? "there may be more: --limit was reached"
        : "incomplete: the API gives no more of one query";
  }

  private static String number(long count, String noun) {
    return grouped(count) + " " + noun + (count == 1 ? "" : "s");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

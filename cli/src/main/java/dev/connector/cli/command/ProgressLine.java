package dev.connector.cli.command;

import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.source.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Shows how far fetching is on one line of a screen, a few times a second and nowhere else. */
final class ProgressLine implements Progress {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Terminal terminal;
  private final Clock clock;
  private Instant next = Instant.MIN;

  ProgressLine(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void advanced(String task, int done, int total) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    terminal.progress(task + " ... " + (total > 0 ? done + "/" + total : String.valueOf(done)));
  }

  @Override
  public void note(String text) {
    terminal.note("note:  " + text);
  }
}

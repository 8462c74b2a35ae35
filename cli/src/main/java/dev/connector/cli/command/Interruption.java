package dev.connector.cli.command;

import dev.connector.cli.terminal.Terminal;
import dev.connector.runtime.message.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends work in good order when the user presses Ctrl-C: cancels it, and holds the end of the
 * process back until what was begun is put away. The process then ends with the signal's own code.
 */
final class Interruption implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "connector-interruption");

  private final Terminal terminal;
  private final Runnable cancel = cancellation::cancel;

  private Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  static Interruption listen(Terminal terminal) {
    Interruption interruption = new Interruption(terminal);
    terminal.onInterrupt(interruption.cancel);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Waits until the user presses Ctrl-C, or the thread is interrupted. */
  void await() {
    CountDownLatch pressed = new CountDownLatch(1);
    cancellation.onCancel(pressed::countDown);
    try {
      pressed.await();
    } catch (InterruptedException stop) {
      // That is what was waited for; left visible it would disturb what is put away now.
      cancellation.cancel();
    }
  }

  private void interrupted() {
    cancellation.cancel();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    terminal.offInterrupt(cancel);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is what let us come this far.
    }
  }
}

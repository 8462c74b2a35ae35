package dev.connector.cli.command;

import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;

/** Says, where a run is broken off by Ctrl-C, how to go on with it. */
final class GoingOn {

  private final Thread hook;

  GoingOn(Terminal terminal, String command) {
    this.hook =
        new Thread(
            () -> {
              terminal.note("interrupted; nothing was written to the project");
              terminal.note("go on with it: " + Text.visible(command));
            },
            "connector-going-on");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The run has ended by itself. */
  void off() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It is what is being said just now.
    }
  }
}

package dev.connector.cli.agent.sandbox;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.Optional;

/** Runs programs that nobody has looked at. */
public sealed interface Sandbox permits Bubblewrap, Unsandboxed {

  /** The sandbox of this machine; empty where there is none that works. */
  static Optional<Sandbox> find(Environment environment) {
    try {
      return Optional.of(require(environment));
    } catch (ConnectorException none) {
      return Optional.empty();
    }
  }

  /**
   * The sandbox of this machine, tried once.
   *
   * @throws ConnectorException of kind FAILED where there is none that works, with what to do
   */
  static Sandbox require(Environment environment) {
    return Bubblewrap.on(environment.variable("PATH").orElse(""));
  }

  /** The command that starts a job; what else it needs is in its environment. */
  List<String> line(Job job);

  /**
   * Runs a job to its end, or until it uses more than it may. Nothing of it goes on afterwards.
   *
   * @throws ConnectorException where it cannot be started
   */
  default Ended run(Job job) {
    return Supervision.run(line(job), job);
  }
}

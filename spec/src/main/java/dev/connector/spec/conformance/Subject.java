package dev.connector.spec.conformance;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import dev.connector.spec.rules.Identity;
import java.util.Map;

/**
 * What is held to the rules.
 *
 * @param identity who it is, for the report
 * @param launcher starts it
 */
public record Subject(Identity identity, Launcher launcher) {

  /** Starts a connector that knows nothing but its environment. */
  @FunctionalInterface
  public interface Launcher {
    Connector start(Map<String, String> environment);

    /**
     * The same for a check that is about the program: how it is killed, how it ends, what it says
     * to people. What runs in a process of its own runs in a new one, which serves nobody else.
     */
    default Connector startAlone(Map<String, String> environment) {
      return start(environment);
    }
  }

  /** The engine, running the folder's definition in this process. */
  public static Subject engine(ConnectorFolder folder) {
    var definition = folder.definition();
    return new Subject(
        new Identity(definition.name(), definition.version(), "engine"),
        environment -> new Engine(definition, folder.schemas(), environment));
  }
}

package dev.connector.spec.conformance.process;

import dev.connector.runtime.connector.Protocol;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.nio.file.Path;

/** The engine as a process: what the protocol's two sides have to say to each other. */
final class EngineProcess {

  private EngineProcess() {}

  public static void main(String... arguments) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(arguments[0]));
    Protocol.serve(
        environment -> {
          System.out.println("started");
          return new Engine(folder.definition(), folder.schemas(), environment);
        });
  }
}

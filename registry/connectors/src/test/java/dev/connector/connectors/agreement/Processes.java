package dev.connector.connectors.agreement;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Connectors in processes of their own. */
final class Processes {

  private Processes() {}

  static Connector start(Class<?> main, Map<String, String> environment) {
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    return ProcessConnector.start(ProcessCommand.of(line, Path.of(""), environment));
  }
}

package dev.connector.spec.conformance.mutants;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Protocol;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the connector under test; it alone is called across the border of a {@link Copy}. */
public final class Served {

  private static final Map<Path, ConnectorFolder> FOLDERS = new ConcurrentHashMap<>();

  private Served() {}

  /** The same as a process, whose arguments are the folder and the type. */
  public static void main(String... arguments) {
    Path folder = Path.of(arguments[0]);
    String type = arguments.length == 1 ? "" : arguments[1];
    Protocol.serve(
        environment -> {
          try {
            return connector(folder, type, environment);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Serves a connector's class, or the engine where the type is empty. */
  public static void serve(
      Path folder, String type, Map<String, String> environment, InputStream in, OutputStream out)
      throws ReflectiveOperationException {
    Protocol.serve(connector(folder, type, environment), environment, in, out);
  }

  private static Connector connector(Path folder, String type, Map<String, String> environment)
      throws ReflectiveOperationException {
    if (type.isEmpty()) {
      ConnectorFolder read = FOLDERS.computeIfAbsent(folder, ConnectorFolder::read);
      return new Engine(read.definition(), read.schemas(), environment);
    }
    return (Connector) Class.forName(type).getMethod("of", Map.class).invoke(null, environment);
  }
}

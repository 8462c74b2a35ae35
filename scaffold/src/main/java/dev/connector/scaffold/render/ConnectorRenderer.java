package dev.connector.scaffold.render;

import dev.connector.scaffold.render.model.JavaConnector;
import java.util.Map;
import java.util.TreeMap;

/** Renders the whole folder of a connector, as a registry has it. Safe for use by many threads. */
public final class ConnectorRenderer {

  private final MainSources main = new MainSources();

  /**
   * The folder's files by path, with forward slashes and in their order. The same source gives the
   * same bytes.
   */
  public Map<String, byte[]> render(ConnectorSource source) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("connector.json", JsonText.bytes(source.document()));
    source.schemas().forEach((path, schema) -> files.put(path, JsonText.bytes(schema)));
    source.fixtures().forEach((path, fixture) -> files.put(path, JsonText.bytes(fixture)));
    JavaConnector java = JavaConnector.of(source.definition(), source.schemas());
    files.putAll(main.render(java));
    return files;
  }
}

package dev.connector.scaffold.render;

import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.scaffold.render.text.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/** Renders the whole folder of a connector, as a registry has it. Safe for use by many threads. */
public final class ConnectorRenderer {

  private final MainSources main = new MainSources();
  private final TestSources tests = new TestSources();
  private final FolderPages pages = new FolderPages();

  /**
   * The folder's files by path, with forward slashes and in their order. The same source gives the
   * same bytes.
   */
  public Map<String, byte[]> render(ConnectorSource source) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("connector.json", CanonicalJson.bytes(source.document()));
    source.schemas().forEach((path, schema) -> files.put(path, CanonicalJson.bytes(schema)));
    source.fixtures().forEach((path, fixture) -> files.put(path, CanonicalJson.bytes(fixture)));
    JavaConnector java = JavaConnector.of(source.definition(), source.schemas());
    files.putAll(main.render(java));
    files.putAll(tests.render(java, source.fixtures()));
    files.putAll(pages.render(java, source));
    return files;
  }
}

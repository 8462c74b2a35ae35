package dev.connector.scaffold.render;

import dev.connector.scaffold.render.model.JavaConnector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages beside a connector's code, and what an installer reads of it. */
final class FolderPages {

  private final Templates templates = new Templates("java/connector");

  /** The files by path. */
  Map<String, byte[]> render(JavaConnector connector, ConnectorSource source) {
    Map<String, Object> model = new Readme(connector, source).model();
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, "README.md", model);
    put(files, "CHANGELOG.md", model);
    put(files, "LICENSE", model);
    put(files, "java/item.json", model);
    return files;
  }

  private void put(Map<String, byte[]> files, String path, Map<String, Object> model) {
    String template = "folder/" + path.substring(path.lastIndexOf('/') + 1) + ".ftl";
    files.put(path, templates.render(template, model).getBytes(StandardCharsets.UTF_8));
  }
}

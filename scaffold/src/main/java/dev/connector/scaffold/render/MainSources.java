package dev.connector.scaffold.render;

import dev.connector.scaffold.render.model.JavaConnector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The code of a connector, without its tests. */
final class MainSources {

  private final Templates templates = new Templates("java/connector");

  Map<String, byte[]> render(JavaConnector connector) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, Object> model =
        Map.of("package", connector.packageName(), "adapter", connector.adapter());
    String main = templates.render("ConnectorMain.java.ftl", model);
    files.put(connector.path("main", "ConnectorMain.java"), main.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}

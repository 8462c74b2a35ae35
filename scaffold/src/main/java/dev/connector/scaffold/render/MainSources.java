package dev.connector.scaffold.render;

import dev.connector.scaffold.render.code.SourceFile;
import dev.connector.scaffold.render.model.AdapterClass;
import dev.connector.scaffold.render.model.ClientClass;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.scaffold.render.model.JavaResource;
import dev.connector.scaffold.render.model.PackageInfo;
import dev.connector.scaffold.render.model.RecordClass;
import dev.connector.scaffold.render.model.RequestsClass;
import dev.connector.scaffold.render.model.ResourceClass;
import dev.connector.scaffold.render.model.SettingsClass;
import dev.connector.scaffold.render.model.Types;
import dev.connector.scaffold.render.model.WebhooksClass;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The code of a connector, without its tests. Safe for use by many threads. */
final class MainSources {

  private final Templates templates = new Templates("java/connector");

  /** The files by path in the connector's folder. */
  Map<String, byte[]> render(JavaConnector connector) {
    Files files = new Files(connector);
    files.add(connector.client(), "Client", new ClientClass(connector));
    files.add(connector.settings(), "Settings", new SettingsClass(connector));
    files.add(connector.adapter(), "Adapter", new AdapterClass(connector));
    files.add("ConnectorMain", "ConnectorMain", new AdapterClass(connector));
    for (JavaResource resource : connector.resources()) {
      files.add(resource.type(), "Resource", new ResourceClass(resource));
      files.add(resource.requests(), "Requests", new RequestsClass(connector, resource));
    }
    connector
        .records()
        .forEach(
            (path, name) ->
                files.add(name, "Record", RecordClass.of(name, connector.schema(path))));
    connector
        .webhooks()
        .ifPresent(name -> files.add(name, "Webhooks", new WebhooksClass(connector)));
    files.put("package-info", packageInfo(connector));
    return files.made;
  }

  private String packageInfo(JavaConnector connector) {
    return templates.render("package-info.java.ftl", Map.of("it", new PackageInfo(connector)));
  }

  private final class Files {
    private final JavaConnector connector;
    private final Map<String, byte[]> made = new LinkedHashMap<>();

    Files(JavaConnector connector) {
      this.connector = connector;
    }

    void add(String name, String template, Object model) {
      String body = templates.render(template + ".java.ftl", Map.of("it", model));
      put(name, SourceFile.of(connector.packageName(), body, Types.known()));
    }

    void put(String name, String text) {
      made.put(connector.path("main", name + ".java"), text.getBytes(StandardCharsets.UTF_8));
    }
  }
}

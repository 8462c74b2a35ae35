package dev.connector.scaffold.render;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders a minimal project that builds, for connectors to be put into. */
public final class ProjectRenderer {

  private final Templates templates = new Templates("java/project");

  /** The project's files by path, with forward slashes. The same project gives the same bytes. */
  public Map<String, byte[]> render(NewProject project) {
    Map<String, Object> model =
        Map.of("groupId", project.groupId(), "artifactId", project.artifactId());
    Map<String, byte[]> files = new LinkedHashMap<>();
    templates
        .layout()
        .forEach(
            (path, template) ->
                files.put(
                    path, templates.render(template, model).getBytes(StandardCharsets.UTF_8)));
    return files;
  }
}

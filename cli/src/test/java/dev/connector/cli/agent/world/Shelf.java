package dev.connector.cli.agent.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A world's files: its documentation, a description where it has one, the solution. */
public record Shelf(Path folder) {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "css", "text/css",
          "yaml", "application/yaml");

  static Shelf of(String world) {
    try {
      return new Shelf(Path.of(Shelf.class.getResource("/agent/" + world).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path docs() {
    return folder.resolve("docs");
  }

  public Path solution() {
    return folder.resolve("solution");
  }

  /** Serves a file of this world, and the index of a folder. */
  Reply serve(String path) {
    Path file = folder.resolve(path.substring(1)).normalize();
    for (String index : new String[] {"index.html", "index.md"}) {
      file = Files.exists(file.resolve(index)) ? file.resolve(index) : file;
    }
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return Reply.text(404, "There is no such page.\n");
    }
    String name = file.getFileName().toString();
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    try {
      return new Reply(200, type, Files.readAllBytes(file), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

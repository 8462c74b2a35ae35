package dev.connector.registry.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code .connectors/config.json}: what a project has decided, so that the next command need not be
 * told again. Never trust, never secrets.
 *
 * @param basePackage the package under which connectors are put
 * @param path the folder main sources are put into, where it is not the build's own
 * @param registries addresses of further registries by name
 */
public record Settings(
    Optional<String> basePackage, Optional<String> path, SortedMap<String, String> registries) {

  /** Where they are, relative to the project. */
  public static final String PATH = ".connectors/config.json";

  public Settings {
    Objects.requireNonNull(basePackage);
    Objects.requireNonNull(path);
    registries = Collections.unmodifiableSortedMap(new TreeMap<>(registries));
  }

  /** Of a project that has decided nothing. */
  public static Settings none() {
    return new Settings(Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  /** Those of a project. */
  public static Settings read(Path root) {
    Path file = root.resolve(PATH);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return none();
    }
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a file of them says. */
  public static Settings parse(byte[] json) {
    JsonNode node = ProjectJson.read(PATH, json);
    SortedMap<String, String> registries = new TreeMap<>();
    node.path("registries")
        .properties()
        .forEach(entry -> registries.put(entry.getKey(), entry.getValue().asText()));
    return new Settings(text(node, "package"), text(node, "path"), registries);
  }

  /** As it is written. */
  public byte[] toJson() {
    ObjectNode node = ProjectJson.document();
    basePackage.ifPresent(it -> node.put("package", it));
    path.ifPresent(it -> node.put("path", it));
    if (!registries.isEmpty()) {
      ObjectNode named = node.putObject("registries");
      registries.forEach(named::put);
    }
    return ProjectJson.write(node);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue());
  }
}

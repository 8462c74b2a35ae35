package dev.connector.registry.naming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.workspace.ProjectJson;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The file in which a user's decisions about registries are kept: {@code registries.json} in the
 * user's own folder for configuration, outside of every project.
 *
 * @param path where it is, or will be
 */
public record UserFile(Path path) {

  private static final String NAME = "registries.json";

  public UserFile {
    Objects.requireNonNull(path);
  }

  /** The one in a folder for configuration, which need not be there. */
  public static UserFile in(Path folder) {
    return new UserFile(folder.resolve(NAME));
  }

  /** What it says; nothing where there is no such file. */
  public UserRegistries read() {
    try {
      return Files.exists(path) ? parse(Files.readAllBytes(path)) : UserRegistries.none();
    } catch (IOException e) {
      throw cannot("read", e);
    }
  }

  /** Changes what it says, at once and whole; processes that do so at the same time take turns. */
  public void update(UnaryOperator<UserRegistries> change) {
    try {
      Files.createDirectories(path.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  path.resolveSibling("." + NAME + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        UserRegistries before = read();
        UserRegistries after = change.apply(before);
        if (lock.isValid() && !after.equals(before)) {
          replace(format(after));
        }
      }
    } catch (IOException e) {
      throw cannot("write", e);
    }
  }

  /** Where the file is a link, as with those who keep such files elsewhere, it stays one. */
  private void replace(byte[] content) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path;
    Path fresh = Files.createTempFile(target.getParent(), NAME, ".tmp");
    try {
      Files.write(fresh, content);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private UserRegistries parse(byte[] content) {
    JsonNode json;
    try {
      json = ProjectJson.read(path.toString(), content);
    } catch (ConnectorException e) {
      throw new ConnectorException(
          e.kind(), e.getMessage(), "mend it, or remove it and name your registries again", e);
    }
    SortedMap<String, String> addresses = new TreeMap<>();
    json.path("registries")
        .properties()
        .forEach(it -> addresses.put(it.getKey(), it.getValue().asText()));
    SortedMap<String, SortedSet<String>> trusted = new TreeMap<>();
    for (var entry : json.path("trusted").properties()) {
      SortedSet<String> places = new TreeSet<>();
      entry.getValue().forEach(place -> places.add(place.asText()));
      trusted.put(entry.getKey(), places);
    }
    return new UserRegistries(addresses, trusted);
  }

  private static byte[] format(UserRegistries decided) {
    ObjectNode json = ProjectJson.document();
    ObjectNode addresses = json.putObject("registries");
    decided.addresses().forEach(addresses::put);
    ObjectNode trusted = json.putObject("trusted");
    decided
        .trusted()
        .forEach(
            (name, places) -> {
              ArrayNode list = trusted.putArray(name);
              places.forEach(list::add);
            });
    return ProjectJson.write(json);
  }

  private ConnectorException cannot(String what, IOException cause) {
    return new ConnectorException(
        Kind.FAILED,
        "cannot " + what + " " + path + ": " + cause.getClass().getSimpleName(),
        "check its permissions, or name another folder in CONNECTOR_CONFIG",
        cause);
  }
}

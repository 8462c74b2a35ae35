package dev.connector.registry.workspace.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a journal says of its operation; the contents lie beside it, as {@code old/<n>} and {@code
 * new/<n>}.
 *
 * @param directories folders the operation makes, parents first
 * @param emptied folders in which the operation leaves nothing, and which go with it, parents first
 */
record Journal(
    String title, Instant at, List<String> directories, List<String> emptied, List<Step> steps) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  Journal {
    Objects.requireNonNull(title);
    Objects.requireNonNull(at);
    directories = List.copyOf(directories);
    directories.forEach(SafePath::require);
    emptied = List.copyOf(emptied);
    emptied.forEach(SafePath::require);
    steps = List.copyOf(steps);
  }

  /** One file's way from one content, as SHA-256, to another; empty where no file is. */
  record Step(String path, Optional<String> before, Optional<String> after) {
    Step {
      SafePath.require(path);
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
    }
  }

  byte[] toJson() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("title", title).put("at", at.toString());
    var made = root.putArray("directories");
    directories.forEach(made::add);
    emptied.forEach(root.putArray("emptied")::add);
    var list = root.putArray("changes");
    for (Step step : steps) {
      ObjectNode change = list.addObject().put("path", step.path());
      step.before().ifPresent(hash -> change.put("before", hash));
      step.after().ifPresent(hash -> change.put("after", hash));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /** Reads a journal; fails on one that was cut off while being written. */
  static Journal parse(byte[] json) throws IOException {
    JsonNode root = JSON.readTree(json);
    if (root.path("format").asInt() != FORMAT) {
      throw new IOException("not a journal of format " + FORMAT);
    }
    List<Step> steps = new ArrayList<>();
    for (JsonNode change : root.path("changes")) {
      steps.add(
          new Step(change.path("path").asText(), hash(change, "before"), hash(change, "after")));
    }
    try {
      Instant at = Instant.parse(root.path("at").asText());
      return new Journal(
          root.path("title").asText(),
          at,
          paths(root.path("directories")),
          paths(root.path("emptied")),
          steps);
    } catch (DateTimeException malformed) {
      throw new IOException("a journal without its time", malformed);
    }
  }

  private static List<String> paths(JsonNode array) {
    List<String> paths = new ArrayList<>();
    array.forEach(path -> paths.add(path.asText()));
    return paths;
  }

  private static Optional<String> hash(JsonNode change, String field) {
    return change.has(field) ? Optional.of(change.get(field).asText()) : Optional.empty();
  }
}

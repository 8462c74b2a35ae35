package dev.connector.registry.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.workspace.Lock.Entry;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.build.Dependency.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The lock as JSON. */
final class LockFormat {

  private LockFormat() {}

  static byte[] write(Lock lock) {
    ObjectNode root = ProjectJson.document();
    lock.runtime().ifPresent(entry -> write(entry, root.putObject("runtime")));
    ObjectNode connectors = root.putObject("connectors");
    lock.connectors().forEach((name, entry) -> write(entry, connectors.putObject(name)));
    ArrayNode edits = root.putArray("edits");
    for (LockedEdit edit : lock.edits()) {
      edits
          .addObject()
          .put("file", edit.file())
          .put("needs", edit.piece().needs())
          .put("removed", edit.piece().removed())
          .put("inserted", edit.piece().inserted());
    }
    return ProjectJson.write(root);
  }

  private static void write(Entry entry, ObjectNode node) {
    node.put("version", entry.version()).put("language", entry.language().id());
    node.set("origin", OriginFormat.write(entry.origin()));
    ObjectNode packages = node.putObject("packages");
    entry.packages().forEach(packages::put);
    entry.runtimeRange().ifPresent(range -> node.put("runtime", range));
    ArrayNode dependencies = node.putArray("dependencies");
    for (Dependency dependency : entry.dependencies()) {
      dependencies.addObject().put("id", dependency.id()).put("scope", "" + dependency.scope());
    }
    ArrayNode variables = node.putArray("variables");
    entry.variables().forEach(variables::add);
    ObjectNode files = node.putObject("files");
    entry
        .files()
        .forEach(
            (path, file) ->
                files
                    .putObject(path)
                    .put("from", file.from())
                    .put("upstream", file.upstream())
                    .put("installed", file.installed()));
  }

  static Lock parse(byte[] json) {
    JsonNode root = ProjectJson.read(Lock.PATH, json);
    return new Lock(
        root.has("runtime") ? Optional.of(entry(root.get("runtime"))) : Optional.empty(),
        map(root, "connectors", LockFormat::entry),
        list(root, "edits", LockFormat::edit));
  }

  private static Entry entry(JsonNode node) {
    return new Entry(
        node.path("version").asText(),
        language(node.path("language").asText()),
        OriginFormat.read(node.path("origin")),
        map(node, "packages", JsonNode::asText),
        Optional.ofNullable(node.path("runtime").textValue()),
        map(
            node,
            "files",
            file ->
                new LockedFile(
                    file.path("from").asText(),
                    file.path("upstream").asText(),
                    file.path("installed").asText())),
        list(node, "variables", JsonNode::asText),
        list(node, "dependencies", LockFormat::dependency));
  }

  private static Language language(String id) {
    for (Language language : Language.values()) {
      if (language.id().equals(id)) {
        return language;
      }
    }
    throw ProjectJson.unreadable(Lock.PATH, "it names no known language: \"" + id + "\"", null);
  }

  private static Dependency dependency(JsonNode node) {
    try {
      Scope scope = Scope.valueOf(node.path("scope").asText().toUpperCase(Locale.ROOT));
      return Dependency.of(node.path("id").asText(), scope);
    } catch (IllegalArgumentException malformed) {
      throw ProjectJson.unreadable(Lock.PATH, malformed.getMessage(), malformed);
    }
  }

  private static LockedEdit edit(JsonNode node) {
    return new LockedEdit(
        node.path("file").asText(),
        new Piece(
            node.path("needs").asText(),
            node.path("removed").asText(),
            node.path("inserted").asText()));
  }

  private static <T> SortedMap<String, T> map(
      JsonNode parent, String field, Function<JsonNode, T> read) {
    JsonNode node = parent.path(field);
    if (!node.isObject()) {
      throw ProjectJson.unreadable(Lock.PATH, "\"" + field + "\" in it is no object", null);
    }
    SortedMap<String, T> map = new TreeMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
    return map;
  }

  private static <T> List<T> list(JsonNode parent, String field, Function<JsonNode, T> read) {
    JsonNode node = parent.path(field);
    if (!node.isArray() && !node.isMissingNode()) {
      throw ProjectJson.unreadable(Lock.PATH, "\"" + field + "\" in it is no list", null);
    }
    List<T> list = new ArrayList<>();
    node.forEach(element -> list.add(read.apply(element)));
    return list;
  }
}

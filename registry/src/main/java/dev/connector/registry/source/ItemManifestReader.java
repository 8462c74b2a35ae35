package dev.connector.registry.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.registry.source.ItemManifest.Dependency;
import dev.connector.registry.source.ItemManifest.Scope;
import dev.connector.registry.source.ItemManifest.Sources;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one {@code item.json} and collects everything that is wrong with it. */
final class ItemManifestReader {

  private static final Set<String> FIELDS =
      Set.of(
          "format",
          "language",
          "version",
          "release",
          "package",
          "sources",
          "requires",
          "dependencies");

  private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

  /** What these match ends in the user's build file, so nothing in it may mean more than itself. */
  private static final Map<String, Pattern> DEPENDENCY =
      Map.of(
          "java",
              Pattern.compile(
                  "[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[A-Za-z0-9_.+-]*[0-9][A-Za-z0-9_.+-]*"),
          "typescript",
              Pattern.compile("(@[a-z0-9._-]+/)?[a-z0-9._-]+@[\\^~]?[0-9][A-Za-z0-9.+-]*"),
          "python", Pattern.compile("[A-Za-z0-9._-]+(==|>=|~=)[0-9][A-Za-z0-9.+-]*"));

  private final String file;
  private final String language;
  private final List<String> problems = new ArrayList<>();

  ItemManifestReader(String file, String language) {
    this.file = file;
    this.language = language;
  }

  ItemManifest read(byte[] content) {
    JsonNode json = Json.object(file, content);
    refuseUnknown("", json, FIELDS);
    expect(
        json.path("format").equals(Json.MAPPER.getNodeFactory().numberNode(1)),
        "/format",
        "must be 1");
    expect(
        text(json, "", "language").equals(language), "/language", "must be \"" + language + "\"");
    Optional<String> version = version(json);
    int release = release(json);
    String packageName = packageName(json);
    Optional<Sources> sources = sources(json.path("sources"));
    Map<String, VersionRange> requires = requires(json.path("requires"));
    List<Dependency> dependencies = dependencies(json.path("dependencies"));
    if (!problems.isEmpty()) {
      throw new ConnectorException(
          Kind.INTEGRITY,
          file + " is refused:\n  " + String.join("\n  ", problems),
          "nothing was written; tell the registry's owner");
    }
    return new ItemManifest(
        language, version, release, packageName, sources.orElseThrow(), requires, dependencies);
  }

  private Optional<String> version(JsonNode json) {
    if (!json.has("version")) {
      return Optional.empty();
    }
    String version = text(json, "", "version");
    expect(VersionRange.isVersion(version), "/version", "must be a semantic version such as 1.0.0");
    return Optional.of(version);
  }

  private int release(JsonNode json) {
    JsonNode release = json.path("release");
    boolean missing = release.isMissingNode() && !language.equals("java");
    expect(
        missing || release.isInt() && release.intValue() >= 8 && release.intValue() < 1000,
        "/release",
        "must be a language level such as 17");
    return release.asInt();
  }

  private String packageName(JsonNode json) {
    if (!json.has("package") && !language.equals("java")) {
      return "";
    }
    String name = text(json, "", "package");
    expect(
        PACKAGE.matcher(name).matches(), "/package", "must be a package such as com.acme.billing");
    return name;
  }

  private Optional<Sources> sources(JsonNode json) {
    if (!json.isObject()) {
      problems.add("/sources: must name at least the folder \"main\"");
      return Optional.empty();
    }
    refuseUnknown("/sources", json, Set.of("main", "test"));
    String main = folder(json, "main");
    Optional<String> test = json.has("test") ? Optional.of(folder(json, "test")) : Optional.empty();
    boolean overlap =
        test.isPresent()
            && (test.get() + "/").startsWith(main + "/")
                | (main + "/").startsWith(test.get() + "/");
    expect(!overlap, "/sources", "one folder must not hold the other");
    return Optional.of(new Sources(main, test));
  }

  private String folder(JsonNode json, String field) {
    String folder = text(json, "/sources", field);
    List<String> problem = SafeName.problems(List.of(folder.split("/", -1)));
    expect(
        problem.isEmpty(), "/sources/" + field, "is no safe folder: " + String.join(", ", problem));
    return folder;
  }

  private Map<String, VersionRange> requires(JsonNode json) {
    Map<String, VersionRange> requires = new TreeMap<>();
    expect(
        json.isMissingNode() || json.isObject(), "/requires", "must map names to version ranges");
    json.properties()
        .forEach(
            need -> {
              String pointer = "/requires/" + Text.oneLine(need.getKey());
              expect(
                  Names.isConnector(need.getKey()) || need.getKey().equals(Item.RUNTIME),
                  pointer,
                  "is no name of an item");
              try {
                requires.put(need.getKey(), new VersionRange(need.getValue().asText()));
              } catch (IllegalArgumentException e) {
                problems.add(pointer + ": must be a version range such as ^1.0.0");
              }
            });
    return requires;
  }

  private List<Dependency> dependencies(JsonNode json) {
    List<Dependency> dependencies = new ArrayList<>();
    expect(json.isMissingNode() || json.isArray(), "/dependencies", "must be a list");
    for (int i = 0; i < json.size(); i++) {
      String pointer = "/dependencies/" + i;
      JsonNode dependency = json.path(i);
      refuseUnknown(pointer, dependency, Set.of("id", "scope"));
      String id = text(dependency, pointer, "id");
      String scope = text(dependency, pointer, "scope");
      expect(
          DEPENDENCY.get(language).matcher(id).matches(),
          pointer + "/id",
          "is no library's id with its version");
      expect(
          scope.equals("main") || scope.equals("test"), pointer + "/scope", "must be main or test");
      dependencies.add(new Dependency(id, scope.equals("test") ? Scope.TEST : Scope.MAIN));
    }
    return dependencies;
  }

  private String text(JsonNode json, String parent, String field) {
    JsonNode value = json.path(field);
    expect(
        value.isTextual(),
        parent + "/" + field,
        value.isMissingNode() ? "is missing" : "must be a string");
    return value.asText();
  }

  private void refuseUnknown(String pointer, JsonNode json, Set<String> known) {
    json.fieldNames()
        .forEachRemaining(
            name ->
                expect(known.contains(name), pointer + "/" + Text.oneLine(name), "unknown field"));
  }

  private void expect(boolean holds, String pointer, String message) {
    if (!holds && problems.stream().noneMatch(known -> known.startsWith(pointer + ": "))) {
      problems.add(pointer + ": " + message);
    }
  }
}

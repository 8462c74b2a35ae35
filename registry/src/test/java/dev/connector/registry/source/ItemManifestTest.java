package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemManifestTest {

  @Test
  void readsEveryField() {
    ItemManifest manifest =
        read(
            """
            {
              "format": 1, "language": "java", "version": "1.2.0", "release": 17,
              "package": "dev.connector.connectors.hubspot",
              "sources": {"main": "src/main/java", "test": "src/test/java"},
              "requires": {"runtime": "^1.0.0", "other": "1.2.3"},
              "dependencies": [
                {"id": "com.squareup.okhttp3:okhttp-jvm:5.5.1", "scope": "main"},
                {"id": "org.junit.jupiter:junit-jupiter:6.1.3", "scope": "test"}]
            }
            """);

    assertThat(manifest)
        .isEqualTo(
            new ItemManifest(
                "java",
                Optional.of("1.2.0"),
                17,
                "dev.connector.connectors.hubspot",
                new ItemManifest.Sources("src/main/java", Optional.of("src/test/java")),
                Map.of("runtime", new VersionRange("^1.0.0"), "other", new VersionRange("1.2.3")),
                List.of(
                    new ItemManifest.Dependency(
                        "com.squareup.okhttp3:okhttp-jvm:5.5.1", ItemManifest.Scope.MAIN),
                    new ItemManifest.Dependency(
                        "org.junit.jupiter:junit-jupiter:6.1.3", ItemManifest.Scope.TEST))));
    assertThat(manifest.packagePath()).isEqualTo("dev/connector/connectors/hubspot");
  }

  @Test
  void namesEveryProblemAtOnce() {
    ConnectorException refused =
        refusal(
            """
            {
              "format": 2, "language": "python", "version": "one", "release": "17",
              "package": "Acme", "install": "run.sh",
              "sources": {"main": "../src", "test": "src", "extra": "x"},
              "requires": {"Not A Name": "^1.0.0", "runtime": "newest"},
              "dependencies": [{"id": "okhttp", "scope": "runtime"}, {"id": 3, "more": 1}]
            }
            """);

    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
    assertThat(refused.getMessage().lines().map(String::trim))
        .containsExactly(
            "hubspot/java/item.json is refused:",
            "/install: unknown field",
            "/format: must be 1",
            "/language: must be \"java\"",
            "/version: must be a semantic version such as 1.0.0",
            "/release: must be a language level such as 17",
            "/package: must be a package such as com.acme.billing",
            "/sources/extra: unknown field",
            "/sources/main: is no safe folder: leads out of its folder",
            "/requires/Not A Name: is no name of an item",
            "/requires/runtime: must be a version range such as ^1.0.0",
            "/dependencies/0/id: is no library's id with its version",
            "/dependencies/0/scope: must be main or test",
            "/dependencies/1/more: unknown field",
            "/dependencies/1/id: must be a string",
            "/dependencies/1/scope: is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{} {}", "{\"format\": 1, \"format\": 1}", "nonsense"})
  void refusesWhatIsNoSingleObject(String json) {
    assertThat(refusal(json)).hasMessageStartingWith("hubspot/java/item.json is no JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:b:1.0</version></dependency>",
        "a:b:${env.HOME}",
        "a:b:[1.0,)",
        "a:b:LATEST",
        "a:b:1.0'",
        "a:b:1.0\\nplugins",
        "a:b",
        "a:b:c:1.0"
      })
  void refusesALibraryThatWouldSayMoreThanItselfInABuildFile(String id) {
    assertThat(
            refusal(minimal("\"dependencies\": [{\"id\": \"" + id + "\", \"scope\": \"main\"}]")))
        .hasMessageContaining("/dependencies/0/id");
  }

  @ParameterizedTest
  @CsvSource({"src, src/test", "src/a, src/a", "src/a/b, src/a"})
  void refusesSourcesThatHoldEachOther(String main, String test) {
    String json =
        minimal("\"version\": \"1.0.0\"")
            .replace(
                "\"main\": \"src/main/java\"",
                "\"main\": \"" + main + "\", \"test\": \"" + test + "\"");

    assertThat(refusal(json)).hasMessageContaining("/sources: one folder must not hold the other");
  }

  @ParameterizedTest
  @CsvSource({
    "^1.0.0,         1.0.0, true",
    "^1.0.0,         1.9.3, true",
    "^1.0.0,         2.0.0, false",
    "^1.2.0,         1.1.9, false",
    "^1.0.0,         1.1.0-beta, false",
    "^0.2.0,         0.3.0, false",
    "~1.2.0,         1.2.9, true",
    "~1.2.0,         1.3.0, false",
    "1.2.3,          1.2.3, true",
    "1.2.3,          1.2.4, false",
    ">=1.0.0 <2.0.0, 1.5.0, true",
    ">=1.0.0 <2.0.0, 2.0.0, false",
    "^1.0.0,         nonsense, false"
  })
  void knowsWhichVersionsARangeIncludes(String range, String version, boolean included) {
    assertThat(new VersionRange(range).includes(version)).isEqualTo(included);
  }

  private static String minimal(String more) {
    return "{\"format\": 1, \"language\": \"java\", \"release\": 17, \"package\": \"a.b\","
        + " \"sources\": {\"main\": \"src/main/java\"}, "
        + more
        + "}";
  }

  private static ItemManifest read(String json) {
    return ItemManifest.read(
        "hubspot/java/item.json", "java", json.getBytes(StandardCharsets.UTF_8));
  }

  private static ConnectorException refusal(String json) {
    ConnectorException refused = catchThrowableOfType(ConnectorException.class, () -> read(json));
    assertThat(refused).isNotNull();
    return refused;
  }
}

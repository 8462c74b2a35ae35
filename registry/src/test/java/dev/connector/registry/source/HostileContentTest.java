package dev.connector.registry.source;

import static dev.connector.registry.source.Entry.Type.FILE;
import static dev.connector.registry.source.Entry.Type.LINK;
import static dev.connector.registry.source.Entry.Type.SUBMODULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile registry may hold, each in a git repository, a folder and a packed file. */
class HostileContentTest {

  private static final String PACKAGE = "java/src/main/java/dev/connector/connectors/billing/";

  @TempDir static Path shared;
  private static Upstream upstream;

  @TempDir Path temporary;

  @BeforeAll
  static void create() throws IOException {
    upstream = Upstream.in(shared.resolve("up.git"));
  }

  @AfterAll
  static void close() {
    upstream.close();
  }

  /**
   * Something that must be refused.
   *
   * @param segments names below the connector's folder
   * @param because what the message must say
   */
  record Hostile(Entry.Type type, List<String> segments, String content, String because) {
    @Override
    public String toString() {
      return Text.oneLine(type + " " + String.join(" / ", segments));
    }

    boolean canBeOnDisk() {
      Set<String> impossible = Set.of("", ".", "..");
      return type != SUBMODULE
          && segments.stream().noneMatch(name -> impossible.contains(name) || name.contains("/"));
    }

    boolean canBePacked() {
      return type == FILE && segments.stream().noneMatch(name -> name.contains("/"));
    }

    Sample sample() {
      String[] path =
          Stream.concat(Stream.of("connectors", "billing"), segments.stream())
              .toArray(String[]::new);
      return Sample.registry()
          .connector("billing")
          .put(type, content.getBytes(StandardCharsets.UTF_8), path);
    }
  }

  static Stream<Hostile> hostile() {
    return Stream.of(
            names(
                "leads out of its folder",
                segments("..", "..", "evil.java"),
                segments("schemas", "..", "..", "evil.json"),
                segments("java", ".", "evil.java"),
                segments("schemas", "", "evil.json")),
            names(
                "a slash or backslash inside a name",
                segments("schemas", "../../../evil.json"),
                segments("schemas", "/etc/evil.json"),
                segments("schemas", "..\\..\\evil.json"),
                segments("C:\\evil.json")),
            names(
                "a character other than",
                segments("schemas", "C:evil.json"),
                segments("schemas", "a:stream.json"),
                segments("schemas", "\u202egnp.json"),
                segments("schemas", "bell\u0007.json"),
                segments("schemas", "\u001b[2Jevil.json"),
                segments("schemas", "line\nbreak.json"),
                segments("schemas", "zero\u200bwidth.json"),
                segments("schemas", "caf\u00e9.json"),
                segments("schemas", "cafe\u0301.json"),
                segments("schemas", "\u212aelvin.json"),
                segments("schemas", "\uff0e\uff0e.json"),
                segments("schemas", "glob*.json"),
                segments("schemas", "$(id).json"),
                segments("schemas", "a;b.json"),
                segments("schemas", "with space.json")),
            names(
                "a device on Windows",
                segments("schemas", "CON"),
                segments("schemas", "nul.json"),
                segments("schemas", "Com1.json"),
                segments("schemas", "lpt9.tar.json"),
                segments("schemas", "aux", "thing.json"),
                segments("schemas", "CONIN$")),
            names(
                "ends in a dot or a space",
                segments("schemas", "thing.json."),
                segments("schemas", "thing.json "),
                segments("schemas", "folder.", "thing.json")),
            names(
                "a file of git's own",
                segments(".git", "config"),
                segments(".git", "hooks", "pre-commit"),
                segments(".GIT", "config"),
                segments("git~1", "config"),
                segments("GIT~2"),
                segments(".g\u200cit", "config"),
                segments(".git.", "config"),
                segments(".git ", "config"),
                segments(".git::$INDEX_ALLOCATION", "config"),
                segments("schemas", ".git"),
                segments(".gitmodules"),
                segments(".gitattributes")),
            names(
                "configuration of a CI service",
                segments(".github", "workflows", "ci.yml"),
                segments(".GitHub", "workflows", "ci.yml"),
                segments(".gitlab-ci.yml"),
                segments("Jenkinsfile"),
                segments(".circleci", "config.yml"),
                segments(".travis.yml"),
                segments("azure-pipelines.yml"),
                segments("java", ".buildkite", "pipeline.yml")),
            names(
                "credentials",
                segments(".env"),
                segments(".env.local"),
                segments(".npmrc"),
                segments(".netrc"),
                segments("_netrc"),
                segments(".pypirc"),
                segments("settings.xml"),
                segments(".ssh", "id_rsa"),
                segments("id_ed25519"),
                segments("schemas", "server.pem"),
                segments(".aws", "credentials")),
            names(
                "build logic",
                segments("pom.xml"),
                segments("java", "pom.xml"),
                segments("java", "mvnw"),
                segments("java", "MVNW.cmd"),
                segments("gradlew"),
                segments(".mvn", "extensions.xml"),
                segments("gradle", "wrapper", "gradle-wrapper.jar"),
                segments("build.gradle"),
                segments("java", "build.gradle.kts"),
                segments("java", "src", "main", "java", "module-info.java"),
                segments("package.json"),
                segments("Makefile")),
            names(
                "may run commands",
                segments(".vscode", "tasks.txt"),
                segments(".envrc"),
                segments(".husky", "pre-commit"),
                segments("AGENTS.md")),
            names(
                "not part of a connector",
                segments("install.sh"),
                segments("evil.jar"),
                segments("bin", "tool"),
                segments("META-INF", "services", "Processor")),
            names(
                "not a kind of file",
                segments((PACKAGE + "evil.sh").split("/")),
                segments((PACKAGE + "Native.so").split("/"))),
            names(
                "outside of the package",
                segments("java", "src", "main", "java", "com", "acme", "Evil.java"),
                segments("java", "src", "test", "java", "dev", "connector", "Evil.java")),
            names("not below a folder that item.json names", segments("java", "lib", "Evil.java")),
            names("there is no python/item.json", segments("python", "evil.py")),
            Stream.of(
                special(LINK, "../../../../etc/passwd", "a symbolic link", "schemas", "x.json"),
                special(LINK, "connector.json", "a symbolic link", "README.md"),
                special(LINK, "schemas", "a symbolic link", "fixtures"),
                special(LINK, "..", "a symbolic link", "java", "src", "up"),
                special(SUBMODULE, "", "a submodule", "schemas", "sub"),
                special(SUBMODULE, "", "a submodule", "vendor")),
            names(
                "the same as",
                segments("readme.md"),
                segments("SCHEMAS", "other.json"),
                segments("schemas", "Thing.json")),
            names("a name longer than", segments("schemas", "x".repeat(130) + ".json")),
            names(
                "longer than 240",
                segments("schemas", "y".repeat(100), "y".repeat(100), "y".repeat(100) + ".json")))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isRefusedFromAGitRepository(Hostile hostile) throws IOException {
    ObjectId commit = upstream.commit("main", hostile.sample());
    try (GitContent content = upstream.content(commit)) {
      ItemReader items =
          new ItemReader(content, new Origin.Registered("@evil", "", commit.name(), ""));
      assertRefused(items::connector, hostile.because());
    }
  }

  static Stream<Hostile> hostileOnDisk() {
    return hostile().filter(Hostile::canBeOnDisk);
  }

  @ParameterizedTest
  @MethodSource("hostileOnDisk")
  void isRefusedFromAFolder(Hostile hostile) {
    Path folder = hostile.sample().in(temporary.resolve("folder"));
    assertRefused(DirectoryRegistry.open("folder", folder)::connector, hostile.because());
  }

  /** In a zip file a slash parts names, and a link is read as a file. */
  static Stream<Hostile> hostileInAZip() {
    return hostile().filter(Hostile::canBePacked);
  }

  @ParameterizedTest
  @MethodSource("hostileInAZip")
  void isRefusedFromAPackedFile(Hostile hostile) throws IOException {
    Path file = Packed.with(hostile.sample(), temporary.resolve("registry.zip"));
    try (Registry registry = PackedRegistry.open(file)) {
      assertRefused(registry::connector, hostile.because());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemas/thing.json", "schemas/thing.json/nested.json", "README.md/x.md"})
  void isRefusedFromAGitRepositoryWhereOneNameStandsTwiceInATree(String path) throws IOException {
    Sample twins =
        Sample.registry()
            .connector("billing")
            .addTwin("{}", ("connectors/billing/" + path).split("/"));
    assertRefusedFetched(twins, "the same as");
  }

  @Test
  void isRefusedWhereAFileIsHuge() throws IOException {
    String huge = " ".repeat(SafeContent.LARGEST_FILE + 1);
    assertRefusedEverywhere(
        Sample.registry().connector("billing").file("billing", "schemas/huge.json", huge),
        "schemas/huge.json: larger than 2 MB");
  }

  @Test
  void isRefusedWhereAllFilesTogetherAreHuge() throws IOException {
    String large = " ".repeat(SafeContent.LARGEST_FILE);
    Sample sample = Sample.registry().connector("billing");
    IntStream.range(0, 17).forEach(i -> sample.file("billing", "schemas/" + i + ".json", large));
    assertRefusedEverywhere(sample, "all files together: larger than 32 MB");
  }

  @Test
  void isRefusedWhereThereAreTooManyFiles() throws IOException {
    Sample sample = Sample.registry().connector("billing");
    IntStream.range(0, EntryList.MOST_ENTRIES)
        .forEach(i -> sample.file("billing", "schemas/" + i + ".json", "{}"));
    assertRefusedEverywhere(sample, "more than 2000 files");
  }

  @Test
  void isRefusedWhereFoldersAreTooDeep() throws IOException {
    assertRefusedEverywhere(
        Sample.registry()
            .connector("billing")
            .file("billing", "schemas/" + "d/".repeat(20) + "x.json", "{}"),
        "folders more than 16 deep");
  }

  private void assertRefusedEverywhere(Sample sample, String because) throws IOException {
    assertRefusedFetched(sample, because);
    Path folder = sample.in(temporary.resolve("folder"));
    assertRefused(DirectoryRegistry.open("evil", folder)::connector, because);
    try (Registry packed =
        PackedRegistry.open(Packed.with(sample, temporary.resolve("registry.zip")))) {
      assertRefused(packed::connector, because);
    }
  }

  private void assertRefusedFetched(Sample sample, String because) throws IOException {
    upstream.commit("main", sample);
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    try (Registry registry = GitRegistry.open("@evil", upstream.at(""), settings)) {
      assertRefused(registry::connector, because);
    }
  }

  private static void assertRefused(Function<String, Item> registry, String because) {
    ConnectorException refused =
        catchThrowableOfType(ConnectorException.class, () -> registry.apply("billing"));

    assertThat(refused).as("refusal").isNotNull();
    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
    assertThat(refused.getMessage()).contains("billing", because);
    assertThat(refused.getMessage().replace("\n  ", ""))
        .as("safe to print")
        .matches("[\\x20-\\x7e\u00c0-\u024f\u0300-\u036f\u212a\uff0e]*");
  }

  private static Hostile special(Entry.Type type, String content, String why, String... segments) {
    return new Hostile(type, List.of(segments), content, why);
  }

  private static String[] segments(String... names) {
    return names;
  }

  private static Stream<Hostile> names(String because, String[]... paths) {
    return Stream.of(paths).map(path -> new Hostile(FILE, List.of(path), "{}", because));
  }
}

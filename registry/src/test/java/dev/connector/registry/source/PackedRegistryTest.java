package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedRegistryTest {

  @TempDir Path temporary;

  @Test
  void givesTheSameBytesForTheSameContent() throws IOException {
    Path first = sample().in(temporary.resolve("a"));
    Path second = sample().in(temporary.resolve("b"));
    Files.setLastModifiedTime(
        second.resolve("connectors/billing/README.md"), FileTime.fromMillis(0));
    second.resolve("connectors/billing/README.md").toFile().setExecutable(true);

    assertThat(pack(first, "a.zip")).hasSameBinaryContentAs(pack(second, "b.zip"));
  }

  @Test
  void leavesOutWhatBuildsAndDesktopsLeaveBehind() throws IOException {
    Path clean = sample().in(temporary.resolve("a"));
    Path used =
        sample()
            .file("connectors/pom.xml", "<project/>")
            .file("connectors/target/classes/Client.class", "x")
            .file("billing", "java/target/classes/Client.class", "x")
            .file("billing", ".DS_Store", "x")
            .file("billing", "schemas/.DS_Store", "x")
            .file("runtime/java/target/classes/ApiClient.class", "x")
            .in(temporary.resolve("b"));

    assertThat(pack(clean, "a.zip")).hasSameBinaryContentAs(pack(used, "b.zip"));
  }

  @Test
  void holdsOfARuntimeOnlyWhatItsManifestNames() throws IOException {
    Path file = pack(sample().in(temporary.resolve("a")), "a.zip");
    try (Registry registry = PackedRegistry.open(file)) {
      assertThat(registry.runtime("java").files())
          .extracting(ItemFile::path)
          .containsExactly("item.json", "src/main/java/dev/connector/runtime/ApiClient.java");
    }
  }

  @Test
  void refusesToPackWhatUsersWouldBeRefused() {
    Path folder = sample().file("billing", "java/pom.xml", "<project/>").in(temporary.resolve("a"));

    ConnectorException refused =
        catchThrowableOfType(ConnectorException.class, () -> pack(folder, "a.zip"));

    assertThat(refused).hasMessageContaining("java/pom.xml: build logic");
    assertThat(temporary.resolve("a.zip")).doesNotExist();
  }

  @Test
  void listsWithoutReadingAndReadsWhatItLists() throws IOException {
    Path folder = sample().in(temporary.resolve("a"));
    try (Registry packed = PackedRegistry.open(pack(folder, "a.zip"));
        Registry directory = DirectoryRegistry.open("default", folder)) {
      assertThat(packed.catalog()).isEqualTo(directory.catalog());
      assertThat(packed.connector("billing").files())
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(directory.connector("billing").files());
    }
  }

  @Test
  void refusesContentThatItsIndexDoesNotDescribe() throws IOException {
    Path file = Packed.with(sample(), temporary.resolve("forged.zip"));
    try (Registry registry = PackedRegistry.open(file)) {
      ConnectorException refused =
          catchThrowableOfType(ConnectorException.class, () -> registry.connector("billing"));

      assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
      assertThat(refused).hasMessageContaining("not what its index says");
    }
  }

  @Test
  void saysWhatToDoWhereItIsDamagedOrMissing() throws IOException {
    Path file = temporary.resolve("damaged.zip");
    Files.writeString(file, "not a zip");

    for (Path wrong : List.of(file, temporary.resolve("missing.zip"))) {
      ConnectorException refused =
          catchThrowableOfType(ConnectorException.class, () -> PackedRegistry.open(wrong));
      assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
      assertThat(refused.hint()).contains("install this program again");
    }
  }

  @Test
  void isReadWithoutAnyClassOfJGit() throws Exception {
    Path file = pack(sample().in(temporary.resolve("a")), "a.zip");
    URL[] withoutGit =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("jgit"))
            .map(PackedRegistryTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader =
        new URLClassLoader(withoutGit, ClassLoader.getPlatformClassLoader())) {
      @SuppressWarnings("unchecked")
      Callable<List<String>> reading =
          (Callable<List<String>>)
              loader
                  .loadClass(Reading.class.getName())
                  .getDeclaredConstructor(String.class)
                  .newInstance(file.toString());

      assertThat(reading.call()).containsExactly("runtime", "billing");
    }
  }

  /** Does what {@code connector add billing} does, in a class loader of its own. */
  public static final class Reading implements Callable<List<String>> {

    private final String file;

    public Reading(String file) {
      this.file = file;
    }

    @Override
    public List<String> call() {
      Path directory = Path.of("").toAbsolutePath();
      GitSettings settings = GitSettings.in(directory, Progress.none());
      try (Registries registries =
          new Registries(Path.of(file), RegistryNames.of(Map.of()), Optional.empty(), settings)) {
        return new Resolver(registries, "java", Map.of())
            .resolve(List.of(Address.parse("billing", directory))).stream()
                .map(Item::name)
                .toList();
      }
    }
  }

  private static Sample sample() {
    return Sample.registry().connector("billing").runtime();
  }

  private Path pack(Path folder, String name) throws IOException {
    Path file = temporary.resolve(name);
    RegistryPacker.pack(folder, file, "", "");
    return file;
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void aFileStandsForARegistryWhereverAFolderDoes() throws IOException {
    Path acme = Sample.registry().connector("billing").in(temporary.resolve("acme"));
    Path file = temporary.resolve("acme.zip");
    try (Registry folder = DirectoryRegistry.open("acme", acme)) {
      Files.write(file, RegistryPacker.pack(folder, ""));
      assertThat(RegistryPacker.pack(folder, "")).isEqualTo(Files.readAllBytes(file));
    }
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    try (Registries registries =
        new Registries(
            temporary.resolve("none.zip"),
            RegistryNames.of(Map.of("@acme", new Location.Folder(file))),
            Optional.empty(),
            settings)) {
      Address named = Address.parse("@acme/billing", temporary);
      Address direct = Address.parse("./acme.zip#billing", temporary);

      assertThat(registries.connector(named).origin().source()).isEqualTo("@acme");
      assertThat(registries.connector(direct).files())
          .extracting(ItemFile::path)
          .containsExactlyElementsOf(
              registries.connector(named).files().stream().map(ItemFile::path).toList());
    }
  }

  @Test
  void aFileThatIsNoRegistryIsNamedWithWhatToDo() throws IOException {
    Path file = Files.writeString(temporary.resolve("acme.zip"), "PK");

    ConnectorException failure =
        catchThrowableOfType(
            ConnectorException.class, () -> PackedRegistry.open("@acme", file).close());

    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
    assertThat(failure).hasMessageContaining(file.toString());
    assertThat(failure.hint()).startsWith("make it again: connector registry build");
  }
}

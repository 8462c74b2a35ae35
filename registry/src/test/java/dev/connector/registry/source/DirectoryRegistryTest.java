package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryRegistryTest {

  @TempDir Path folder;

  @Test
  void knowsTheCommitWhereTheFolderHasExactlyWhatIsCommitted() throws IOException {
    Sample sample = Sample.registry().connector("billing").runtime().connector("other");
    ObjectId commit;
    try (Upstream repository = Upstream.in(folder.resolve(".git"))) {
      repository.configure("core", "bare", "false");
      commit = repository.commit("main", sample);
    }
    sample.without("connectors/other/README.md").in(folder);
    Files.delete(Files.createFile(folder.resolve("untracked")));
    try (Registry registry = DirectoryRegistry.open("folder", folder)) {
      assertThat(commit(registry.connector("billing"))).isEqualTo(commit.name());
      assertThat(commit(registry.runtime("java"))).isEqualTo(commit.name());
      assertThat(commit(registry.connector("other"))).isEmpty();
    }
  }

  @Test
  void hasNoCommitWithoutARepository() {
    Sample.registry().connector("billing").in(folder);

    try (Registry registry = DirectoryRegistry.open("folder", folder)) {
      assertThat(commit(registry.connector("billing"))).isEmpty();
    }
  }

  @Test
  void doesNotFollowALinkToAConnector() throws IOException {
    Path registry = Sample.registry().connector("billing").in(folder.resolve("registry"));
    Path outside = Sample.registry().connector("secret").in(folder.resolve("outside"));
    Files.createSymbolicLink(
        registry.resolve("connectors/secret"), outside.resolve("connectors/secret"));

    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class,
            () -> DirectoryRegistry.open("folder", registry).connector("secret"));

    assertThat(refused).hasMessage("no connector \"secret\" in registry folder");
  }

  @Test
  void refusesARuntimeWhoseSourcesAreALink() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Sample.registry()
        .connector("billing")
        .runtime()
        .without("runtime/java/src/main/java/dev/connector/runtime/ApiClient.java")
        .in(folder);
    Files.createDirectories(folder.resolve("runtime/java/src/main"));
    Files.createSymbolicLink(folder.resolve("runtime/java/src/main/java"), outside);

    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class,
            () -> DirectoryRegistry.open("folder", folder).runtime("java"));

    assertThat(refused).hasMessageContaining("src/main/java: a symbolic link");
  }

  @Test
  void saysThatThereIsNoFolder() {
    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class,
            () -> DirectoryRegistry.open("folder", folder.resolve("missing")));

    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.USAGE);
  }

  private static String commit(Item item) {
    return ((Origin.Registered) item.origin()).commit();
  }
}

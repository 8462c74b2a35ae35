package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRegistryTest {

  @TempDir Path temporary;
  private Upstream upstream;
  private GitSettings settings;

  @BeforeEach
  void create() throws IOException {
    upstream = Upstream.in(temporary.resolve("up.git"));
    settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void readsTheDefaultBranchWithoutAskingForMore() throws IOException {
    ObjectId commit = upstream.commit("main", Sample.registry().connector("billing").runtime());

    Item item = connector("");

    assertThat(item.files())
        .extracting(ItemFile::path)
        .containsExactly(
            "README.md",
            "connector.json",
            "fixtures/things.list.json",
            "java/item.json",
            Sample.source("billing", "Client.java"),
            "schemas/thing.json");
    assertThat(item.origin())
        .isEqualTo(
            new Origin.Registered(
                "@acme", "", commit.name(), upstream.treeId(commit, "connectors/billing")));
  }

  @Test
  void readsARegistryThatIsAFolderOfItsRepository() throws IOException {
    Sample nested = Sample.registry();
    Sample.registry()
        .connector("billing")
        .nodes()
        .forEach(node -> nested.file("registry/" + node.path(), Sample.text(node)));
    upstream.commit("main", nested.file("pom.xml", "<project/>"));

    assertThat(connector("").name()).isEqualTo("billing");
  }

  @Test
  void readsABranchATagAnAnnotatedTagAndACommit() throws IOException {
    ObjectId first = upstream.commit("main", version("1.0.0"));
    upstream.tag("v1", first);
    ObjectId second = upstream.commit("main", version("1.1.0"));
    upstream.annotatedTag("v1.1", second);
    ObjectId branch = upstream.commit("feature/next", version("2.0.0"));
    upstream.commit("main", version("1.2.0"));

    assertThat(connector("").version("java")).isEqualTo("1.2.0");
    assertThat(connector("v1").version("java")).isEqualTo("1.0.0");
    assertThat(connector("v1.1").version("java")).isEqualTo("1.1.0");
    assertThat(((Origin.Registered) connector("v1.1").origin()).commit()).isEqualTo(second.name());
    assertThat(connector("feature/next").version("java")).isEqualTo("2.0.0");
    assertThat(connector(branch.name()).version("java")).isEqualTo("2.0.0");
    assertThat(connector(branch.name().substring(0, 10)).version("java")).isEqualTo("2.0.0");
  }

  @Test
  void readsACommitThatNothingPointsAtAnyMore() throws IOException {
    ObjectId old = upstream.commit("main", version("1.0.0"));
    upstream.commit("main", version("1.1.0"));

    assertThat(connector(old.name()).version("java")).isEqualTo("1.0.0");
  }

  @Test
  void readsACommitOverHttpWhetherTheServerGivesItOutOrNot() throws IOException {
    ObjectId old = upstream.commit("main", version("1.0.0"));
    upstream.commit("main", version("1.1.0"));
    for (String allowed : List.of("false", "true")) {
      upstream.configure("uploadpack", "allowAnySHA1InWant", allowed);
      settings = GitSettings.in(temporary.resolve("cache-" + allowed), Progress.none());
      try (GitServer server = GitServer.of(upstream.folder());
          Registry registry = open(new Location.Git(GitUrl.parse(server.url()), old.name()))) {
        assertThat(registry.connector("billing").version("java")).isEqualTo("1.0.0");
      }
    }
  }

  @Test
  void seesWhatABranchHasMeanwhile() throws IOException {
    upstream.commit("main", version("1.0.0"));
    assertThat(connector("").version("java")).isEqualTo("1.0.0");

    upstream.commit("main", version("1.1.0"));

    assertThat(connector("").version("java")).isEqualTo("1.1.0");
  }

  @Test
  void worksOfflineOnceFetched() throws IOException {
    ObjectId commit = upstream.commit("main", version("1.0.0"));
    connector("");
    upstream.commit("main", version("1.1.0"));
    settings = settings.withoutNetwork();

    assertThat(connector("").version("java")).isEqualTo("1.0.0");
    assertThat(connector(commit.name()).version("java")).isEqualTo("1.0.0");
    assertThat(connector(commit.name().substring(0, 8)).version("java")).isEqualTo("1.0.0");
  }

  @Test
  void saysOfflineThatNothingWasFetched() throws IOException {
    upstream.commit("main", version("1.0.0"));
    settings = settings.withoutNetwork();

    ConnectorException refused = failure("");

    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.NETWORK);
    assertThat(refused.getMessage()).contains(upstream.url(), "not fetched before");
    assertThat(temporary.resolve("cache")).doesNotExist();
  }

  @Test
  void asksNobodyForACommitItHas() throws IOException {
    ObjectId commit = upstream.commit("main", version("1.0.0"));
    try (GitServer server = GitServer.of(upstream.folder())) {
      Location.Git location = new Location.Git(GitUrl.parse(server.url()), commit.name());
      open(location).close();
      int asked = server.requests().size();
      assertThat(asked).isPositive();

      open(location).close();

      assertThat(server.requests()).hasSize(asked);
    }
  }

  @Test
  void fetchesOverHttpInThreeRequests() throws IOException {
    upstream.commit("main", version("1.0.0"));
    try (GitServer server = GitServer.of(upstream.folder())) {
      Location.Git location = new Location.Git(GitUrl.parse(server.url()), "");
      try (Registry registry = open(location)) {
        assertThat(registry.connector("billing").version("java")).isEqualTo("1.0.0");
      }
      assertThat(server.requests())
          .containsExactly(
              "GET /connectors.git/info/refs?service=git-upload-pack",
              "POST /connectors.git/git-upload-pack",
              "POST /connectors.git/git-upload-pack");
    }
  }

  @Test
  void bringsNoHistory() throws IOException {
    ObjectId old = upstream.commit("main", version("1.0.0"));
    upstream.commit("main", version("1.1.0"));
    connector("");
    settings = settings.withoutNetwork();

    assertThat(failure(old.name()).getMessage()).contains("not fetched before");
  }

  @Test
  void namesAWrongRef() throws IOException {
    upstream.commit("main", version("1.0.0"));

    for (String wrong : List.of("v9", "0123456789012345678901234567890123456789")) {
      ConnectorException refused = failure(wrong);
      assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.USAGE);
      assertThat(refused.getMessage()).contains(upstream.url(), "\"" + wrong + "\"");
    }
  }

  @Test
  void saysThatARepositoryIsEmpty() {
    assertThat(failure("")).hasMessageContaining("is empty");
  }

  @Test
  void saysThatARepositoryIsNoRegistry() throws IOException {
    upstream.commit("main", Sample.registry().file("README.md", "hello"));

    assertThat(failure("")).hasMessageContaining("no folder \"connectors\"");
  }

  @Test
  void saysThatThereIsNoRepository() throws IOException {
    upstream.commit("main", version("1.0.0"));
    GitUrl nowhere = GitUrl.parse("file://" + temporary.resolve("nowhere.git"));

    ConnectorException refused =
        catchThrowableOfType(ConnectorException.class, () -> open(new Location.Git(nowhere, "")));

    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.USAGE);
    assertThat(refused).hasMessageContaining("no git repository at file://");
  }

  @Test
  void offersNearMatchesForAMistypedName() throws IOException {
    upstream.commit("main", version("1.0.0"));
    try (Registry registry = open(upstream.at(""))) {
      ConnectorException refused =
          catchThrowableOfType(ConnectorException.class, () -> registry.connector("biling"));

      assertThat(refused).hasMessage("no connector \"biling\" in registry @acme");
      assertThat(refused.hint())
          .isEqualTo("did you mean \"billing\"? run: connector view @acme/billing");
    }
  }

  @Test
  void isFetchedByManyAtOnceIntoOneCache() throws Exception {
    upstream.commit("main", version("1.0.0"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readers.add(() -> connector("").version("java"));
      }
      for (Future<String> version : threads.invokeAll(readers)) {
        assertThat(version.get()).isEqualTo("1.0.0");
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> packs = Files.walk(temporary.resolve("cache"))) {
      assertThat(packs.filter(file -> file.toString().endsWith(".pack"))).hasSize(1);
    }
  }

  @Test
  void reportsHowFarItIs() throws IOException {
    upstream.commit("main", version("1.0.0"));
    List<String> tasks = new ArrayList<>();
    settings =
        GitSettings.in(
            temporary.resolve("cache"),
            new Progress() {
              @Override
              public void advanced(String task, int done, int total) {
                tasks.add(task);
              }

              @Override
              public void note(String text) {
                tasks.add(text);
              }
            });

    connector("");

    assertThat(tasks).contains("Receiving objects");
  }

  private static Sample version(String version) {
    return Sample.registry()
        .connector("billing")
        .file("billing", "connector.json", Sample.definition("billing", version));
  }

  private Registry open(Location.Git location) {
    return GitRegistry.open("@acme", location, settings);
  }

  private Item connector(String ref) {
    try (Registry registry = open(upstream.at(ref))) {
      return registry.connector("billing");
    }
  }

  private ConnectorException failure(String ref) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> connector(ref));
    assertThat(failure).isNotNull();
    return failure;
  }
}

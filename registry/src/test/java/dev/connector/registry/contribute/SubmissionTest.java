package dev.connector.registry.contribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.registry.contribute.forge.Forge;
import dev.connector.registry.contribute.forge.Forge.Proposed;
import dev.connector.registry.contribute.forge.ForgeDouble;
import dev.connector.registry.contribute.forge.ForgeKind;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.GitHttpBackend;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.Progress;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an edited project to a pull request, through git's own server and a forge's API. */
class SubmissionTest {

  private static final String BRANCH = "connector/billing";
  private static final String CLIENT = "src/main/java/com/acme/app/connectors/billing/Client.java";
  private static final String PULLS =
      "/api/v3/repos/acme/connectors/pulls?state=open&head=zoe%3Aconnector%2Fbilling&base=trunk";

  @TempDir Path temporary;
  private RegistryRepository registry;
  private RegistryRepository fork;
  private UserProject project;
  private GitHttpBackend git;
  private ForgeDouble forge;

  @BeforeEach
  void serveARegistryAndAForkOfIt() throws IOException {
    assumeTrue(GitHttpBackend.available());
    Path served = temporary.resolve("served");
    registry =
        RegistryRepository.in(served.resolve("acme/connectors.git")).billing(UserProject.billing());
    fork = RegistryRepository.in(served.resolve("zoe/connectors.git")).takingPushes();
    git = GitHttpBackend.of(served).requiring("token", ForgeDouble.TOKEN);
    forge =
        new ForgeDouble(Map.of("Authorization", "Bearer " + ForgeDouble.TOKEN))
            .serving(git.url("").replaceFirst("/$", ""));
    project =
        UserProject.in(temporary.resolve("project"))
            .add(UserProject.item(UserProject.billing()), "com.acme.app")
            .edit(CLIENT, "return 10;", "return 11;");
  }

  @AfterEach
  void stop() {
    git.close();
    forge.close();
  }

  @Test
  void aForkIsPushedToAndTheSecondRunUpdatesTheSamePullRequest() throws IOException {
    expectFork()
        .expect("GET " + PULLS, "", 200, "[]")
        .expect(
            "POST /api/v3/repos/acme/connectors/pulls",
            "{'title': 'Improve billing', 'body': 'First.', 'head': 'zoe:connector/billing',"
                + " 'base': 'trunk', 'draft': false, 'maintainer_can_modify': true}",
            201,
            "{'number': 1, 'html_url': 'https://forge.example/1'}");
    assertThat(send("First.").proposed()).contains(new Proposed("https://forge.example/1", true));
    assertThat(fork.files(BRANCH).get(path())).contains("return 11;");
    assertThat(registry.files(BRANCH)).isEmpty();

    expectFork()
        .expect("GET " + PULLS, "", 200, "[{'number': 1}]")
        .expect(
            "PATCH /api/v3/repos/acme/connectors/pulls/1",
            "{'title': 'Improve billing', 'body': 'Second.'}",
            200,
            "{'number': 1, 'html_url': 'https://forge.example/1'}");
    project.edit(CLIENT, "return 20;", "return 21;");
    assertThat(send("Second.").proposed()).contains(new Proposed("https://forge.example/1", false));
    assertThat(fork.files(BRANCH).get(path())).contains("return 11;", "return 21;");
    assertThat(fork.head(BRANCH).getParent(0)).isEqualTo(registry.head("trunk"));
    assertThat(whatWasKept()).doesNotContain(ForgeDouble.TOKEN);
  }

  @Test
  void whatSomebodyElsePushedToTheForkIsKeptAndNothingIsProposed() throws IOException {
    fork.commit(BRANCH, Map.of("theirs.txt", "work\n"));
    expectFork();
    assertFails(Kind.CONFLICT, () -> send("First."));
    assertThat(fork.files(BRANCH)).containsOnlyKeys("theirs.txt");
  }

  @Test
  void aForkThatTakesNoPushesIsARefusal() throws IOException {
    fork.refusingPushes();
    expectFork();
    assertFails(Kind.AUTHENTICATION, () -> send("First."));
  }

  @Test
  void aWrongTokenIsRefusedByGitAndByTheForge() {
    GitSettings wrong = settings("wr0ng");
    assertFails(Kind.AUTHENTICATION, () -> RegistryClone.open(location(), wrong));
    forge.expect("GET /api/v3/repos/acme/connectors", "", 401, "{'message': 'Bad credentials'}");
    assertFails(Kind.AUTHENTICATION, () -> send("First."));
  }

  @Test
  void whatTheRegistryChangedMeanwhileIsAConflictBeforeAnythingIsSent() throws IOException {
    Map<String, String> newer = UserProject.billing();
    newer.computeIfPresent(
        UserProject.MAIN + "Client.java", (path, text) -> text.replace("return 10;", "return 12;"));
    registry.billing(newer);
    assertFails(Kind.CONFLICT, () -> send("First."));
  }

  @Test
  void withoutAForgeABranchOfTheRegistryIsPushed() throws IOException {
    registry.takingPushes();
    try (RegistryClone clone = RegistryClone.open(location(), settings(ForgeDouble.TOKEN))) {
      Submission.Sent sent = send(clone, Optional.empty(), "");
      assertThat(sent.proposed()).isEmpty();
      assertThat(sent.url()).isEqualTo(clone.url());
    }
    assertThat(registry.files(BRANCH).get(path())).contains("return 11;");
  }

  private ForgeDouble expectFork() {
    String said =
        "{'full_name': 'zoe/connectors', 'clone_url': '" + forge.url("/zoe/connectors.git") + "'}";
    return forge
        .expect("GET /api/v3/repos/acme/connectors", "", 200, "{'permissions': {'push': false}}")
        .expect("POST /api/v3/repos/acme/connectors/forks", "{}", 202, said)
        .expect("GET /api/v3/repos/zoe/connectors", "", 200, said);
  }

  private Submission.Sent send(String body) {
    GitSettings settings = settings(ForgeDouble.TOKEN);
    Forge github = ForgeKind.GITHUB.open(location().url(), settings);
    try (RegistryClone clone = RegistryClone.open(location(), settings)) {
      return send(clone, Optional.of(github), body);
    }
  }

  private Submission.Sent send(RegistryClone clone, Optional<Forge> github, String body) {
    Contribution contribution =
        Contribution.of(
            project.tree(), "billing", project.entry("billing"), clone.connector("billing"));
    return new Submission(clone, github, BRANCH)
        .send(
            contribution,
            new UserIdentity("Zoë", "zoe@example.com"),
            Clock.systemUTC(),
            body,
            false);
  }

  private GitSettings settings(String token) {
    return GitSettings.in(temporary.resolve("cache"), Progress.none())
        .withTokens(Map.of("CONNECTOR_TOKEN_LOCALHOST", token));
  }

  private Location.Git location() {
    return new Location.Git(GitUrl.parse(forge.url("/acme/connectors.git")), "");
  }

  private static String path() {
    return "registry/connectors/billing/" + UserProject.MAIN + "Client.java";
  }

  private String whatWasKept() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(temporary)) {
      List<Path> kept = files.filter(Files::isRegularFile).toList();
      for (Path file : kept) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void assertFails(Kind kind, ThrowingCallable sending) {
    assertThatThrownBy(sending)
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
              assertThat(failure.getMessage() + failure.hint())
                  .doesNotContain(ForgeDouble.TOKEN, "wr0ng");
            });
  }
}

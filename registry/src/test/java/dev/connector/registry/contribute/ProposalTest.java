package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.lesson.Lessons;
import dev.connector.registry.repository.UserIdentity;
import dev.connector.registry.source.GitProgram;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.Progress;
import dev.connector.registry.source.PushTarget;
import dev.connector.registry.source.RegistryClone;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalTest {

  private static final String FOLDER = "registry/connectors/billing/";
  private static final String CLIENT = "src/main/java/com/acme/app/connectors/billing/Client.java";
  private static final UserIdentity AUTHOR =
      new UserIdentity("Zoë Ünal, the 2nd", "zoe@example.com");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.ofHours(2));

  @TempDir Path temporary;
  private RegistryRepository registry;
  private UserProject project;
  private Clock clock = CLOCK;

  @BeforeEach
  void addAConnector() throws IOException {
    registry =
        RegistryRepository.in(temporary.resolve("registry.git")).billing(UserProject.billing());
    project =
        UserProject.in(temporary.resolve("project"))
            .add(UserProject.item(UserProject.billing()), "com.acme.app");
  }

  @Test
  void aContributionIsOneCommitOnTopOfTheNewestThatChangesTheConnectorAlone() throws IOException {
    project.edit(CLIENT, "return 10;", "return 11;");
    Proposal proposal = pushed(registry);
    Map<String, String> expected = registry.files("trunk");
    expected.computeIfPresent(
        FOLDER + UserProject.MAIN + "Client.java",
        (path, text) -> text.replace("return 10;", "return 11;"));
    assertThat(registry.files("connector/billing")).isEqualTo(expected);
    RevCommit commit = registry.head("connector/billing");
    assertThat(commit.getParent(0)).isEqualTo(registry.head("trunk"));
    assertThat(commit.getFullMessage()).isEqualTo("Improve billing\n");
    assertThat(commit.getAuthorIdent().toExternalString())
        .isEqualTo("Zoë Ünal, the 2nd <zoe@example.com> 1795284000 +0200");
    assertThat(proposal.diff())
        .contains(
            "--- a/" + FOLDER + UserProject.MAIN + "Client.java",
            "-    return 10;\n+    return 11;\n");
  }

  @Test
  void aLessonGoesAlongAndMayGoAlone() throws IOException {
    Lesson lesson =
        Lesson.read("odd.md", "---\ntitle: Odd\napplies: [errors]\n---\nText.\n".getBytes(UTF_8));
    String path = "registry/lessons/odd.md";
    Taught taught = Taught.of(lesson, path, Lessons.none()).orElseThrow();

    Contribution alone =
        new Contribution("billing", new TreeMap<>(), List.of(), Optional.of(taught), List.of());
    assertThat(alone.isEmpty()).isFalse();
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    try (RegistryClone clone = RegistryClone.open(registry.location(), settings)) {
      assertThat(clone.lesson("odd")).isEqualTo(path);
      Proposal proposal = Proposal.commit(alone, clone, AUTHOR, clock, Optional.empty());
      assertThat(proposal.title()).isEqualTo("Add lesson odd");
      assertThat(proposal.diff()).contains("+++ b/" + path, "+Text.").doesNotContain("connectors/");
    }
    assertThat(Taught.of(lesson, path, new Lessons(List.of(lesson)))).isEmpty();
    Lesson leaking =
        Lesson.read(
            "odd.md",
            ("---\ntitle: Odd\napplies: [errors]\n---\n"
                    + "ghp_"
                    + "kT7vQ2mZ9xW4bN8rL1sD6fH3jP5cY0aE2gU4")
                .getBytes(UTF_8));
    assertThat(Taught.of(leaking, path, Lessons.none()).orElseThrow().gate().problems())
        .singleElement()
        .asString()
        .startsWith("line 5: looks like")
        .doesNotContain("ghp_");
  }

  @Test
  void theSameAgainIsTheSameCommitAndMoreOfItReplacesTheBranch() throws IOException {
    project.edit(CLIENT, "return 10;", "return 11;");
    Proposal first = pushed(registry);
    clock = Clock.offset(CLOCK, Duration.ofHours(1));
    assertThat(pushed(registry).commit()).isEqualTo(first.commit());
    project.edit(CLIENT, "return 20;", "return 21;");
    pushed(registry);
    assertThat(registry.files("connector/billing").get(FOLDER + UserProject.MAIN + "Client.java"))
        .contains("return 11;", "return 21;");
    assertThat(registry.head("connector/billing").getParent(0)).isEqualTo(registry.head("trunk"));
  }

  @Test
  void whenTheRegistryMovesOnTheBranchFollowsIt() throws IOException {
    project.edit(CLIENT, "return 10;", "return 11;");
    pushed(registry);
    Map<String, String> newer = UserProject.billing();
    newer.put("README.md", "# Newer\n");
    registry.billing(newer);
    pushed(registry);
    assertThat(registry.head("connector/billing").getParent(0)).isEqualTo(registry.head("trunk"));
    assertThat(registry.files("connector/billing").get(FOLDER + "README.md"))
        .isEqualTo("# Newer\n");
  }

  @Test
  void whatSomebodyElsePushedToTheBranchIsNeverReplaced() throws IOException {
    project.edit(CLIENT, "return 10;", "return 11;");
    pushed(registry);
    registry.commit("connector/billing", Map.of("theirs.txt", "work\n"));
    project.edit(CLIENT, "return 20;", "return 21;");
    assertThatThrownBy(() -> pushed(registry))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
              assertThat(failure.hint()).contains("--branch");
            });
    assertThat(registry.files("connector/billing")).containsOnlyKeys("theirs.txt");
  }

  @Test
  void aForkThatLagsBehindCanBePushedTo() throws IOException {
    RegistryRepository fork = RegistryRepository.in(temporary.resolve("fork.git"));
    project.edit(CLIENT, "return 10;", "return 11;");
    pushed(fork);
    assertThat(fork.files("connector/billing")).hasSameSizeAs(registry.files("trunk"));
  }

  @Test
  void gitAppliesThePatch() throws Exception {
    Path git = GitProgram.find(System.getenv()).orElse(null);
    assumeTrue(git != null);
    Map<String, String> newer = UserProject.billing();
    newer.put("README.md", "# Billing\r\n\r\nOne.\r\n");
    registry.billing(newer);
    project =
        UserProject.in(temporary.resolve("second")).add(UserProject.item(newer), "com.acme.app");
    project
        .edit(CLIENT, "return 10;", "return 'ä';")
        .edit(".connectors/billing/README.md", "One.", "Two.")
        .remove(".connectors/billing/LICENSE")
        .write(".connectors/billing/NOTICE", "no newline");
    Proposal proposal = pushed(registry);
    Path work = temporary.resolve("work");
    run(git, temporary, "clone", "-q", registry.folder().toString(), work.toString());
    Path patch = temporary.resolve("billing.patch");
    Files.writeString(patch, MailPatch.of(proposal, CLOCK));
    run(git, work, "am", "-q", patch.toString());
    assertThat(run(git, work, "log", "-1", "--format=%an <%ae> %ad %T %B"))
        .isEqualTo(
            "Zoë Ünal, the 2nd <zoe@example.com> Sat Nov 21 20:00:00 2026 +0200 "
                + registry.head("connector/billing").getTree().name()
                + " Improve billing\n\n");
  }

  @Test
  void theAuthorIsWhoTheUsersGitSays() throws IOException {
    assumeTrue(GitProgram.find(System.getenv()).isPresent());
    Path home = Files.createDirectories(temporary.resolve("home"));
    Map<String, String> variables =
        Map.of(
            "HOME", home.toString(),
            "PATH", System.getenv("PATH"),
            "GIT_CONFIG_NOSYSTEM", "1");
    assertThat(UserIdentity.in(home, variables, home)).isEmpty();
    Files.writeString(home.resolve("work"), "[user]\n\temail = z@work.example\n");
    Files.writeString(
        home.resolve(".gitconfig"),
        "[user]\n\tname = Zoë\n\temail = z@example.com\n[include]\n\tpath = work\n");
    assertThat(UserIdentity.in(home, variables, home))
        .contains(new UserIdentity("Zoë", "z@work.example"));
  }

  private Proposal pushed(RegistryRepository remote) {
    return pushed(registry, remote.location().url());
  }

  private Proposal pushed(RegistryRepository upstream, GitUrl remote) {
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    try (RegistryClone clone = RegistryClone.open(upstream.location(), settings)) {
      Contribution contribution =
          Contribution.of(
              project.tree(), "billing", project.entry("billing"), clone.connector("billing"));
      PushTarget target = clone.target(remote);
      Proposal proposal =
          Proposal.commit(contribution, clone, AUTHOR, clock, target.pushed("connector/billing"));
      target.push(proposal.commit(), "connector/billing");
      return proposal;
    }
  }

  private static String run(Path git, Path folder, String... arguments) throws Exception {
    List<String> line =
        Stream.concat(
                Stream.of(git.toString(), "-c", "user.name=a", "-c", "user.email=b"),
                Arrays.stream(arguments))
            .toList();
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}

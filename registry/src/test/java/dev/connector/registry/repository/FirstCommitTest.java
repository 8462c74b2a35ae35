package dev.connector.registry.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstCommitTest {

  private static final UserIdentity ADA = new UserIdentity("Ada", "ada@example.com");

  @TempDir private Path temporary;

  @Test
  void commitsTheNamedFilesAndNothingElseInTheUsersName() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("team/connectors")).getParent();
    Files.writeString(folder.resolve("README.md"), "# Team\n");
    Files.writeString(folder.resolve("connectors/a.json"), "{}\n");
    Files.writeString(folder.resolve("private.txt"), "mine\n");
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    String id =
        FirstCommit.make(
            folder, List.of("README.md", "connectors/a.json"), ADA, "Begin a registry", clock);

    try (Repository repository =
            new RepositoryBuilder().setGitDir(folder.resolve(".git").toFile()).build();
        RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(repository.resolve("refs/heads/main"));
      assertThat(commit.name()).isEqualTo(id);
      assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("ada@example.com");
      assertThat(commit.getCommitterIdent().getWhenAsInstant()).isEqualTo(clock.instant());
      assertThat(repository.resolve(id + ":connectors/a.json")).isInstanceOf(ObjectId.class);
      assertThat(repository.resolve(id + ":private.txt")).isNull();
    }
    assertThat(FirstCommit.repository(folder.resolve("connectors"))).contains(folder);
  }

  @Test
  void aFolderInNoRepositoryHasNone() {
    assertThat(FirstCommit.repository(temporary.resolve("a/b"))).isEmpty();
  }

  @Test
  void theUserIsWhoGitWouldSay() throws IOException {
    assertThat(UserIdentity.of(Map.of(), temporary)).isEmpty();

    Path shared = temporary.resolve(".config/git/config");
    Files.createDirectories(shared.getParent());
    Files.writeString(shared, "[user]\n\tname = Grace\n\temail = grace@example.com\n");
    assertThat(UserIdentity.of(Map.of(), temporary))
        .contains(new UserIdentity("Grace", "grace@example.com"));

    Files.writeString(temporary.resolve(".gitconfig"), "[user]\n\tname = Ada\n");
    assertThat(UserIdentity.of(Map.of(), temporary))
        .contains(new UserIdentity("Ada", "grace@example.com"));

    assertThat(UserIdentity.of(Map.of("GIT_AUTHOR_EMAIL", "ada@example.com"), temporary))
        .contains(ADA);
    assertThat(UserIdentity.of(Map.of("GIT_CONFIG_GLOBAL", "/dev/null"), temporary))
        .isEqualTo(Optional.empty());
  }

  @Test
  void aConfigurationThatCannotBeReadSaysNothing() throws IOException {
    Files.writeString(temporary.resolve(".gitconfig"), "[user\nname = Ada");

    assertThat(UserIdentity.of(Map.of(), temporary)).isEmpty();
  }
}

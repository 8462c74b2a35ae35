package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshProgramTest {

  @TempDir private Path temporary;
  private final SshProgram ssh = new SshProgram("ssh", Duration.ofSeconds(20));

  @Test
  void asksNothingAndGivesUpInTime() throws URISyntaxException {
    assertThat(ssh.command(new URIish("ssh://git@git.acme.com:2222/c.git")))
        .containsExactly(
            "ssh",
            "-oBatchMode=yes",
            "-oConnectTimeout=20",
            "-oServerAliveInterval=10",
            "-p2222",
            "git@git.acme.com");
  }

  @Test
  void leavesTheUserToTheConfigurationWhereNoneIsNamed() throws URISyntaxException {
    assertThat(ssh.command(new URIish("ssh://git.acme.com/c.git"))).endsWith("git.acme.com");
  }

  @Test
  void fetchesByWhatTheUsersProgramReaches() throws Exception {
    Path script = temporary.resolve("ssh");
    Files.writeString(
        script,
        "#!/bin/sh\necho \"$@\" > '"
            + temporary
            + "/asked'\nfor last; do :; done\nexec sh -c \"$last\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assumeTrue(GitHttpBackend.available(), "there is no git");
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"));
        Repository cache =
            new RepositoryBuilder().setGitDir(temporary.resolve("cache").toFile()).build();
        Transport transport =
            Transport.open(cache, new URIish("ssh://git@git.acme.com" + upstream.folder()))) {
      ObjectId commit = upstream.commit("main", Sample.registry().connector("billing"));
      ((SshTransport) transport)
          .setSshSessionFactory(new SshProgram(script.toString(), Duration.ofSeconds(20)));
      try (FetchConnection connection = transport.openFetch()) {
        assertThat(connection.getRef("refs/heads/main").getObjectId()).isEqualTo(commit);
      }
    }
    assertThat(Files.readString(temporary.resolve("asked")))
        .contains("-oBatchMode=yes")
        .contains("git@git.acme.com git-upload-pack '");
  }

  @Test
  void pushesTheSameWay() throws Exception {
    Path script = temporary.resolve("ssh");
    Files.writeString(script, "#!/bin/sh\nfor last; do :; done\nexec sh -c \"$last\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assumeTrue(GitHttpBackend.available(), "there is no git");
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"));
        Upstream fork = Upstream.in(temporary.resolve("fork.git"));
        Repository local = BareRepository.open(upstream.folder());
        Transport transport =
            Transport.open(local, new URIish("ssh://git@git.acme.com" + fork.folder()))) {
      ObjectId commit = upstream.commit("main", Sample.registry().connector("billing"));
      ((SshTransport) transport)
          .setSshSessionFactory(new SshProgram(script.toString(), Duration.ofSeconds(20)));
      String name = "refs/heads/connector/billing";
      RemoteRefUpdate update =
          new RemoteRefUpdate(local, (String) null, commit, name, true, null, null);
      try (PushConnection connection = transport.openPush()) {
        connection.push(NullProgressMonitor.INSTANCE, Map.of(name, update));
      }
      assertThat(update.getStatus()).isEqualTo(RemoteRefUpdate.Status.OK);
      try (Repository there = BareRepository.open(fork.folder())) {
        assertThat(there.resolve(name)).isEqualTo(commit);
      }
    }
  }
}

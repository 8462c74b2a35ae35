package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.time.Duration;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;

class SshProgramTest {

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
}

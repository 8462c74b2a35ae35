package dev.connector.registry.source;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/**
 * Reaches ssh hosts through the user's own {@code ssh}, which knows their keys, agents and jump
 * hosts. It asks no questions.
 */
final class SshProgram extends SshSessionFactory {

  private final String program;
  private final Duration silence;

  SshProgram(String program, Duration silence) {
    this.program = program;
    this.silence = silence;
  }

  @Override
  public RemoteSession getSession(
      URIish uri, CredentialsProvider credentials, FS files, int timeout) {
    return new Session(command(uri));
  }

  @Override
  public String getType() {
    return "program";
  }

  /** Everything but what to run there. Host and user have been checked to begin with no hyphen. */
  List<String> command(URIish uri) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.add("-oBatchMode=yes");
    command.add("-oConnectTimeout=" + Math.max(1, silence.toSeconds()));
    command.add("-oServerAliveInterval=" + Math.max(1, silence.toSeconds() / 2));
    if (uri.getPort() > 0) {
      command.add("-p" + uri.getPort());
    }
    command.add(uri.getUser() == null ? uri.getHost() : uri.getUser() + "@" + uri.getHost());
    return command;
  }

  private static final class Session implements RemoteSession2 {

    private final List<String> ssh;
    private final List<Process> started = new ArrayList<>();

    Session(List<String> ssh) {
      this.ssh = ssh;
    }

    @Override
    public Process exec(String command, int timeout) throws IOException {
      return exec(command, Map.of(), timeout);
    }

    @Override
    public Process exec(String command, Map<String, String> variables, int timeout)
        throws IOException {
      List<String> full = new ArrayList<>(ssh);
      full.add(command);
      ProcessBuilder builder = new ProcessBuilder(full);
      builder.environment().putAll(variables);
      Process process = builder.start();
      started.add(process);
      return process;
    }

    @Override
    public void disconnect() {
      started.forEach(Process::destroy);
    }
  }
}

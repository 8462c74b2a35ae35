package dev.connector.registry.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The credential helpers that the user's git has: key chains, password managers, files. They are
 * asked for one host at a time, may ask nobody in turn, and are told nothing. Where there is no
 * git, there are none.
 */
final class CredentialHelpers {

  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Map<String, String> variables;
  private final Duration patience;

  /**
   * The helpers of a user.
   *
   * @param variables the environment, whose PATH leads to git
   * @param patience how long they may take
   */
  CredentialHelpers(Map<String, String> variables, Duration patience) {
    this.variables = Map.copyOf(variables);
    this.patience = patience;
  }

  /** What they have for the host of a URL. */
  Optional<GitUrl.Credentials> ask(GitUrl url) {
    return GitProgram.find(variables).flatMap(git -> ask(git, url));
  }

  private Optional<GitUrl.Credentials> ask(Path git, GitUrl url) {
    Process process = null;
    try {
      process = start(git);
      try (OutputStream question = process.getOutputStream()) {
        question.write(question(url).getBytes(StandardCharsets.UTF_8));
      }
      InputStream answer = process.getInputStream();
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      Thread reader = new Thread(() -> read(answer, read), "credential helper");
      reader.setDaemon(true);
      reader.start();
      return credentials(read.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty(); // no credentials from there: the server's refusal says the rest
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private Process start(Path git) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of(git.toString(), "credential", "fill"));
    // A repository may bring helpers in its own configuration; only the user's count here.
    builder.directory(new File(System.getProperty("user.home")));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(variables);
    List.of("GIT_DIR", "GIT_WORK_TREE", "SSH_ASKPASS").forEach(environment::remove);
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ASKPASS", "");
    environment.put("GCM_INTERACTIVE", "never");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** In the format of git-credential(1); a URL has no characters that could end a line. */
  private static String question(GitUrl url) {
    String[] parts = url.url().split("://|/", 3);
    return "protocol=" + parts[0] + "\nhost=" + parts[1] + "\npath=" + parts[2] + "\n\n";
  }

  private static void read(InputStream answer, CompletableFuture<byte[]> read) {
    try {
      read.complete(answer.readNBytes(LONGEST_ANSWER));
    } catch (IOException e) {
      read.completeExceptionally(e);
    }
  }

  private static Optional<GitUrl.Credentials> credentials(byte[] answer) {
    String user = "";
    Optional<String> password = Optional.empty();
    for (String line : new String(answer, StandardCharsets.UTF_8).split("\r?\n")) {
      if (line.startsWith("username=")) {
        user = line.substring("username=".length());
      } else if (line.startsWith("password=")) {
        password = Optional.of(line.substring("password=".length()));
      }
    }
    String name = user;
    return password.map(it -> new GitUrl.Credentials(name, it));
  }
}

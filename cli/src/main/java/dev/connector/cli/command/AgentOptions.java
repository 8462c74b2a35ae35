package dev.connector.cli.command;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.transcript.Recording;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what an agent reads, what it is to do, and what it keeps. */
final class AgentOptions {

  @Option(
      names = "--docs",
      paramLabel = "<URL|file|folder>",
      description = "Documentation to read: HTML, Markdown or text; may be repeated.")
  List<String> docs = List.of();

  @Option(
      names = "--task",
      paramLabel = "<words>",
      description = "What is wanted, such as \"orders and their items\" or \"add refunds\".")
  String task;

  @Option(
      names = "--probe",
      paramLabel = "<URL>",
      description = "Let it read from the API there, by GET, with your credentials.")
  private String probe;

  @Option(
      names = "--replay",
      paramLabel = "<file>",
      description = "Repeat a run by its transcript, without a model.")
  private Path replay;

  @Option(
      names = "--resume",
      paramLabel = "<file>",
      description = "Go on with a run that was interrupted, by its transcript.")
  private Path resume;

  @Option(
      names = "--transcript",
      paramLabel = "<file>",
      description = "Where to write what is said; .connectors/agent/ if not given.")
  private Path transcript;

  @Option(
      names = "--keep-draft",
      paramLabel = "<folder>",
      description = "Where to put a draft that was not accepted.")
  private Path keepDraft;

  @Option(
      names = "--allow-unsandboxed",
      description = "Run generated code without a sandbox, where there is none.")
  boolean unsandboxed;

  /** What is wanted, in the user's words; empty for everything. */
  String task() {
    return Optional.ofNullable(task).orElse("");
  }

  /** Whether an earlier run says what this one is. */
  boolean repeats() {
    return replay != null || resume != null;
  }

  /** Whether nothing but that run's transcript is asked. */
  boolean replays() {
    return replay != null;
  }

  /** The run to repeat; none where there is none. */
  Recording earlier(Path directory) {
    if (replay != null && resume != null) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "--replay repeats a run and --resume goes on with one",
          "leave one of them out");
    }
    return repeats()
        ? Recording.read(directory.resolve(replays() ? replay : resume).normalize())
        : Recording.none();
  }

  /** Who answers. */
  Model model(Environment environment, ModelOptions models) {
    return replays() ? new RecordedModel(replay) : models.model(environment);
  }

  /** Where this run's transcript is to be. */
  Path transcript(Environment environment, Path project, String connector, Instant now) {
    if (transcript == null) {
      return AgentFolder.transcript(project, connector, now);
    }
    Path file = environment.directory().resolve(transcript).normalize();
    if (Files.exists(file)) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          file + " is there already, and nothing is written over",
          "name another file: --transcript <file>");
    }
    return file;
  }

  /** Puts a draft aside where that is wanted; gives the folder. */
  Optional<Path> kept(Environment environment, Draft draft) {
    Optional<Path> folder =
        Optional.ofNullable(keepDraft).map(it -> environment.directory().resolve(it).normalize());
    folder.ifPresent(it -> KeptDraft.write(it, draft));
    return folder;
  }

  /** Where the API may be read. */
  Optional<URI> probe() {
    return Optional.ofNullable(probe).map(AgentOptions::address);
  }

  private static URI address(String typed) {
    try {
      URI uri = new URI(typed.replaceAll("/+$", ""));
      boolean plain = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme()) || plain)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, without the address: it may hold a password.
    }
    throw new ConnectorException(
        ConnectorException.Kind.USAGE,
        "--probe names no https URL without user and password",
        "give the base URL of the API, such as https://api.acme.com/v1");
  }

  static boolean isLoopback(String host) {
    return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
  }
}

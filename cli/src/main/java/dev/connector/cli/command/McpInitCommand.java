package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.mcp.ClientFile;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connector mcp init}: tells a client, in its own file, how to start the server. */
@Command(
    name = "init",
    description = "Tell a coding assistant about it, in this project.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector mcp init --client claude              .mcp.json",
      "  connector mcp init --client cursor              .cursor/mcp.json",
      "  connector mcp init --client vscode              .vscode/mcp.json",
      "  connector mcp init --client codex --dry-run     .codex/config.toml",
      "",
      "What else the file holds stays as it is; connector undo takes it back."
    })
final class McpInitCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(
      names = "--client",
      required = true,
      paramLabel = "<client>",
      completionCandidates = Clients.class,
      description = "Which: claude, cursor, vscode or codex.")
  private String client;

  @Option(
      names = "--command",
      paramLabel = "<program>",
      description = "What starts this program, where it is not on the path.")
  private String command = "connector";

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  McpInitCommand(Environment environment) {
    this.environment = environment;
  }

  /** What may be typed. */
  static final class Clients implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(ClientFile.values()).map(ClientFile::word).iterator();
    }
  }

  @Override
  public Integer call() {
    ClientFile file = ClientFile.of(client).orElseThrow(this::unknown);
    Path directory = work.directory(environment);
    if (!dryRun) {
      MendedText.mend(environment, directory);
    }
    ProjectTree tree = ProjectTree.at(directory);
    Optional<byte[]> before = tree.read(file.path());
    String text = before.map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
    byte[] after = file.with(text, command).getBytes(StandardCharsets.UTF_8);
    Plan plan =
        new Plan(
            "mcp init", Change.between(file.path(), before, Optional.of(after)).stream().toList());
    if (!dryRun) {
      tree.apply(plan);
    }
    if (work.json) {
      environment.terminal().printDocument(Json.print(document(plan, directory)));
    } else {
      print(plan.changes(), file, new String(after, StandardCharsets.UTF_8));
    }
    return ExitCode.DONE.number();
  }

  private ConnectorException unknown() {
    return new ConnectorException(
        ConnectorException.Kind.USAGE,
        "\"" + client + "\" is no client that is known here",
        "--client is claude, cursor, vscode or codex; others start: connector mcp");
  }

  private void print(List<Change> changes, ClientFile file, String text) {
    Terminal terminal = environment.terminal();
    if (changes.isEmpty()) {
      terminal.print(file.path() + " has it already; nothing to do.");
      return;
    }
    terminal.print(
        terminal.styled(Style.GOOD, dryRun ? "Would write" : "Wrote") + " " + file.path());
    if (dryRun) {
      text.lines().forEach(line -> terminal.print("  " + line));
    }
    terminal.print("");
    terminal.print("start the client anew in this folder; it asks whether you trust the server");
  }

  private ObjectNode document(Plan plan, Path directory) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", !dryRun).put("client", client).put("folder", directory.toString());
    document.set("changes", PlanWords.document(plan.changes()));
    return document;
  }
}

package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector completion}: a script that teaches a shell the commands and options. */
@Command(
    name = "completion",
    description = "Print the completion script of a shell.",
    footerHeading = "%nTo use it:%n",
    footer = {
      "  bash   add to ~/.bashrc:  source <(connector completion bash)",
      "  zsh    add to ~/.zshrc:   source <(connector completion zsh)",
      "  fish   connector completion fish > ~/.config/fish/completions/connector.fish"
    })
final class CompletionCommand implements Callable<Integer> {

  // zsh understands bash's completions once it is told to.
  private static final String ZSH_PREPARES =
      "autoload -Uz compinit bashcompinit && compinit -u && bashcompinit\n";

  private final Environment environment;

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "<shell>",
      completionCandidates = Shells.class,
      description = "bash, zsh or fish.")
  private String shell;

  /** What the scripts themselves offer to complete. */
  static final class Shells implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("bash", "zsh", "fish").iterator();
    }
  }

  CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    CommandLine all = Commands.all(environment);
    String script =
        switch (shell) {
          case "bash" -> AutoComplete.bash(HelpText.ROOT, all);
          case "zsh" -> ZSH_PREPARES + AutoComplete.bash(HelpText.ROOT, all);
          case "fish" -> FishCompletion.of(all);
          default ->
              throw new ConnectorException(
                  ConnectorException.Kind.USAGE,
                  "no completion for \"" + shell + "\"",
                  "there is bash, zsh and fish");
        };
    environment.terminal().print(script.stripTrailing());
    return ExitCode.DONE.number();
  }
}

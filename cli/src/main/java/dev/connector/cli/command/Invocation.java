package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One call of the program: from arguments to an exit code, failures told and nothing thrown. */
public final class Invocation {

  private final Environment environment;

  /** An invocation in the given world. */
  public Invocation(Environment environment) {
    this.environment = environment;
  }

  /** Runs the command the arguments name and gives the exit code. */
  public int run(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    Failures failures =
        new Failures(environment, words.contains("--debug"), words.contains("--json"));
    int code;
    try {
      code = execute(HelpText.spelledOut(arguments));
    } catch (ParameterException e) {
      code = failures.report(Mistakes.explain(e));
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      code = failures.report(e);
    }
    if (environment.terminal().flush() || code != ExitCode.DONE.number()) {
      return code;
    }
    return environment.terminal().readerGone()
        ? ExitCode.UNREAD.number()
        : failures.report(Failures.unwritten());
  }

  private int execute(String... arguments) throws Exception {
    CommandLine root = Commands.of(environment, arguments);
    ParseResult parsed = root.parseArgs(arguments);
    if (parsed.isVersionHelpRequested()) {
      environment.terminal().print(Version.line());
      return ExitCode.DONE.number();
    }
    if (!parsed.hasSubcommand() && !parsed.unmatched().isEmpty()) {
      // With --help picocli passes over what it does not know.
      throw new UnmatchedArgumentException(root, parsed.unmatched());
    }
    ParseResult called = parsed;
    while (called.hasSubcommand()) {
      called = called.subcommand();
    }
    if (called == parsed || called.isUsageHelpRequested()) {
      String topic = called.commandSpec().qualifiedName(" ");
      environment.terminal().print(HelpText.of(environment, topic).stripTrailing());
      return ExitCode.DONE.number();
    }
    Callable<?> command = (Callable<?>) called.commandSpec().userObject();
    return (Integer) command.call();
  }
}

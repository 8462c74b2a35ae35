package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ProjectCode;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.build.ClassArchive;
import dev.connector.spec.conformance.build.JavaProgram;
import dev.connector.spec.conformance.build.JavaSources;
import dev.connector.spec.conformance.build.MavenBuild;
import dev.connector.spec.conformance.build.PackageChecks;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import dev.connector.spec.conformance.process.ProtocolException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a connector, ready to be started.
 *
 * @param checks where its build is known
 * @param leftover takes away what was made for it
 */
record TestedCode(Subject subject, Optional<PackageChecks> checks, Runnable leftover)
    implements AutoCloseable {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Code in a project, which is built now. */
  static TestedCode inProject(ConnectorPlace place, Definition definition, Terminal terminal) {
    ProjectCode code = ProjectCode.of(place);
    MavenBuild build =
        new MavenBuild(code.project(), line -> terminal.note("note:  " + Text.visible(line)));
    List<Path> classPath = build.classPath();
    if (!Files.exists(classPath.get(0).resolve(code.main().replace('.', '/') + ".class"))) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the build made no " + code.main() + " in " + classPath.get(0),
          "name the program yourself: --command \"java -cp ... " + code.main() + "\"");
    }
    JavaProgram program = new JavaProgram(code.project(), classPath, code.main(), List.of());
    Subject plain = requireAnswer(new Subject(identity(definition, "java"), program::start));
    ClassArchive archive = ClassArchive.of(program);
    JavaSources sources = new JavaSources(code.sources(), classPath, code.release());
    return new TestedCode(
        new Subject(plain.identity(), archive.program()::start),
        Optional.of(new PackageChecks(build, code.name(), sources)),
        archive::close);
  }

  /** A program in any language that answers the protocol. */
  static TestedCode command(String typed, Path directory, Definition definition) {
    List<String> line =
        WORD.matcher(typed)
            .results()
            .map(it -> it.group().replaceAll("^([\"'])(.*)\\1$", "$2"))
            .toList();
    if (line.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "--command names no program",
          "write it as in a terminal: --command \"python -m billing\"");
    }
    return new TestedCode(
        requireAnswer(
            new Subject(
                identity(definition, "code"),
                environment ->
                    ProcessConnector.start(ProcessCommand.of(line, directory, environment)))),
        Optional.empty(),
        () -> {});
  }

  private static Identity identity(Definition definition, String variant) {
    return new Identity(definition.name(), definition.version(), variant);
  }

  /** What does not speak the protocol at all breaks every rule, and none of them says why. */
  private static Subject requireAnswer(Subject subject) {
    try (Connector connector = subject.launcher().start(Map.of())) {
      connector.describe();
      return subject;
    } catch (ProtocolException | ApiException wrong) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the program does not answer describe: " + wrong.getMessage(),
          "see \"The process protocol\" in SPEC.md; standard output is for the protocol alone",
          wrong);
    }
  }

  /** What building and reading the code shows of a rule. */
  Outcome outcome(String rule, Definition definition) {
    if (checks.isEmpty()) {
      return new Outcome.NotChecked("--command says how the program starts, not how it is built");
    }
    return rule.equals("PKG-2")
        ? checks.get().clean()
        : PackageChecks.typed(definition, checks.get().sources());
  }

  @Override
  public void close() {
    leftover.run();
  }
}

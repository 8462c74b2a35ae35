package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.PackedRegistry;
import dev.connector.registry.validation.RegistryProblem;
import dev.connector.registry.validation.RegistryReport;
import dev.connector.registry.validation.RegistryValidator;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.rules.Rules;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector registry validate}: a whole registry, for its CI. Reads only, no network. */
@Command(
    name = "validate",
    description = "Check a whole registry, everything at once; no network.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 nothing is to be mended, 3 something is, 1 there was nothing to check.",
      "  Whether connectors do what they say is for: connector test <folder>"
    })
final class RegistryValidateCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Parameters(
      arity = "0..1",
      paramLabel = "<folder>",
      description = "The registry, or a project that holds one; the one here if left out.")
  private String folder = "";

  RegistryValidateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path place = work.directory(environment).resolve(folder).normalize();
    try (PackedRegistry home = PackedRegistry.open(RegistryOptions.packed(environment))) {
      StaticChecks checks = new StaticChecks(Rules.load(), environment.clock());
      RegistryReport report =
          new RegistryValidator(checks, language -> runtime(home, language)).validate(place);
      if (work.json) {
        environment.terminal().printDocument(Json.print(document(place, report)));
      } else {
        print(place, report);
      }
      return (report.passed()
              ? ExitCode.DONE
              : report.checked() ? ExitCode.FINDINGS : ExitCode.FAILED)
          .number();
    }
  }

  private static Optional<String> runtime(PackedRegistry home, String language) {
    return home.catalog().runtime(language).map(it -> it.version());
  }

  private void print(Path place, RegistryReport report) {
    Terminal terminal = environment.terminal();
    String above = "";
    for (RegistryProblem problem : report.problems()) {
      if (!problem.place().equals(above)) {
        above = problem.place();
        terminal.print(terminal.styled(Style.STRONG, Text.visible(above)));
      }
      String rule = problem.rule().map(it -> "  (" + it + ")").orElse("");
      terminal.print("  " + Text.visible(problem.message()) + rule);
    }
    if (!report.problems().isEmpty()) {
      terminal.print("");
    }
    String looked =
        Text.count(report.connectors(), "connector")
            + ", "
            + Text.count(report.runtimes(), "runtime")
            + (report.lessons() == 0 ? "" : ", " + Text.count(report.lessons(), "lesson"))
            + " in "
            + place;
    terminal.print(
        !report.checked()
            ? terminal.styled(Style.BAD, "nothing to check") + ": " + looked
            : report.passed()
                ? terminal.styled(Style.GOOD, "in order") + ": " + looked
                : terminal.styled(Style.BAD, Text.count(report.problems().size(), "problem"))
                    + ": "
                    + looked);
  }

  private static ObjectNode document(Path place, RegistryReport report) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("folder", place.toString())
        .put("passed", report.passed())
        .put("connectors", report.connectors())
        .put("runtimes", report.runtimes())
        .put("lessons", report.lessons());
    ArrayNode problems = document.putArray("problems");
    for (RegistryProblem problem : report.problems()) {
      ObjectNode node = problems.addObject();
      node.put("place", problem.place()).put("message", problem.message());
      problem.rule().ifPresent(it -> node.put("rule", it));
    }
    return document;
  }
}

package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector doctor}: finds what would keep the other commands from working. Reads only. */
@Command(name = "doctor", description = "Check this machine and this project.")
final class DoctorCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Examination examination = new Examination(environment, registries, work.directory(environment));
    List<Check> checks = examination.run();
    if (work.json) {
      environment.terminal().printDocument(Json.print(document(checks)));
    } else {
      checks.forEach(check -> print(environment.terminal(), check));
    }
    return checks.stream().anyMatch(check -> check.verdict() == Check.Verdict.BAD)
        ? ExitCode.FINDINGS.number()
        : ExitCode.DONE.number();
  }

  private static void print(Terminal terminal, Check check) {
    Style style =
        switch (check.verdict()) {
          case GOOD -> Style.GOOD;
          case DOUBTFUL -> Style.CAUTION;
          case BAD -> Style.BAD;
        };
    String label = String.format("%-5s", check.verdict().label());
    terminal.print(
        terminal.styled(style, label) + " " + check.subject() + ": " + Text.visible(check.found()));
    if (!check.advice().isEmpty()) {
      terminal.print("      " + Text.visible(check.advice()));
    }
  }

  private static ObjectNode document(List<Check> checks) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("checks");
    for (Check check : checks) {
      array
          .addObject()
          .put("subject", check.subject())
          .put("verdict", check.verdict().name().toLowerCase(Locale.ROOT))
          .put("found", check.found())
          .put("advice", check.advice());
    }
    return document;
  }
}

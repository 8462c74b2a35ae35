package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.source.Registries;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector outdated}: asks every origin what it has now. Writes nothing here. */
@Command(name = "outdated", description = "Ask where connectors came from what is new there.")
final class OutdatedCommand implements Callable<Integer> {

  /** What one origin answered. */
  private record Answer(String name, Lock.Entry entry, String state, Optional<Item> item) {
    String available() {
      return item.map(it -> it.version(entry.language().id())).orElse("-");
    }

    /** Other files under the same version are told as such. */
    String shown() {
      return available().equals(entry.version()) ? available() + " (changed)" : available();
    }
  }

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  OutdatedCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path root = work.project(environment).root();
    Map<String, Lock.Entry> installed = Lock.read(ProjectTree.at(root)).entries();
    List<Answer> answers = new ArrayList<>();
    try (Registries open = registries.open(environment, environment.directory(), root)) {
      Origins origins = new Origins(open, root, ReadOptions.standard());
      installed.forEach((name, entry) -> answers.add(ask(origins, name, entry)));
    }
    if (work.json) {
      environment.terminal().printDocument(Json.print(document(answers)));
    } else {
      print(environment.terminal(), root, answers);
    }
    boolean failed = answers.stream().anyMatch(answer -> answer.item().isEmpty());
    return (failed ? ExitCode.FAILED : ExitCode.DONE).number();
  }

  private Answer ask(Origins origins, String name, Lock.Entry entry) {
    try {
      Item item = origins.current(name, entry, Optional.empty());
      String state = origins.isOutdated(name, entry, item) ? "outdated" : "current";
      return new Answer(name, entry, state, Optional.of(item));
    } catch (ConnectorException failure) {
      environment.terminal().note("note:  " + Origins.told(name, failure));
      return new Answer(name, entry, "unknown", Optional.empty());
    }
  }

  private static void print(Terminal terminal, Path root, List<Answer> answers) {
    List<Answer> others =
        answers.stream().filter(answer -> !answer.state().equals("current")).toList();
    if (others.isEmpty()) {
      terminal.print(
          answers.isEmpty() ? "no connectors in " + root : "Everything is as it is upstream.");
      held(answers).forEach(terminal::print);
      return;
    }
    Table table = new Table("NAME", "INSTALLED", "AVAILABLE", "FROM").wrapped();
    others.forEach(
        answer ->
            table.row(
                answer.name(),
                answer.entry().version(),
                answer.shown(),
                answer.entry().origin().shown()));
    table.print(terminal, "");
    List<String> outdated =
        others.stream()
            .filter(answer -> answer.state().equals("outdated"))
            .map(Answer::name)
            .toList();
    if (!outdated.isEmpty()) {
      String names = String.join(" ", outdated);
      terminal.section("Next", List.of("connector diff " + names, "connector update " + names));
    }
  }

  /** What does not follow its origin's main line says so, since nothing else would tell. */
  private static List<String> held(List<Answer> answers) {
    return answers.stream()
        .filter(
            each -> each.entry().origin() instanceof Origin.Registered it && !it.ref().isEmpty())
        .map(each -> each.name() + " is from " + each.entry().origin().shown() + ".")
        .toList();
  }

  private static ObjectNode document(List<Answer> answers) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode items = document.putArray("items");
    for (Answer answer : answers) {
      ObjectNode item = items.addObject();
      item.put("name", answer.name())
          .put("installed", answer.entry().version())
          .put("from", answer.entry().origin().source())
          .put("state", answer.state());
      answer.item().ifPresent(it -> item.put("available", answer.available()));
    }
    return document;
  }
}

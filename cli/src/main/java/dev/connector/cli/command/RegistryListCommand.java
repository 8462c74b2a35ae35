package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.naming.NamedRegistries;
import dev.connector.registry.naming.NamedRegistry;
import dev.connector.registry.naming.NamedRegistry.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector registry list}: the registries that have names here. Reads only, no network. */
@Command(name = "list", description = "Show which registries have names here.")
final class RegistryListCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  RegistryListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<NamedRegistry> all =
        NamedRegistries.in(work.directory(environment), RegistryOptions.userFile(environment))
            .all();
    Terminal terminal = environment.terminal();
    if (work.json) {
      terminal.printDocument(Json.print(document(all)));
    } else if (all.isEmpty()) {
      terminal.note(
          "no registry has a name here; name one: connector registry add @acme <git URL>");
    } else {
      Table table = new Table("NAME", "FROM", "TRUSTED", "ADDRESS").whole();
      all.forEach(it -> table.row(it.name(), from(it), trusted(it), place(it)));
      table.print(terminal, "");
    }
    return ExitCode.DONE.number();
  }

  private static String from(NamedRegistry registry) {
    return registry.scope() == Scope.PROJECT ? "project" : "you";
  }

  private static String trusted(NamedRegistry registry) {
    return registry.trusted() ? "yes" : "no";
  }

  private static String place(NamedRegistry registry) {
    return registry.problem().map(it -> "cannot be used: " + it).orElse(registry.address());
  }

  private static ObjectNode document(List<NamedRegistry> all) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode registries = document.putArray("registries");
    all.forEach(it -> NamingDocument.describe(it, registries.addObject()));
    return document;
  }
}

package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Catalog;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Registry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector list}: what a registry offers. */
@Command(name = "list", description = "List the connectors of a registry.")
final class ListCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  ListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Registries open = registries.open(environment, work.directory(environment))) {
      Registry registry = open.home();
      Catalog catalog = registry.catalog();
      new CatalogTable(registry.name(), catalog.connectors(), catalog)
          .print(environment.terminal(), work.json);
      if (catalog.connectors().isEmpty()) {
        environment.terminal().note("registry " + registry.name() + " has no connectors");
      }
    }
    return ExitCode.DONE.number();
  }
}

package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Catalog;
import dev.connector.registry.source.CatalogEntry;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Registry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector search}: the connectors in which every word occurs, best first. */
@Command(name = "search", description = "Search a registry by words of names and descriptions.")
final class SearchCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  @Parameters(arity = "1..*", paramLabel = "<word>", description = "What to look for.")
  private List<String> words;

  SearchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String query = String.join(" ", words);
    try (Registries open = registries.open(environment, work.directory(environment))) {
      Registry registry = open.home();
      Catalog catalog = registry.catalog();
      List<CatalogEntry> found = catalog.search(query);
      new CatalogTable(registry.name(), found, catalog).print(environment.terminal(), work.json);
      if (found.isEmpty()) {
        environment
            .terminal()
            .note("no connector in registry " + registry.name() + " matches \"" + query + "\"");
      }
    }
    return ExitCode.DONE.number();
  }
}

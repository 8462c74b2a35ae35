package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Address;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registries;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector view}: what a connector reads, how it signs in, what it needs. */
@Command(name = "view", description = "Show a connector: resources, settings, what it needs.")
final class ViewCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  @Parameters(
      paramLabel = "<connector>",
      description = "A name, name@version, @registry/name, <git URL>#name or <folder>#name.")
  private String name;

  ViewCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Address address = Address.parse(name, environment.directory());
    try (Registries open =
        registries.open(environment, environment.directory(), work.directory(environment))) {
      Item item = open.connector(address);
      ItemView view = ItemView.of(item);
      if (work.json) {
        environment.terminal().printDocument(Json.print(view.document()));
      } else {
        view.print(environment.terminal());
      }
    }
    return ExitCode.DONE.number();
  }
}

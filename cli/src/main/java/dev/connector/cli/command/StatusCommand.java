package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Registries;
import dev.connector.registry.workspace.Status;
import dev.connector.scaffold.openapi.source.ReadOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector status}: what is installed, and what has become of it. Reads only. */
@Command(name = "status", description = "Show what is installed here, and which files you changed.")
final class StatusCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  StatusCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path root = work.project(environment).root();
    StatusView view = new StatusView(root, status(root));
    if (work.json) {
      environment.terminal().printDocument(Json.print(view.document()));
    } else {
      view.print(environment.terminal());
    }
    return ExitCode.DONE.number();
  }

  private Status status(Path root) {
    RegistryOptions fetched = new RegistryOptions();
    fetched.offline = true;
    try (Registries open = fetched.open(environment, root)) {
      return Status.of(root, new Origins(open, root, ReadOptions.standard()));
    }
  }
}

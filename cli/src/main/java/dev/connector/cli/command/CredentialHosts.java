package dev.connector.cli.command;

import dev.connector.cli.project.ConfirmedHosts;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.PackedRegistry;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.engine.Destinations;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Binds a connector's credentials to hosts, for callers that can be talked into things: to those
 * that the connector of that name in the program's own registry declares, and to those that the
 * user has used at a terminal. Whatever lies in the project, definition, {@code .env} and pristine
 * copies, can be written by such a caller and is no proof.
 */
final class CredentialHosts {

  private final Environment environment;
  private final ConfirmedHosts confirmed;

  CredentialHosts(Environment environment) {
    this.environment = environment;
    this.confirmed = ConfirmedHosts.in(RegistryOptions.configuration(environment));
  }

  /** The user, at a terminal, is about to use a connector: from now on its hosts are known. */
  void remember(Definition definition, Map<String, String> variables) {
    try {
      SortedSet<String> fresh =
          confirmed.confirm(definition.name(), Destinations.of(definition, variables));
      if (!fresh.isEmpty()) {
        environment
            .terminal()
            .note(
                "note:  assistants may use the credentials of "
                    + definition.name()
                    + " from now on, at "
                    + String.join(", ", fresh));
      }
    } catch (ApiException incomplete) {
      // Whoever runs the connector hears of it there.
    }
  }

  /**
   * Lets a connector be run that has no credentials, or sends them to known hosts alone.
   *
   * @param word what the user would type for it
   * @throws ConnectorException of kind AUTHENTICATION that names the other hosts
   */
  void require(Definition definition, Map<String, String> variables, String word) {
    if (variables.isEmpty()) {
      return;
    }
    SortedSet<String> unknown;
    try {
      unknown = new TreeSet<>(Destinations.of(definition, variables));
    } catch (ApiException incomplete) {
      throw new ApiFailure(definition, incomplete).told();
    }
    unknown.removeAll(confirmed.of(definition.name()));
    if (!unknown.isEmpty()) {
      unknown.removeAll(registered(definition.name()));
    }
    if (!unknown.isEmpty()) {
      throw new ConnectorException(
          Kind.AUTHENTICATION,
          "nothing was sent: the credentials of "
              + definition.name()
              + " would go to "
              + String.join(", ", unknown)
              + ", which the user has not confirmed",
          "the user looks at connector.json and, if that is right, runs once in a terminal:"
              + " connector verify "
              + word);
    }
  }

  /**
   * Where the program's own connector of that name sends to, as the process's environment has it.
   */
  private Set<String> registered(String name) {
    try (PackedRegistry registry = PackedRegistry.open(RegistryOptions.packed(environment))) {
      return registry
          .connector(name)
          .file(Item.DEFINITION)
          .map(ItemFile::content)
          .flatMap(content -> new DefinitionReader().read(content).definition())
          .map(own -> Destinations.of(own, environment.variables()))
          .orElse(new TreeSet<>());
    } catch (ConnectorException | ApiException unknownThere) {
      return Set.of();
    }
  }
}

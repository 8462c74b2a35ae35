package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.project.UserTokens;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Table;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector auth status}: which credentials there are and where from; never a value. */
@Command(
    name = "status",
    description = "Show which credentials connectors have, and where from.",
    footerHeading = "%nExit codes:%n",
    footer = {"  0 each connector can authenticate, 4 one cannot."})
final class AuthStatusCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private AuthOptions auth;

  @Parameters(
      arity = "0..*",
      paramLabel = "<connector>",
      description = "Names in this project, folders or files; all of the project if none.")
  private List<String> words = List.of();

  AuthStatusCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    UserTokens tokens = auth.tokens(environment);
    List<AuthState> states = new ArrayList<>();
    for (ConnectorPlace place : places()) {
      Definition definition = place.read().definition();
      states.add(
          new AuthState(definition, auth.ways(environment, definition), tokens, environment));
    }
    if (auth.work.json) {
      environment.terminal().printDocument(Json.print(document(states, tokens)));
    } else {
      Table table = new Table("CONNECTOR", "SCHEME", "NEEDS", "FROM").wrapped();
      states.forEach(state -> state.rows(table));
      table.print(environment.terminal(), "");
      environment.terminal().print("");
      environment
          .terminal()
          .print("Tokens of profile " + tokens.profile() + " are kept in " + tokens.folder());
    }
    boolean all = states.stream().allMatch(AuthState::usable);
    return (all ? ExitCode.DONE : ExitCode.AUTHENTICATION).number();
  }

  private List<ConnectorPlace> places() {
    ConnectorPlaces places = new ConnectorPlaces(auth.work.directory(environment));
    List<ConnectorPlace> meant =
        words.isEmpty() ? places.installed() : words.stream().map(places::find).toList();
    if (meant.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "no connectors in " + auth.work.directory(environment),
          "name a connector's folder, or add one: connector add <name>");
    }
    return meant;
  }

  private static ObjectNode document(List<AuthState> states, UserTokens tokens) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("profile", tokens.profile()).put("folder", tokens.folder().toString());
    ArrayNode connectors = document.putArray("connectors");
    states.forEach(state -> state.describe(connectors.addObject()));
    return document;
  }
}

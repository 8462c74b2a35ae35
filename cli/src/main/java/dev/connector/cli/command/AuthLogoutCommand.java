package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.login.Way;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.project.StoredToken;
import dev.connector.cli.terminal.Environment;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.engine.TokenAccount;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector auth logout}: gives tokens back where that is possible, and forgets them. */
@Command(name = "logout", description = "Give a connector's token back, and forget it.")
final class AuthLogoutCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private AuthOptions auth;

  @Parameters(
      paramLabel = "<connector>",
      description = "A name in this project, a folder or a connector.json.")
  private String word;

  AuthLogoutCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ConnectorPlace place = new ConnectorPlaces(auth.work.directory(environment)).find(word);
    Definition definition = place.read().definition();
    boolean revoked = false;
    Set<Path> files = new TreeSet<>(auth.tokens(environment).files(definition.name()));
    for (Way way : auth.ways(environment, definition)) {
      Optional<StoredToken> stored = stored(definition, way);
      if (stored.isPresent()) {
        revoked |= revoke(way, stored.get());
        files.add(stored.get().file());
      }
    }
    long removed = files.stream().filter(StoredToken::remove).count();
    tell(definition, removed > 0, revoked);
    return ExitCode.DONE.number();
  }

  /** Only what reads as a token of this very audience is one; other files are left alone. */
  private Optional<StoredToken> stored(Definition definition, Way way) {
    if (!way.obtainsTokens() || !(way.missing().isEmpty() || way.lacksOnlyGivenToken())) {
      return Optional.empty();
    }
    try {
      StoredToken stored =
          StoredToken.of(definition, way.account(), way.variables(), auth.tokens(environment));
      return stored.load().map(token -> stored);
    } catch (ApiException | ConnectorException unusable) {
      environment.terminal().note("note:  " + unusable.getMessage());
      return Optional.empty();
    }
  }

  private boolean revoke(Way way, StoredToken stored) {
    TokenAccount account = way.account();
    try {
      Token token = stored.load().orElseThrow();
      return account.revoke(token);
    } catch (ApiException failure) {
      environment
          .terminal()
          .note("note:  the token could not be given back: " + failure.getMessage());
      return false;
    }
  }

  private void tell(Definition definition, boolean removed, boolean revoked) {
    if (auth.work.json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document
          .put("connector", definition.name())
          .put("profile", auth.tokens(environment).profile())
          .put("removed", removed)
          .put("revoked", revoked);
      environment.terminal().printDocument(Json.print(document));
      return;
    }
    if (!removed) {
      environment.terminal().print("There was no token of " + definition.title() + " here.");
      return;
    }
    environment
        .terminal()
        .print(
            "Logged out of "
                + definition.title()
                + (revoked
                    ? "; the token was given back and is worthless."
                    : "; the token was removed here, but not revoked: end it in the vendor's"
                        + " settings."));
  }
}

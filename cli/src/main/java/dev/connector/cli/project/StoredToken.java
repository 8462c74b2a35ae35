package dev.connector.cli.project;

import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.engine.TokenAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file of one account's token, wherever the user wants it. */
public record StoredToken(Path file, TokenStore store) {

  /**
   * The file that the connector's own variable names, or else one among the user's tokens.
   *
   * @param variables those of the connector, as the user set them
   */
  public static StoredToken of(
      Definition definition,
      TokenAccount account,
      Map<String, String> variables,
      UserTokens tokens) {
    String chosen =
        variables.getOrDefault(definition.variable(ConnectorEnvironment.TOKEN_STORE), "").strip();
    Path file =
        chosen.isEmpty()
            ? tokens.file(definition.name(), account.audience())
            : Path.of(chosen).toAbsolutePath();
    return new StoredToken(file, TokenStore.file(file, account.audience()));
  }

  /**
   * The token, if there is one.
   *
   * @throws ConnectorException where the file is no token, or not the user's alone
   */
  public Optional<Token> load() {
    try {
      return store.load();
    } catch (ApiException unusable) {
      throw new ConnectorException(
          ConnectorException.Kind.AUTHENTICATION, unusable.getMessage(), "", unusable);
    }
  }

  /** Removes a file of the user's tokens; whether it was there. */
  public static boolean remove(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED, "cannot remove " + file, "remove it by hand", e);
    }
  }
}

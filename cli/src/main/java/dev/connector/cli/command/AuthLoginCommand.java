package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.login.Browser;
import dev.connector.cli.login.Login;
import dev.connector.cli.login.RedirectUri;
import dev.connector.cli.login.Way;
import dev.connector.cli.login.WayChoice;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.project.StoredToken;
import dev.connector.cli.project.UserTokens;
import dev.connector.cli.terminal.Environment;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.engine.TokenAccount;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector auth login}: obtains a token and keeps it for the connector's runs. */
@Command(
    name = "login",
    description = "Obtain a token for a connector, and keep it for its runs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector auth login hubspot",
      "  connector auth login hubspot --redirect-uri http://localhost:8080/oauth",
      "  connector auth login hubspot --no-browser      over ssh: paste the answer"
    })
final class AuthLoginCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private AuthOptions auth;

  @Parameters(
      paramLabel = "<connector>",
      description = "A name in this project, a folder or a connector.json.")
  private String word;

  @Option(
      names = "--scheme",
      paramLabel = "<name>",
      description = "The way to log in, if there are several: see auth status.")
  private String scheme;

  @Option(names = "--no-browser", description = "Print the address instead of opening it.")
  private boolean noBrowser;

  @Option(
      names = "--port",
      paramLabel = "<number>",
      description = "Listen here for the answer; any free port if not given.")
  private Integer port;

  @Option(
      names = "--redirect-uri",
      paramLabel = "<url>",
      description = "The redirect URI that is registered with the vendor.")
  private String redirectUri;

  @Option(
      names = "--timeout",
      paramLabel = "<seconds>",
      defaultValue = "300",
      description = "How long to wait for consent; ${DEFAULT-VALUE}.")
  private int timeout;

  AuthLoginCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    UserTokens tokens = auth.tokens(environment);
    RedirectUri redirect =
        RedirectUri.of(Optional.ofNullable(redirectUri), Optional.ofNullable(port));
    ConnectorPlace place = new ConnectorPlaces(auth.work.directory(environment)).find(word);
    Definition definition = place.read().definition();
    WayChoice choice =
        new WayChoice(definition, auth.ways(environment, definition), environment.terminal());
    Optional<Way> way = choice.of(Optional.ofNullable(scheme));
    if (way.isEmpty()) {
      tell(definition, choice.nothingToDo(), Optional.empty());
      return ExitCode.DONE.number();
    }
    if (environment.terminal().interactive()) {
      new CredentialHosts(environment)
          .remember(definition, auth.variables(environment, definition));
    }
    try {
      Token token = loggedIn(definition, way.get(), redirect, tokens);
      tell(definition, Login.summary(definition, token, environment.clock()), Optional.of(token));
    } catch (ApiException wrong) {
      throw new ConnectorException(
          ConnectorException.Kind.AUTHENTICATION, wrong.getMessage(), "", wrong);
    }
    return ExitCode.DONE.number();
  }

  private Token loggedIn(Definition definition, Way way, RedirectUri redirect, UserTokens tokens) {
    TokenAccount account = way.account();
    StoredToken stored =
        StoredToken.of(definition, account, auth.variables(environment, definition), tokens);
    if (!stored.file().startsWith(tokens.folder())) {
      stored.load(); // a file that the user names and that is no token is not overwritten
    }
    Browser browser =
        noBrowser
            ? Browser.none()
            : Browser.of(System.getProperty("os.name"), environment.variables());
    new Login(definition.title(), environment.terminal(), browser, redirect)
        .run(way, account, stored, Duration.ofSeconds(Math.max(1, timeout)));
    return stored.load().orElseThrow();
  }

  private void tell(Definition definition, String text, Optional<Token> token) {
    if (!auth.work.json) {
      environment.terminal().print(text);
      return;
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("connector", definition.name())
        .put("profile", auth.tokens(environment).profile())
        .put("loggedIn", token.isPresent());
    token
        .flatMap(Token::expiresAt)
        .ifPresent(expiry -> document.put("expiresAt", expiry.toString()));
    token.ifPresent(it -> document.put("refreshable", it.refreshToken().isPresent()));
    environment.terminal().printDocument(Json.print(document));
  }
}

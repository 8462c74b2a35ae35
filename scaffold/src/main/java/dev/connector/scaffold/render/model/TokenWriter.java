package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.OAuthClient;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenEndpoint;
import dev.connector.spec.definition.TokenUse;
import dev.connector.spec.engine.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes how tokens are obtained, and whom they are for. */
record TokenWriter(JavaConnector connector, AuthenticationWriter writer) {

  private static final Expression SETTINGS = Expression.name("settings");
  private static final Expression URL = Expression.name("url");

  Statement[] oauth(AuthenticationScheme.OAuth2 oauth, Expression tokens) {
    List<Statement> body = new ArrayList<>();
    body.add(Statement.declaring("String url", resolved(oauth.endpoint().url())));
    body.add(Statement.declaring("OAuthClient client", client(oauth.client())));
    body.add(Statement.declaring("TokenStore tokens", tokens));
    Expression grant = grant(oauth.grant());
    Expression endpoint = endpoint(oauth.endpoint());
    if (!endpoint.flat().equals("TokenEndpoint.at(url)")) {
      grant = grant.then("endpoint", endpoint);
    }
    if (!oauth.client().scopes().isEmpty()) {
      grant = grant.then("scopes", oauth.client().scopes().stream().map(Expression::text).toList());
    }
    if (!oauth.use().equals(TokenUse.bearer())) {
      grant = grant.then("placement", AuthenticationWriter.placement(oauth.use()));
    }
    Expression stored = grant.then("store", Expression.name("tokens"));
    body.add(Statement.returning(Expression.call("Authentication.oauth2", stored)));
    return body.toArray(Statement[]::new);
  }

  Statement[] session(AuthenticationScheme.Session session, Expression tokens) {
    RequestTemplate login = session.login();
    Expression address =
        login.baseUrl().isPresent()
            ? resolved(new Template(login.baseUrl().get().text() + login.path().text()))
            : SETTINGS.then("addresses").then("below", writer.text(login.path()));
    Expression made =
        Expression.call(
            "SessionLogin.of",
            address,
            content(login.payload()),
            ListingWriter.value(session.token()));
    if (!session.use().equals(TokenUse.bearer())) {
      made = made.then("placement", AuthenticationWriter.placement(session.use()));
    }
    if (session.lifetime().isPresent()) {
      made = made.then("lifetime", IncrementalWriter.duration(session.lifetime().get()));
    }
    Expression stored = made.then("store", tokens);
    return new Statement[] {Statement.returning(Expression.call("Authentication.session", stored))};
  }

  /** Client, user and servers in words, by which a file of tokens knows whom they are for. */
  Expression audience(AuthenticationScheme scheme) {
    Expression words = Expression.call("Audience.of", Expression.text(kind(scheme)));
    Set<String> names = new TreeSet<>(Credentials.of(scheme));
    names.removeIf(
        it ->
            !connector.variables().containsKey(it)
                || connector.variables().get(it).definition().secret());
    for (String name : names) {
      words =
          words.then("with", Expression.text(name), writer.text(new Template("{" + name + "}")));
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      TokenEndpoint endpoint = oauth.endpoint();
      words =
          at(words.then("client", writer.text(oauth.client().id())), "tokens from", endpoint.url());
      words = at(words, "renewed at", endpoint.refreshUrl());
      words = at(words, "revoked at", endpoint.revocationUrl());
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      words = at(words, "login at", session.login().baseUrl());
    }
    for (String base : new TreeSet<>(new Bases(connector).all().values())) {
      words = at(words, "as well for", new Template(base));
    }
    return words.then("text", SETTINGS.then("addresses").then("base").then("toString"));
  }

  private static String kind(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return oauth.grant() instanceof OAuthGrant.ClientCredentials ? "client" : "user";
    }
    return scheme.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private Expression at(Expression words, String what, Optional<Template> url) {
    return url.map(it -> at(words, what, it)).orElse(words);
  }

  private Expression at(Expression words, String what, Template url) {
    return words.then("at", Expression.text(what), resolved(url));
  }

  private Expression resolved(Template url) {
    return SETTINGS.then("addresses").then("resolve", writer.text(url));
  }

  private Expression grant(OAuthGrant grant) {
    Expression client = Expression.name("client");
    Expression stored = Expression.call("OAuth2.stored", URL, client, Expression.name("tokens"));
    if (grant instanceof OAuthGrant.ClientCredentials) {
      return Expression.call("OAuth2.clientCredentials", URL, client);
    }
    if (grant instanceof OAuthGrant.Password user) {
      return Expression.call(
          "OAuth2.password",
          URL,
          client,
          writer.text(user.username()),
          writer.text(user.password()));
    }
    if (!(grant instanceof OAuthGrant.RefreshToken refresh)) {
      return stored;
    }
    Template token = refresh.refreshToken();
    JavaSetting setting =
        token.isPlaceholder()
            ? connector.variables().get(token.placeholders().iterator().next())
            : null;
    if (setting == null || setting.certain()) {
      return Expression.call("OAuth2.refreshToken", URL, client, writer.text(token));
    }
    Expression given = Expression.name("it");
    Expression revealed = setting.definition().secret() ? given.then("reveal") : given;
    return SETTINGS
        .then(setting.component())
        .then(
            "map",
            Expression.lambda("it", Expression.call("OAuth2.refreshToken", URL, client, revealed)))
        .then("orElseGet", Expression.lambda("", stored));
  }

  private Expression client(OAuthClient client) {
    Expression id = writer.text(client.id());
    if (client.secret().isEmpty()) {
      return Expression.call("OAuthClient.of", id);
    }
    boolean basic = client.authentication() == OAuthClient.ClientAuthentication.BASIC;
    return Expression.call(
        basic ? "OAuthClient.basic" : "OAuthClient.inBody", id, writer.text(client.secret().get()));
  }

  private Expression endpoint(TokenEndpoint declared) {
    Expression endpoint = Expression.call("TokenEndpoint.at", URL);
    if (declared.request() == TokenEndpoint.RequestFormat.JSON) {
      endpoint = endpoint.then("format", Expression.name("TokenEndpoint.Format.JSON"));
    }
    for (Map.Entry<String, Template> extra : declared.parameters().entrySet()) {
      endpoint =
          endpoint.then("extra", Expression.text(extra.getKey()), writer.text(extra.getValue()));
    }
    return declared.refreshUrl().isEmpty()
        ? endpoint
        : endpoint.then("refreshAt", resolved(declared.refreshUrl().get()));
  }

  private Expression content(Payload payload) {
    if (payload instanceof Payload.Form form) {
      Expression content = Expression.call("Content.Form.empty");
      for (Map.Entry<String, Template> field : form.fields().entrySet()) {
        content =
            content.then("with", Expression.text(field.getKey()), writer.text(field.getValue()));
      }
      return content;
    }
    if (payload instanceof Payload.Json json) {
      Expression body = Values.of(connector.variables(), SETTINGS).json(json.body().value());
      boolean object = json.body().value().isObject();
      return Expression.call(
          "new Content.Json", object ? body.then("json") : Expression.call("Json.write", body));
    }
    return Expression.call("new Content.None");
  }
}

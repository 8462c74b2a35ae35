package dev.connector.scaffold.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.spec.conformance.mock.Filled;
import dev.connector.spec.conformance.mock.MockEnvironment;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * How the tests of a connector enter it: with invented credentials for one of its ways to
 * authenticate, and a server that gives out a token where one has to be had first.
 *
 * @param refused why none of the ways can be gone; empty where one can
 */
record TestConnection(
    Definition definition, Filled settings, int scheme, Optional<String> refused) {

  private static final long SEED = 1;
  private static final String TOKEN = "token-of-the-test";

  static TestConnection to(JavaConnector connector) {
    Definition definition = connector.definition();
    OptionalInt usable =
        IntStream.range(0, definition.authentication().size())
            .filter(it -> isUsable(connector, it))
            .findFirst();
    boolean refused = usable.isEmpty() && !definition.authentication().isEmpty();
    return new TestConnection(
        definition,
        Filled.of(definition, SEED),
        usable.orElse(0),
        refused ? Optional.of(reason(connector)) : Optional.empty());
  }

  /** Whether code was rendered for a way, and it needs nobody's consent in a browser. */
  private static boolean isUsable(JavaConnector connector, int scheme) {
    boolean asks =
        connector.definition().authentication().get(scheme)
                instanceof AuthenticationScheme.OAuth2 oauth
            && oauth.grant() instanceof OAuthGrant.AuthorizationCode;
    return !asks && !connector.refusals().containsKey("/authentication/" + scheme);
  }

  private static String reason(JavaConnector connector) {
    return connector.refusals().getOrDefault("/authentication/0", "it needs a person's consent");
  }

  /** Variables whose absence has to be named. */
  List<String> missing() {
    List<String> required =
        definition.settings().entrySet().stream()
            .filter(it -> it.getValue().required())
            .map(it -> definition.variable(it.getKey()))
            .toList();
    if (!required.isEmpty() || definition.authentication().isEmpty()) {
      return required;
    }
    boolean open =
        definition.authentication().stream().anyMatch(AuthenticationScheme.None.class::isInstance);
    return open ? List.of() : List.copyOf(credentials().keySet());
  }

  private Map<String, String> credentials() {
    return MockEnvironment.credentials(definition, settings, scheme);
  }

  /** What the tests' templates need, as code. */
  Map<String, Object> model() {
    List<Code> credentials = new ArrayList<>();
    credentials().forEach((name, value) -> credentials.add(put("credentials.put", name, value)));
    List<Code> tokens = new ArrayList<>();
    tokens().forEach((path, answer) -> tokens.add(put("answers.put", path, answer)));
    List<String> secrets =
        definition.settings().entrySet().stream()
            .filter(it -> it.getValue().secret())
            .map(it -> credentials().get(definition.variable(it.getKey())))
            .filter(Objects::nonNull)
            .toList();
    Expression base =
        Expression.call("server.url", Expression.text(path(definition.endpoint().baseUrl())));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("credentials", credentials);
    model.put("tokens", tokens);
    model.put("secrets", secrets.isEmpty() ? List.of() : List.of(hidden(secrets)));
    model.put("missing", missingCode());
    model.put(
        "origins",
        TestSources.constant(
            "List<String> ORIGINS",
            TestSources.all("List.of", MockEnvironment.origins(definition, settings))));
    model.put(
        "baseUrl",
        Statement.doing(
                Expression.call(
                    "environment.put",
                    Expression.call("variable", Expression.text("baseUrl")),
                    base.then("toString")))
            .at(4));
    return model;
  }

  private static Code put(String method, String key, String value) {
    return Statement.doing(Expression.call(method, Expression.text(key), Expression.text(value)))
        .at(4);
  }

  private static Code hidden(List<String> secrets) {
    return Statement.doing(
            Expression.call("assertThat", Expression.call("error.toString"))
                .then("doesNotContain", TestSources.texts(secrets)))
        .at(4);
  }

  private Code missingCode() {
    return Statement.doing(
            Expression.call("assertThat", Expression.call("error.getMessage"))
                .then("contains", TestSources.texts(missing())))
        .at(8);
  }

  private String path(Template url) {
    return url(settings.text(url))
        .map(it -> it.encodedPath().replaceFirst("/$", ""))
        .filter(it -> !it.isEmpty())
        .orElse("/");
  }

  private static Optional<HttpUrl> url(String text) {
    return Optional.ofNullable(HttpUrl.parse(text.contains("://") ? text : "https://" + text));
  }

  /** What is answered where a token is asked for, by path. */
  private Map<String, String> tokens() {
    Map<String, String> answers = new LinkedHashMap<>();
    if (definition.authentication().isEmpty()) {
      return answers;
    }
    AuthenticationScheme used = definition.authentication().get(scheme);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    List<Template> urls = new ArrayList<>();
    if (used instanceof AuthenticationScheme.OAuth2 oauth) {
      answer.put("token_type", "bearer");
      Pointers.set(answer, oauth.endpoint().answer().accessToken(), TextNode.valueOf(TOKEN));
      Pointers.set(
          answer, oauth.endpoint().answer().expiresIn(), JsonNodeFactory.instance.numberNode(3600));
      urls.add(oauth.endpoint().url());
      oauth.endpoint().refreshUrl().ifPresent(urls::add);
    }
    if (used instanceof AuthenticationScheme.Session session
        && session.token() instanceof Source.Body place) {
      Pointers.set(answer, place.pointer(), TextNode.valueOf(TOKEN));
      Template base = session.login().baseUrl().orElse(definition.endpoint().baseUrl());
      urls.add(new Template(base.text() + session.login().path().text()));
    }
    for (Template url : urls) {
      url(settings.text(url)).ifPresent(it -> answers.put(it.encodedPath(), answer.toString()));
    }
    return answers;
  }
}

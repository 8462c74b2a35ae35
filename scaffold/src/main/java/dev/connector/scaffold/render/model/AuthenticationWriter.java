package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenUse;
import dev.connector.spec.engine.Credentials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes how a client authenticates: by the first of the ways whose settings are there. */
final class AuthenticationWriter {

  private static final Expression SETTINGS = Expression.name("settings");

  private final JavaConnector connector;
  private final List<Method> methods = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();

  AuthenticationWriter(JavaConnector connector) {
    this.connector = connector;
  }

  List<Method> methods() {
    List<AuthenticationScheme> schemes = connector.definition().authentication();
    Expression ways = Expression.call("Ways.of");
    boolean several = schemes.size() > 1 || schemes.stream().anyMatch(it -> !needed(it).isEmpty());
    for (int i = 0; i < schemes.size(); i++) {
      AuthenticationScheme scheme = schemes.get(i);
      Expression way = way(i, scheme);
      if (!several) {
        return with(way);
      }
      for (JavaSetting setting : needed(scheme)) {
        ways = needing(ways, scheme, setting);
      }
      ways = ways.then("way", Expression.lambda("", way));
    }
    return with(ways.then("first"));
  }

  /** The settings it needs, in order, those last that a token of an earlier login makes up for. */
  private List<JavaSetting> needed(AuthenticationScheme scheme) {
    Set<String> given = Credentials.givenToken(scheme);
    return Credentials.of(scheme).stream()
        .sorted(Comparator.comparing(given::contains))
        .map(connector.variables()::get)
        .filter(it -> it != null && !it.certain())
        .toList();
  }

  private Expression needing(Expression ways, AuthenticationScheme scheme, JavaSetting setting) {
    Expression name = Expression.text(setting.variable());
    Expression value = SETTINGS.then(setting.component());
    return Credentials.givenToken(scheme).contains(setting.name())
        ? ways.then("needing", name, value, Expression.lambda("", tokens(scheme).then("load")))
        : ways.then("needing", name, value);
  }

  private List<Method> with(Expression authentication) {
    List<Method> all = new ArrayList<>();
    all.add(
        Method.of(
            "",
            "private static Authentication authentication",
            List.of(connector.settings() + " settings"),
            Statement.returning(authentication)));
    all.addAll(methods);
    return all;
  }

  private Expression way(int index, AuthenticationScheme scheme) {
    String pointer = "/authentication/" + index;
    if (connector.refusal(pointer).isPresent()) {
      return own(index, Unsupported.thrown(connector.refusal(pointer).get()));
    }
    if (scheme instanceof AuthenticationScheme.Bearer bearer) {
      return Expression.call("Authentication.bearer", text(bearer.token()));
    }
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return Expression.call(
          "Authentication.apiKey", placement(key.placement()), text(key.value()));
    }
    if (scheme instanceof AuthenticationScheme.Basic basic) {
      return Expression.call(
          "Authentication.basic", text(basic.username()), text(basic.password()));
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return own(index, new TokenWriter(connector, this).oauth(oauth, tokens(scheme)));
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return own(index, new TokenWriter(connector, this).session(session, tokens(scheme)));
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return Expression.call("Authentication.signature", signed(signature));
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return own(index, Statement.returning(signed(aws)));
    }
    return Expression.call("Authentication.none");
  }

  /** A way that takes more than a line has a method of its own. */
  private Expression own(int index, Statement... body) {
    boolean one = connector.definition().authentication().size() == 1;
    String name = one ? "credential" : "credential" + (index + 1);
    methods.add(
        Method.of(
            "",
            "private static Authentication " + name,
            List.of(connector.settings() + " settings"),
            body));
    return Expression.call(name, SETTINGS);
  }

  /** Where tokens are kept, in a method of its own. */
  private Expression tokens(AuthenticationScheme scheme) {
    int index = connector.definition().authentication().indexOf(scheme);
    boolean one = connector.definition().authentication().size() == 1;
    String name = one ? "tokens" : "tokens" + (index + 1);
    if (kept.add(name)) {
      Expression audience = new TokenWriter(connector, this).audience(scheme);
      methods.add(
          Method.of(
              "",
              "private static TokenStore " + name,
              List.of(connector.settings() + " settings"),
              Statement.returning(SETTINGS.then("tokens").then("apply", audience))));
    }
    return Expression.call(name, SETTINGS);
  }

  private Expression signed(AuthenticationScheme.Signature declared) {
    Expression signature =
        Expression.call(
            "RequestSignature.of",
            hmac(declared.signing()),
            text(declared.key()),
            template(declared.signed()),
            placement(declared.placement(), declared.value(), "signature"));
    for (var extra : declared.extras().entrySet()) {
      Expression name = Expression.text(extra.getKey());
      signature =
          extra.getValue().text().equals("{timestamp}")
              ? signature.then(
                  "timestamp", name, Expression.name("TimeFormat." + declared.timestampFormat()))
              : signature.then("nonce", name);
    }
    return signature;
  }

  private Expression signed(AuthenticationScheme.AwsSignature declared) {
    Expression key =
        Expression.call(
            "new AwsSignature.Key",
            text(declared.accessKeyId()),
            text(declared.secretAccessKey()),
            declared.sessionToken().map(this::optional).orElse(Expression.call("Optional.empty")));
    return Expression.call(
        "AwsSignature.of", key, text(declared.region()), text(declared.service()));
  }

  /** The value of a template that is one setting, which may have none. */
  private Expression optional(Template template) {
    JavaSetting setting = connector.variables().get(template.placeholders().iterator().next());
    Expression value = setting.value(SETTINGS);
    return setting.certain() ? Expression.call("Optional.of", value) : value;
  }

  /** Settings are filled in; what a request brings stays a placeholder. */
  private Expression template(Template template) {
    List<Expression> parts = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    for (Part part : Part.of(template)) {
      JavaSetting setting = part.placeholder() ? connector.variables().get(part.text()) : null;
      if (setting == null) {
        fixed.append(part.placeholder() ? "{" + part.text() + "}" : part.text());
      } else {
        if (fixed.length() > 0) {
          parts.add(Expression.text(fixed.toString()));
          fixed.setLength(0);
        }
        parts.add(text(new Template("{" + part.text() + "}")));
      }
    }
    if (fixed.length() > 0 || parts.isEmpty()) {
      parts.add(Expression.text(fixed.toString()));
    }
    return Expression.infix("+", parts);
  }

  Expression text(Template template) {
    return new SettingText(connector.variables()).of(template, SETTINGS);
  }

  static Expression placement(Placement place) {
    if (place instanceof Placement.Header header) {
      return Expression.call("Placement.header", Expression.text(header.name()));
    }
    if (place instanceof Placement.Query query) {
      return Expression.call("Placement.query", Expression.text(query.name()));
    }
    return Expression.call("Placement.cookie", Expression.text(((Placement.Cookie) place).name()));
  }

  static Expression placement(TokenUse use) {
    return placement(use.placement(), use.value(), "token");
  }

  /** Where a token or signature goes, with the word before it. */
  private static Expression placement(Placement place, Template value, String placeholder) {
    String text = value.text();
    return text.equals("{" + placeholder + "}")
        ? placement(place)
        : Expression.call(
            "Placement.header",
            Expression.text(((Placement.Header) place).name()),
            Expression.text(text.substring(0, text.indexOf(' '))));
  }

  static Expression hmac(Signing signing) {
    String algorithm = signing.algorithm().name().replace("HMAC_", "");
    return Expression.call(
        "new Hmac",
        Expression.name("Hmac.Algorithm." + algorithm),
        Expression.name("Hmac.Encoding." + signing.encoding()));
  }
}

package dev.connector.spec.engine;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Template;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import okhttp3.HttpUrl;

/**
 * Whom the tokens of a way to authenticate belong to, and every server that gets to see them. Two
 * definitions of one name that differ in this share no token.
 */
record Audience(Definition definition, Site site) {

  /** In words, without secrets; the same for the same client, user and servers. */
  String of(AuthenticationScheme scheme) {
    StringJoiner words = new StringJoiner(", ");
    words.add(kind(scheme));
    Set<String> names = new TreeSet<>(Credentials.of(scheme));
    names.retainAll(site.settings().known().keySet());
    names.removeIf(name -> definition.settings().get(name).secret());
    names.forEach(name -> words.add(name + " " + site.settings().known().get(name).asText()));
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      words.add("client " + site.settings().text(oauth.client().id()));
      words.add("tokens from " + origin(oauth.endpoint().url()));
      oauth.endpoint().refreshUrl().ifPresent(it -> words.add("renewed at " + origin(it)));
      oauth.endpoint().revocationUrl().ifPresent(it -> words.add("revoked at " + origin(it)));
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      session.login().baseUrl().ifPresent(it -> words.add("login at " + origin(it)));
    }
    return words.add("for " + origin(site.base())).toString();
  }

  /** Refresh tokens are alike, however they were come by. */
  private static String kind(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return oauth.grant() instanceof OAuthGrant.ClientCredentials ? "client" : "user";
    }
    return scheme.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private String origin(Template url) {
    return origin(HttpUrl.get(site.addresses().resolve(site.settings().text(url))));
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}

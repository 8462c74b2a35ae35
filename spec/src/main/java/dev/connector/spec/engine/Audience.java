package dev.connector.spec.engine;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Template;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom the tokens of a way to authenticate belong to, and every server that gets to see them. Two
 * definitions of one name that differ in this share no token.
 */
record Audience(Definition definition, Site site) {

  /** In words, without secrets; the same for the same client, user and servers. */
  String of(AuthenticationScheme scheme) {
    var words = dev.connector.runtime.auth.Audience.of(kind(scheme));
    Set<String> names = new TreeSet<>(Credentials.of(scheme));
    names.retainAll(site.settings().known().keySet());
    names.removeIf(name -> definition.settings().get(name).secret());
    names.forEach(name -> words.with(name, site.settings().known().get(name).asText()));
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      words.client(site.settings().text(oauth.client().id()));
      words.at("tokens from", address(oauth.endpoint().url()));
      oauth.endpoint().refreshUrl().ifPresent(it -> words.at("renewed at", address(it)));
      oauth.endpoint().revocationUrl().ifPresent(it -> words.at("revoked at", address(it)));
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      session.login().baseUrl().ifPresent(it -> words.at("login at", address(it)));
    }
    site.bases(definition).values().stream()
        .distinct()
        .sorted()
        .forEach(it -> words.at("as well for", it));
    return words.text(site.base().toString());
  }

  /** Refresh tokens are alike, however they were come by. */
  private static String kind(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return oauth.grant() instanceof OAuthGrant.ClientCredentials ? "client" : "user";
    }
    return scheme.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private String address(Template url) {
    return site.addresses().resolve(site.settings().text(url));
  }
}

package dev.connector.spec.engine;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Template;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The settings that a way to authenticate needs. */
public final class Credentials {

  private Credentials() {}

  public static Set<String> of(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return names(key.value());
    }
    if (scheme instanceof AuthenticationScheme.Bearer bearer) {
      return names(bearer.token());
    }
    if (scheme instanceof AuthenticationScheme.Basic basic) {
      return names(basic.username(), basic.password());
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      Set<String> names = names(oauth.client().id(), oauth.endpoint().url());
      oauth.client().secret().ifPresent(it -> names.addAll(it.placeholders()));
      if (oauth.grant() instanceof OAuthGrant.RefreshToken grant) {
        names.addAll(grant.refreshToken().placeholders());
      }
      if (oauth.grant() instanceof OAuthGrant.Password grant) {
        names.addAll(names(grant.username(), grant.password()));
      }
      return names;
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return session.login().placeholders();
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return signature.key().placeholders();
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return names(aws.accessKeyId(), aws.secretAccessKey(), aws.region(), aws.service());
    }
    if (scheme instanceof AuthenticationScheme.Custom custom) {
      return custom.uses().placeholders();
    }
    if (scheme instanceof AuthenticationScheme.OAuth1 oauth) {
      return names(oauth.consumerKey(), oauth.consumerSecret(), oauth.token(), oauth.tokenSecret());
    }
    return scheme instanceof AuthenticationScheme.Jwt jwt ? names(jwt.assertion().key()) : Set.of();
  }

  /** Those among them that a token stored by an earlier login makes up for. */
  public static Set<String> givenToken(AuthenticationScheme scheme) {
    return scheme instanceof AuthenticationScheme.OAuth2 oauth
            && oauth.grant() instanceof OAuthGrant.RefreshToken grant
        ? grant.refreshToken().placeholders()
        : Set.of();
  }

  private static Set<String> names(Template... templates) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(templates).forEach(it -> names.addAll(it.placeholders()));
    return names;
  }
}

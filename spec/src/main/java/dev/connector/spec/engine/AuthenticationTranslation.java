package dev.connector.spec.engine;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.AwsSignature;
import dev.connector.runtime.auth.Placement;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.auth.Ways;
import dev.connector.runtime.settings.Addresses;
import dev.connector.runtime.signature.Hmac;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenUse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Turns a definition's authentication into the runtime's, with the user's credentials in it. */
record AuthenticationTranslation(
    Values settings, Addresses addresses, Function<AuthenticationScheme, TokenStore> stores) {

  /**
   * The first of the alternatives all of whose settings are there.
   *
   * @param variable the environment variable of a setting
   */
  Authentication first(List<AuthenticationScheme> alternatives, UnaryOperator<String> variable) {
    if (alternatives.isEmpty()) {
      return Authentication.none();
    }
    Ways ways = Ways.of();
    for (AuthenticationScheme scheme : alternatives) {
      missing(scheme).forEach(it -> ways.needing(variable.apply(it), Optional.empty()));
      ways.way(() -> translated(scheme));
    }
    return ways.first();
  }

  /** The settings without a value that this way needs; a stored token makes up for a given one. */
  private Set<String> missing(AuthenticationScheme scheme) {
    Set<String> missing = new TreeSet<>(Credentials.of(scheme));
    missing.removeAll(settings.known().keySet());
    if (!missing.isEmpty() && Credentials.givenToken(scheme).containsAll(missing)) {
      return stores.apply(scheme).load().isPresent() ? Set.of() : missing;
    }
    return missing;
  }

  Authentication translated(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.None) {
      return Authentication.none();
    }
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return Authentication.apiKey(placement(key.placement()), settings.text(key.value()));
    }
    if (scheme instanceof AuthenticationScheme.Bearer bearer) {
      return Authentication.bearer(settings.text(bearer.token()));
    }
    if (scheme instanceof AuthenticationScheme.Basic basic) {
      return Authentication.basic(settings.text(basic.username()), settings.text(basic.password()));
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return Authentication.oauth2(
          new OAuthTranslation(settings, addresses, stores.apply(scheme)).translated(oauth));
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return Authentication.session(
          new SessionTranslation(settings, addresses, stores.apply(scheme)).translated(session));
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return Authentication.signature(new SignatureTranslation(settings).translated(signature));
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return AwsSignature.of(key(aws), settings.text(aws.region()), settings.text(aws.service()));
    }
    throw Unsupported.feature("authentication by " + scheme.getClass().getSimpleName());
  }

  private AwsSignature.Key key(AuthenticationScheme.AwsSignature declared) {
    return new AwsSignature.Key(
        settings.text(declared.accessKeyId()),
        settings.text(declared.secretAccessKey()),
        declared.sessionToken().flatMap(it -> settings.texts(it).stream().findFirst()));
  }

  static Placement placement(dev.connector.spec.definition.Placement place) {
    if (place instanceof dev.connector.spec.definition.Placement.Header header) {
      return Placement.header(header.name());
    }
    if (place instanceof dev.connector.spec.definition.Placement.Query query) {
      return Placement.query(query.name());
    }
    if (place instanceof dev.connector.spec.definition.Placement.Cookie cookie) {
      return Placement.cookie(cookie.name());
    }
    throw Unsupported.feature("credentials in the body");
  }

  /** Where a token or signature goes, with the word before it. */
  static Placement placement(
      dev.connector.spec.definition.Placement place, Template value, String placeholder) {
    String text = value.text();
    if (text.equals("{" + placeholder + "}")) {
      return placement(place);
    }
    boolean word = text.matches("[^{} ]+ \\{" + placeholder + "\\}");
    Unsupported.when(
        !word || !(place instanceof dev.connector.spec.definition.Placement.Header),
        "a credential written as " + text);
    return Placement.header(
        ((dev.connector.spec.definition.Placement.Header) place).name(),
        text.substring(0, text.indexOf(' ')));
  }

  static Placement placement(TokenUse use) {
    return placement(use.placement(), use.value(), "token");
  }

  static Hmac hmac(Signing signing) {
    Unsupported.when(signing.encoding() == Signing.Encoding.BASE64URL, "signatures in base64url");
    Hmac.Encoding encoding =
        signing.encoding() == Signing.Encoding.HEX ? Hmac.Encoding.HEX : Hmac.Encoding.BASE64;
    switch (signing.algorithm()) {
      case HMAC_SHA1:
        return new Hmac(Hmac.Algorithm.SHA1, encoding);
      case HMAC_SHA256:
        return new Hmac(Hmac.Algorithm.SHA256, encoding);
      case HMAC_SHA512:
        return new Hmac(Hmac.Algorithm.SHA512, encoding);
      default:
        throw Unsupported.feature("signatures by " + signing.algorithm());
    }
  }

  static void refuseAny(Collection<?> some, String what) {
    Unsupported.when(!some.isEmpty(), what);
  }
}

package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.TokenUse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Lets requests in that authenticate in one of the ways the definition has. */
record Gate(
    List<AuthenticationScheme> schemes, Filled settings, Tokens tokens, SignedRequests signed) {

  Gate {
    schemes = List.copyOf(schemes);
    if (!schemes.isEmpty() && schemes.stream().noneMatch(Gate::canCheck)) {
      throw new IllegalArgumentException("none of the ways to authenticate can be checked");
    }
  }

  /** Whether the mock can find out if a request keeps this scheme. */
  static boolean canCheck(AuthenticationScheme scheme) {
    return scheme instanceof AuthenticationScheme.None
        || scheme instanceof AuthenticationScheme.ApiKey
        || scheme instanceof AuthenticationScheme.Bearer
        || scheme instanceof AuthenticationScheme.Basic
        || scheme instanceof AuthenticationScheme.OAuth2
        || scheme instanceof AuthenticationScheme.Session
        || scheme instanceof AuthenticationScheme.AwsSignature
        || (scheme instanceof AuthenticationScheme.Signature signature
            && Signer.canMake(signature.signing()));
  }

  boolean admits(Incoming request) {
    return schemes.isEmpty() || schemes.stream().anyMatch(it -> admits(it, request));
  }

  private boolean admits(AuthenticationScheme scheme, Incoming request) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return request.at(key.placement()).equals(Optional.of(settings.text(key.value())));
    }
    if (scheme instanceof AuthenticationScheme.Bearer bearer) {
      return authorized(request, "Bearer " + settings.text(bearer.token()));
    }
    if (scheme instanceof AuthenticationScheme.Basic basic) {
      String pair = settings.text(basic.username()) + ":" + settings.text(basic.password());
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return authorized(request, "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return bears(oauth.use(), request);
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return signed.admits(signature, request);
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return new AwsRequests(settings).admits(aws, request);
    }
    return scheme instanceof AuthenticationScheme.Session session
        ? bears(session.use(), request)
        : scheme instanceof AuthenticationScheme.None && isAnonymous(request);
  }

  /** Whether it has no credential at all: who shows a wrong one is not let in without. */
  private boolean isAnonymous(Incoming request) {
    return schemes.stream().flatMap(it -> place(it).stream()).noneMatch(it -> has(request, it));
  }

  private static boolean has(Incoming request, Placement place) {
    return request.at(place).filter(it -> !it.isBlank()).isPresent();
  }

  private static Optional<Placement> place(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.None) {
      return Optional.empty();
    }
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return Optional.of(key.placement());
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return Optional.of(oauth.use().placement());
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return Optional.of(session.use().placement());
    }
    return Optional.of(
        scheme instanceof AuthenticationScheme.Signature signature
            ? signature.placement()
            : new Placement.Header("Authorization"));
  }

  private boolean bears(TokenUse use, Incoming request) {
    String template = use.value().text();
    int begin = template.indexOf("{token}");
    String before = template.substring(0, begin);
    String after = template.substring(begin + "{token}".length());
    return request
        .at(use.placement())
        .filter(it -> it.startsWith(before) && it.endsWith(after))
        .map(it -> it.substring(before.length(), it.length() - after.length()))
        .filter(tokens::accepts)
        .isPresent();
  }

  private static boolean authorized(Incoming request, String expected) {
    return request.at(new Placement.Header("Authorization")).equals(Optional.of(expected));
  }
}

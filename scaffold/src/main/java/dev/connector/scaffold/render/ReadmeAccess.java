package dev.connector.scaffold.render;

import dev.connector.scaffold.render.text.Markdown;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.engine.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a README says of how an API is entered, and how often it may be called. */
record ReadmeAccess(Definition definition) {

  /** The ways to authenticate: a sentence for each, and the variables it needs. */
  List<Map<String, Object>> ways() {
    List<Map<String, Object>> ways = new ArrayList<>();
    for (AuthenticationScheme scheme : definition.authentication()) {
      List<String> variables =
          Credentials.of(scheme).stream()
              .filter(definition.settings()::containsKey)
              .filter(it -> definition.settings().get(it).defaultValue().isEmpty())
              .map(definition::variable)
              .toList();
      String lead = ways.isEmpty() ? "" : "Or: ";
      ways.add(Map.of("text", lead + sentence(scheme), "variables", variables));
    }
    return ways;
  }

  private static String sentence(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return "An API key goes " + place(key.placement()) + ".";
    }
    if (scheme instanceof AuthenticationScheme.Bearer) {
      return "A token goes into the header `Authorization`, after the word `Bearer`.";
    }
    if (scheme instanceof AuthenticationScheme.Basic) {
      return "A user name and a password go into the header `Authorization` (HTTP Basic).";
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return "OAuth 2, "
          + grant(oauth.grant())
          + ": access tokens come from "
          + Markdown.code(oauth.endpoint().url().text())
          + " and are renewed before they expire"
          + scopes(oauth.client().scopes())
          + ".";
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return "A login at "
          + Markdown.code(session.login().path().text())
          + " gives a token, which then goes "
          + place(session.use().placement())
          + ".";
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return "Each request is signed; the signature goes " + place(signature.placement()) + ".";
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return "Each request is signed by AWS Signature Version 4, for the service "
          + Markdown.code(aws.service().text())
          + ", with an access key"
          + (aws.sessionToken().isEmpty() ? "." : " and, where it has one, its session token.");
    }
    if (scheme instanceof AuthenticationScheme.Custom custom) {
      return "In a way that needs code of its own: " + Markdown.text(custom.description());
    }
    return scheme instanceof AuthenticationScheme.None
        ? "Without credentials, where nothing else is set."
        : "By tokens of the kind " + Markdown.code(scheme.getClass().getSimpleName()) + ".";
  }

  private static String scopes(List<String> scopes) {
    return scopes.isEmpty()
        ? ""
        : "; scopes asked for: "
            + scopes.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  private static String grant(OAuthGrant grant) {
    if (grant instanceof OAuthGrant.ClientCredentials) {
      return "with the client's own credentials";
    }
    if (grant instanceof OAuthGrant.RefreshToken) {
      return "with a refresh token that a person's consent gave out";
    }
    if (grant instanceof OAuthGrant.AuthorizationCode) {
      return "with a person's consent, once (`connector auth login`)";
    }
    return grant instanceof OAuthGrant.Password
        ? "with a user's name and password"
        : "with an assertion that is signed here";
  }

  private static String place(Placement placement) {
    if (placement instanceof Placement.Header header) {
      return "into the header " + Markdown.code(header.name());
    }
    if (placement instanceof Placement.Query query) {
      return "into the parameter " + Markdown.code(query.name()) + " of the address";
    }
    return placement instanceof Placement.Cookie cookie
        ? "into the cookie " + Markdown.code(cookie.name())
        : "into the body";
  }

  /** How often the API may be called, and what it never gives. */
  List<String> limits() {
    List<String> lines = new ArrayList<>();
    Limits limits = definition.limits();
    for (Limits.Rate rate : limits.rates()) {
      String which =
          rate.operations().isEmpty()
              ? ""
              : " for "
                  + rate.operations().stream()
                      .map(it -> Markdown.code(it.toString()))
                      .collect(Collectors.joining(", "));
      lines.add(
          rate.requests() + " requests in " + words(rate.per()) + which + ", kept by itself.");
    }
    limits.concurrency().ifPresent(it -> lines.add(it + " requests at once."));
    limits
        .cost()
        .ifPresent(
            it ->
                lines.add(
                    "A bucket of %d points, of which %d come back in %s."
                        .formatted(it.capacity(), it.restored(), words(it.per()))));
    if (lines.isEmpty()) {
      lines.add(
          "The description names no limit of calls; set one in "
              + Markdown.code(definition.variable("rateLimits"))
              + ", such as `10/1s`, where you know it.");
    }
    limits
        .headers()
        .flatMap(Limits.LimitHeaders::remaining)
        .ifPresent(it -> lines.add("What " + Markdown.code(it) + " says is left slows it down."));
    lines.addAll(Readme.windows(definition));
    return lines;
  }

  private static String words(Duration time) {
    if (time.toSeconds() % 86_400 == 0 && time.toDays() > 0) {
      return time.toDays() == 1 ? "a day" : time.toDays() + " days";
    }
    if (time.toSeconds() % 3600 == 0 && time.toHours() > 0) {
      return time.toHours() == 1 ? "an hour" : time.toHours() + " hours";
    }
    if (time.toSeconds() % 60 == 0 && time.toMinutes() > 0) {
      return time.toMinutes() == 1 ? "a minute" : time.toMinutes() + " minutes";
    }
    return time.toSeconds() == 1 ? "a second" : time.toSeconds() + " seconds";
  }
}

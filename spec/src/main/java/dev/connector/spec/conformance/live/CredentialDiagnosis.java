package dev.connector.spec.conformance.live;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.engine.Credentials;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why credentials are refused: the value, or the place it is put in.
 *
 * @param variables the names of those that are set
 */
record CredentialDiagnosis(Definition definition, Set<String> variables) {

  private static final Pattern NAMED_PLACE =
      Pattern.compile(
          "\\b(x-[a-z0-9-]*(?:key|token|auth)[a-z0-9-]*|api[_-]?key|access[_-]?token)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNING =
      Pattern.compile("signature|security token|access ?key|signing", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "missing|not provided|no (?:api |access )?(?:key|token|credential)|required|not found",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WRONG =
      Pattern.compile("invalid|wrong|expired|incorrect|revoked|bad", Pattern.CASE_INSENSITIVE);

  CredentialDiagnosis {
    variables = Set.copyOf(variables);
  }

  /** Whether a 403 is about the signature or its key, which some services do not answer by 401. */
  boolean refusedAsForbidden(Exchange exchange) {
    int number = inUse();
    return number >= 0
        && definition.authentication().get(number) instanceof AuthenticationScheme.AwsSignature
        && exchange.answer().map(Exchange.Answer::text).filter(SIGNING.asPredicate()).isPresent();
  }

  /** A 401 on a request that carried what the definition says. */
  Step.Failed refused(String what, Exchange exchange) {
    Step.Failed failed =
        Step.Failed.of(what, "credentials that the API accepts", Telling.status(exchange.status()))
            .seenIn(Optional.of(exchange));
    String asked = challenge(exchange);
    int number = inUse();
    if (number < 0) {
      return failed
          .because("The definition says that no credentials are needed, and the API asks for some.")
          .change(
              Change.definition(
                  "/authentication",
                  "declare how to authenticate"
                      + (asked.isEmpty() ? "" : "; the API asks for \"" + asked + "\"")));
    }
    AuthenticationScheme scheme = definition.authentication().get(number);
    String pointer = "/authentication/" + number;
    String sent = place(scheme);
    String answer = exchange.answer().map(Exchange.Answer::text).orElse("");
    String named = namedPlace(answer, scheme);
    boolean misplaced =
        !named.isEmpty()
            || (!asked.isEmpty() && !sent.toLowerCase(Locale.ROOT).contains(word(asked)))
            || (NOT_FOUND.matcher(answer).find() && !WRONG.matcher(answer).find());
    Change value =
        Change.variable(
            names(scheme),
            "check the value: complete, not expired, and for this account and environment");
    Change place =
        Change.definition(
            pointer,
            "it is sent as "
                + sent
                + "; "
                + (!named.isEmpty()
                    ? "the answer speaks of \"" + named + "\""
                    : !asked.isEmpty()
                        ? "the API asks for \"" + asked + "\""
                        : "see in the vendor's documentation whether it belongs there"));
    return failed
        .because(
            misplaced
                ? "The API did not find the credential where it looks for it."
                : "The API refuses the credential: either its value or its place is wrong.")
        .changes(misplaced ? List.of(place, value) : List.of(value, place));
  }

  /** No token was to be had. */
  Step.Failed withoutToken(String what, Optional<Exchange> exchange, String message) {
    int number = Math.max(0, inUse());
    AuthenticationScheme scheme = definition.authentication().get(number);
    String field = scheme instanceof AuthenticationScheme.OAuth2 ? "/tokenUrl" : "/login";
    String pointer = "/authentication/" + number + field;
    int status = exchange.map(Exchange::status).orElse(0);
    String error = exchange.map(it -> it.json().path("error").asText()).orElse("");
    Step.Failed failed = Step.Failed.of(what, "a token", message).seenIn(exchange);
    if (status == 404 || status == 405 || status / 100 == 3) {
      return failed
          .because("There is nothing that gives tokens at this address.")
          .change(Change.definition(pointer, "correct the address"));
    }
    if (status / 100 == 2) {
      return failed
          .because("The answer holds no token where the definition looks for it.")
          .change(
              Change.definition(
                  "/authentication/" + number,
                  "say where the token is: the answer is "
                      + exchange.map(it -> Outline.of(it.json())).orElse("empty")));
    }
    if (error.equals("invalid_grant")) {
      return failed
          .because("The API knows the client, and does not take its refresh token any more.")
          .change(
              Change.variable(
                  names(scheme), "log in again: connector auth login " + definition.name()));
    }
    return failed
        .because("The API gave no token for these credentials.")
        .change(Change.variable(names(scheme), "check the values"))
        .change(
            Change.definition(
                "/authentication/" + number,
                "see how the client is to authenticate (clientAuthentication), and which fields"
                    + " the request has"));
  }

  /** The variables of the way that is used. */
  String names() {
    int number = inUse();
    return number < 0 ? "" : names(definition.authentication().get(number));
  }

  /** Where the way that is used stands in the definition; -1 where nothing is asked for. */
  int inUse() {
    List<AuthenticationScheme> schemes = definition.authentication();
    for (int i = 0; i < schemes.size(); i++) {
      if (schemes.get(i) instanceof AuthenticationScheme.None) {
        return -1;
      }
      if (complete(schemes.get(i))) {
        return i;
      }
    }
    return schemes.isEmpty() ? -1 : 0;
  }

  private boolean complete(AuthenticationScheme scheme) {
    Set<String> stored =
        variables.contains(definition.variable("tokenStore"))
            ? Credentials.givenToken(scheme)
            : Set.of();
    return Credentials.of(scheme).stream()
        .filter(it -> !stored.contains(it))
        .allMatch(
            it ->
                variables.contains(definition.variable(it))
                    || definition.settings().get(it).defaultValue().isPresent());
  }

  private String names(AuthenticationScheme scheme) {
    return String.join(
        ", ", Credentials.of(scheme).stream().map(definition::variable).sorted().toList());
  }

  private static String place(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      String before = key.value().text().replaceFirst("\\{.*", "").strip();
      return place(key.placement())
          + (before.isEmpty() ? "" : ", after the word \"" + before + "\"");
    }
    if (scheme instanceof AuthenticationScheme.Basic) {
      return "the header Authorization: Basic ***";
    }
    if (scheme instanceof AuthenticationScheme.Signature signature) {
      return "a signature in " + place(signature.placement());
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature aws) {
      return "the header Authorization: AWS4-HMAC-SHA256 ***, signed for "
          + masked(aws.service().text())
          + " in "
          + masked(aws.region().text());
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return place(oauth.use().placement()) + ": " + masked(oauth.use().value().text());
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      return place(session.use().placement()) + ": " + masked(session.use().value().text());
    }
    return "the header Authorization: Bearer ***";
  }

  private static String masked(String template) {
    return template.replaceAll("\\{[^}]*}", "***");
  }

  private static String place(Placement placement) {
    if (placement instanceof Placement.Header header) {
      return "the header " + header.name();
    }
    if (placement instanceof Placement.Query query) {
      return "the query parameter " + query.name();
    }
    return placement instanceof Placement.Cookie cookie
        ? "the cookie " + cookie.name()
        : "the body at " + ((Placement.Body) placement).pointer();
  }

  private static String challenge(Exchange exchange) {
    return exchange
        .answer()
        .map(it -> it.headers().get("WWW-Authenticate"))
        .map(it -> it.length() > 80 ? it.substring(0, 80) : it)
        .orElse("");
  }

  private static String word(String challenge) {
    return challenge.strip().split("[\\s,]")[0].toLowerCase(Locale.ROOT);
  }

  /** A header or parameter that an answer names and that is not where the credential is sent. */
  private static String namedPlace(String answer, AuthenticationScheme scheme) {
    String own = place(scheme).toLowerCase(Locale.ROOT);
    Matcher names = NAMED_PLACE.matcher(answer);
    while (names.find()) {
      String name = names.group(1);
      boolean header = name.toLowerCase(Locale.ROOT).startsWith("x-") || name.contains("_");
      if (header && !own.contains(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return "";
  }
}

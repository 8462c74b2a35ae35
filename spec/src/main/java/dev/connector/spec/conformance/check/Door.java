package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenUse;
import dev.connector.spec.engine.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of a definition's ways to authenticate, with the credentials that a mock API takes.
 *
 * @param number its place among the ways
 * @param environment the variables of a connector that takes this way
 */
record Door(Definition definition, int number, Map<String, String> environment) {

  /** The ways of a definition that its settings can choose. */
  static List<Door> all(Definition definition, MockApi mock) {
    List<Door> doors = new ArrayList<>();
    for (int i = 0; i < definition.authentication().size(); i++) {
      Door door = new Door(definition, i, mock.environment(i));
      boolean open = door.scheme() instanceof AuthenticationScheme.None;
      if (!open && !door.needsConsent() && door.chosen()) {
        doors.add(door);
      }
    }
    return doors;
  }

  /** Whether no way before it has all its settings, too. */
  private boolean chosen() {
    return definition.authentication().subList(0, number).stream()
        .noneMatch(
            it ->
                Credentials.of(it).stream()
                    .allMatch(name -> environment.containsKey(definition.variable(name))));
  }

  /** Whether a person has to agree first, which nobody here does. */
  private boolean needsConsent() {
    return scheme() instanceof AuthenticationScheme.OAuth2 oauth
        && oauth.grant() instanceof OAuthGrant.AuthorizationCode;
  }

  /** Whether renewing its token gives another refresh token, too. */
  boolean rotates() {
    return scheme() instanceof AuthenticationScheme.OAuth2 oauth
        && oauth.grant() instanceof OAuthGrant.RefreshToken;
  }

  AuthenticationScheme scheme() {
    return definition.authentication().get(number);
  }

  /** What people call it, with the place of the credential. */
  String name() {
    String kind =
        scheme().getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
    return kind + place().map(it -> " in " + text(it)).orElse("");
  }

  /** Whether its credential is a token that is obtained and can be renewed. */
  boolean renews() {
    return scheme() instanceof AuthenticationScheme.OAuth2
        || scheme() instanceof AuthenticationScheme.Session;
  }

  /** Whether a request has the credential where it is declared. */
  boolean isKept(SeenRequest request) {
    return place().flatMap(it -> at(it, request)).filter(this::isCredential).isPresent();
  }

  /** Where a request has a secret apart from its place; empty where it has none. */
  Optional<String> leak(SeenRequest request) {
    return place().map(it -> at(it, request).isPresent()).orElse(false)
        ? leak(request, place())
        : leak(request, Optional.empty());
  }

  /** Where a request to somebody else has a credential. */
  Optional<String> stray(SeenRequest request) {
    Optional<String> there = place().flatMap(it -> at(it, request)).map(it -> text(place().get()));
    return there
        .or(() -> Optional.ofNullable(request.headers().get("Authorization")).map(it -> "a header"))
        .or(() -> Optional.ofNullable(request.headers().get("Cookie")).map(it -> "a cookie"))
        .or(() -> leak(request, Optional.empty()));
  }

  /** The same variables with credentials that nobody gave out. */
  Map<String, String> wrong() {
    Map<String, String> wrong = new LinkedHashMap<>(environment);
    secrets().forEach(name -> wrong.computeIfPresent(name, (key, value) -> altered(value)));
    return wrong;
  }

  private Optional<String> leak(SeenRequest request, Optional<Placement> place) {
    for (String name : secrets()) {
      String secret = environment.get(name);
      String basic = Base64.getEncoder().encodeToString(bytes(":" + secret)).substring(2);
      for (String form : List.of(secret, basic)) {
        if (!(place.orElse(null) instanceof Placement.Query) && request.query().contains(form)) {
          return Optional.of("the URL");
        }
        if (request.body().contains(form)) {
          return Optional.of("the body");
        }
        for (var header : request.headers()) {
          if (header.getSecond().contains(form) && !isPlace(header.getFirst(), place)) {
            return Optional.of("the header " + header.getFirst());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPlace(String header, Optional<Placement> place) {
    String name =
        place.orElse(null) instanceof Placement.Header it
            ? it.name()
            : place.orElse(null) instanceof Placement.Cookie ? "Cookie" : "";
    return header.equalsIgnoreCase(name);
  }

  /** The variables of its secrets. */
  private List<String> secrets() {
    Set<String> names = Credentials.of(scheme());
    return definition.settings().entrySet().stream()
        .filter(it -> it.getValue().secret() && names.contains(it.getKey()))
        .map(it -> definition.variable(it.getKey()))
        .filter(environment::containsKey)
        .toList();
  }

  Optional<Placement> place() {
    if (scheme() instanceof AuthenticationScheme.ApiKey key) {
      return Optional.of(key.placement());
    }
    if (scheme() instanceof AuthenticationScheme.OAuth2 oauth) {
      return Optional.of(oauth.use().placement());
    }
    if (scheme() instanceof AuthenticationScheme.Session session) {
      return Optional.of(session.use().placement());
    }
    return scheme() instanceof AuthenticationScheme.Signature signature
        ? Optional.of(signature.placement())
        : Optional.of(new Placement.Header("Authorization"));
  }

  private boolean isCredential(String value) {
    if (scheme() instanceof AuthenticationScheme.ApiKey key) {
      return value.equals(filled(key.value()));
    }
    if (scheme() instanceof AuthenticationScheme.Bearer bearer) {
      return value.equals("Bearer " + filled(bearer.token()));
    }
    if (scheme() instanceof AuthenticationScheme.Basic basic) {
      String pair = filled(basic.username()) + ":" + filled(basic.password());
      return value.equals("Basic " + Base64.getEncoder().encodeToString(bytes(pair)));
    }
    if (scheme() instanceof AuthenticationScheme.OAuth2 oauth) {
      return bears(oauth.use(), value);
    }
    if (scheme() instanceof AuthenticationScheme.AwsSignature) {
      return value.startsWith("AWS4-HMAC-SHA256 Credential=");
    }
    return scheme() instanceof AuthenticationScheme.Session session
        ? bears(session.use(), value)
        : !value.isBlank();
  }

  private static boolean bears(TokenUse use, String value) {
    String template = use.value().text();
    int at = template.indexOf("{token}");
    return value.length() > template.length() - "{token}".length()
        && value.startsWith(template.substring(0, at))
        && value.endsWith(template.substring(at + "{token}".length()));
  }

  private String filled(Template template) {
    String text = template.text();
    for (String name : template.placeholders()) {
      text = text.replace("{" + name + "}", environment.get(definition.variable(name)));
    }
    return text;
  }

  private static Optional<String> at(Placement place, SeenRequest request) {
    if (place instanceof Placement.Header header) {
      return Optional.ofNullable(request.headers().get(header.name()));
    }
    if (place instanceof Placement.Query query) {
      return Optional.ofNullable(request.url().queryParameter(query.name()));
    }
    if (place instanceof Placement.Cookie cookie) {
      return request.headers().values("Cookie").stream()
          .flatMap(it -> List.of(it.split("; ?")).stream())
          .filter(it -> it.startsWith(cookie.name() + "="))
          .map(it -> it.substring(cookie.name().length() + 1))
          .findFirst();
    }
    return Optional.empty();
  }

  private static String text(Placement place) {
    if (place instanceof Placement.Header header) {
      return "the header " + header.name();
    }
    if (place instanceof Placement.Query query) {
      return "the parameter " + query.name();
    }
    return place instanceof Placement.Cookie cookie ? "the cookie " + cookie.name() : "the body";
  }

  /** Another value of the same make, in case a setting has a pattern. */
  private static String altered(String value) {
    StringBuilder other = new StringBuilder(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        other.setCharAt(i, c == 'z' || c == 'Z' || c == '9' ? (char) (c - 1) : (char) (c + 1));
      }
    }
    return other.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

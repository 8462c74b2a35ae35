package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;

/** Faults in what shows who asks. */
final class AuthenticationFaults {

  private static final String RENEWING = RUNTIME + "auth/RenewingToken.java";

  private AuthenticationFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("wrong-cookie", "a cookie is written with a colon", "AUTH-1")
            .in(Showcase.DOORS)
            .also("AUTH-3", "AUTH-4")
            .edit(RUNTIME + "auth/Placement.java", ".append('=')", ".append(':')"),
        Mutant.of("renewed-when-refused", "a token is used until it is refused", "AUTH-2")
            .in(Showcase.DOORS)
            .edit(RENEWING, "clock.instant().isBefore(known.get().renewAt())", "true"),
        Mutant.of("refresh-by-every-thread", "each caller renews the token for itself", "AUTH-2")
            .in(Showcase.DOORS)
            .edit(RENEWING, "running = renewal.orElse(mine);", "running = mine;"),
        Mutant.of("rotated-token-lost", "a new refresh token is not kept", "AUTH-2")
            .in(Showcase.CHANGING)
            .also("AUTH-3")
            .edit(
                RUNTIME + "auth/OAuthTokens.java",
                "return token.refreshToken().isPresent()",
                "return false"),
        Mutant.of("401-tried-on", "a 401 is tried again twice", "AUTH-3")
            .in(Showcase.DOORS)
            .edit(RUNTIME + "http/CallState.java", "return first;", "return attempts < 3;"),
        Mutant.of("credential-follows", "a redirect takes the credential along", "AUTH-4")
            .in(Showcase.DOORS)
            .edit(
                RUNTIME + "http/Authorizer.java",
                "if (!origins.own(request.url())) {",
                "if (false) {")
            .edit(
                RUNTIME + "http/Origins.java",
                "if (!own(url) && !others.contains(origin(url))) {",
                "if (false) {"));
  }
}

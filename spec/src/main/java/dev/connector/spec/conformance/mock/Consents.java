package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.OAuthGrant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The page that asks a person, who always consents, and the codes it gave out. Thread-safe. */
final class Consents {

  private final Map<String, Asked> codes = new HashMap<>();
  private int given;

  /** Sends the browser back with a code, or says what is wrong with the question. */
  synchronized Reply ask(AuthenticationScheme.OAuth2 oauth, Incoming request, Filled settings) {
    OAuthGrant.AuthorizationCode grant = (OAuthGrant.AuthorizationCode) oauth.grant();
    HttpUrl url = request.seen().url();
    HttpUrl back = HttpUrl.parse(text(url, "redirect_uri"));
    if (!text(url, "client_id").equals(settings.text(oauth.client().id())) || back == null) {
      return Reply.error(400, "client_id or redirect_uri is missing or wrong");
    }
    boolean bound = text(url, "code_challenge_method").equals("S256");
    boolean complete =
        text(url, "response_type").equals("code")
            && (!grant.pkce() || (bound && !text(url, "code_challenge").isEmpty()))
            && grant.parameters().entrySet().stream()
                .allMatch(it -> settings.text(it.getValue()).equals(text(url, it.getKey())));
    HttpUrl.Builder answer = back.newBuilder().setQueryParameter("state", text(url, "state"));
    if (complete) {
      String code = "mock-code-" + ++given;
      codes.put(code, new Asked(text(url, "redirect_uri"), text(url, "code_challenge")));
      answer.setQueryParameter("code", code);
    } else {
      answer.setQueryParameter("error", "invalid_request");
    }
    return Reply.empty(302).header("Location", answer.build().toString());
  }

  /** Whether a code was given out for this very question; no code is good twice. */
  synchronized boolean redeem(Tokens.TokenRequest request) {
    Asked asked = codes.remove(request.field("code"));
    return asked != null
        && asked.redirectUri.equals(request.field("redirect_uri"))
        && (asked.challenge.isEmpty()
            || asked.challenge.equals(challenge(request.field("code_verifier"))));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static String text(HttpUrl url, String name) {
    return Optional.ofNullable(url.queryParameter(name)).orElse("");
  }

  private record Asked(String redirectUri, String challenge) {}
}

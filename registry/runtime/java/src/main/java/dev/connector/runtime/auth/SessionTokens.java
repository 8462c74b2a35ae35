package dev.connector.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Content;
import dev.connector.runtime.message.Patience;
import dev.connector.runtime.message.Response;
import java.time.Instant;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Logs in for the token of a session. */
final class SessionTokens implements RenewingToken.Source {
  private final SessionLogin login;
  private final KnownSecrets secrets;
  private final TokenHttp http;

  SessionTokens(SessionLogin login, KnownSecrets secrets) {
    this.login = login;
    this.secrets = secrets;
    this.http = new TokenHttp(login.timing().deadline(), secrets);
    rememberContent();
  }

  @Override
  public Token renew(Optional<Token> previous, Patience patience) {
    Optional<Token> usable = usable(previous);
    return usable.isPresent()
        ? usable.get()
        : login
            .store()
            .exclusively(() -> usable(previous).orElseGet(() -> saved(patience)), patience);
  }

  /** The stored session, where it lasts and is not the one that has to be replaced. */
  private Optional<Token> usable(Optional<Token> previous) {
    Instant soon = login.clock().instant().plus(login.skew());
    Optional<Token> usable =
        login
            .store()
            .load()
            .filter(token -> !token.equals(previous.orElse(null)))
            .filter(token -> token.expiresAt().map(soon::isBefore).orElse(true));
    usable.ifPresent(secrets::add);
    return usable;
  }

  private Token saved(Patience patience) {
    Token token = loggedIn(patience);
    login.store().save(token);
    return token;
  }

  private Token loggedIn(Patience patience) {
    Instant asked = login.clock().instant();
    okhttp3.Request request =
        new okhttp3.Request.Builder()
            .url(login.url())
            .header("Accept", "application/json")
            .post(body())
            .build();
    Response answer = http.send(request, patience);
    String value =
        login.token().in(answer).map(JsonNode::asText).filter(text -> !text.isBlank()).orElse("");
    if (value.isEmpty()) {
      throw http.failed(login.url().host(), answer.body());
    }
    Token token = new Token(value, Optional.empty(), login.timing().lifetime().map(asked::plus));
    secrets.add(token);
    return token;
  }

  private RequestBody body() {
    if (login.content() instanceof Content.Json json) {
      return RequestBody.create(json.value().toString(), MediaType.get("application/json"));
    }
    FormBody.Builder form = new FormBody.Builder();
    if (login.content() instanceof Content.Form fields) {
      fields.fields().forEach((name, values) -> values.forEach(value -> form.add(name, value)));
    }
    return form.build();
  }

  /** Which field is the password is not known, so none of them is ever shown. */
  private void rememberContent() {
    if (login.content() instanceof Content.Form fields) {
      fields.fields().values().forEach(values -> values.forEach(secrets::keep));
    }
    if (login.content() instanceof Content.Json json) {
      json.value().forEach(value -> secrets.keep(value.asText()));
    }
  }
}

package dev.connector.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ERR-5 redaction")
class RedactorTest {

  private static final Redactor NONE = new Redactor(Set.of());

  @Test
  void aSecretInsideALongerSecretLeavesNoRest() {
    Redactor redactor = new Redactor(Set.of("abc", "abcdef", "efgh"));
    assertThat(redactor.redact("x abcdef abcdefgh abc y")).isEqualTo("x *** *** *** y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b/c+d?e", "ümlaut&x=1", "quote\"back\\slash", "p@ss:w0rd~*'(!)"})
  void everyWrittenFormIsHidden(String secret) {
    Redactor redactor = new Redactor(Set.of(secret));
    String json = Json.text(Json.write(secret));
    String url = SecretForms.of(secret).filter(form -> form.contains("%")).findFirst().orElse("");
    for (String form : new String[] {secret, json, url, url.toLowerCase(Locale.ROOT)}) {
      if (!form.isEmpty()) {
        String text = redactor.redact("<" + form + ">");
        assertThat(text).matches("<\"?\\*\\*\\*\"?>");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:", "someone@example.com:"})
  void base64IsHiddenWhereverTheSecretBegins(String before) {
    String secret = "correct-horse-battery";
    byte[] bytes = (before + secret + "!").getBytes(StandardCharsets.UTF_8);
    Redactor redactor = new Redactor(Set.of(secret));
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      String encoded = encoder.encodeToString(bytes);
      String visible = redactor.redact(encoded).replace("***", "");
      assertThat(visible.length()).isLessThanOrEqualTo(encoded.length() - secret.length());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://joe:hunter2@host/x | https://***host/x",
        "GET /x?api_key=hunter2&a=1 | GET /x?api_key=***&a=1",
        "?client_secret=hunter2 | ?client_secret=***",
        "{\"access_token\": \"hunter2\", \"a\":1} | {\"access_token\": \"***\", \"a\":1}",
        "{\"password\":\"hun\\\"ter2\"} | {\"password\":\"***\"}",
        "Authorization: Bearer hunter2hunter2 | Authorization: *** ***",
        "X-Api-Key: hunter2 | X-Api-Key: ***"
      })
  void whatStandsInATellingPlaceIsHidden(String text, String redacted) {
    assertThat(NONE.redact(text)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the bearer of bad news", "https://host/a@b", "{\"id\":\"7\"}", "a=1&b=2"})
  void plainTextStays(String text) {
    assertThat(NONE.redact(text)).isEqualTo(text);
  }

  @Test
  void aCutNeverShowsTheBeginningOfASecret() {
    Redactor redactor = new Redactor(Set.of("0123456789"));
    assertThat(redactor.redact("text 0123456789 text", 9)).isEqualTo("text ***");
  }

  @Test
  void causesAreCopiedOnlyWhereTheyRevealSomething() {
    Redactor redactor = new Redactor(Set.of("hunter2"));
    Exception harmless = new IOException("reset", new IOException("by peer"));
    assertThat(redactor.redact(harmless)).isSameAs(harmless);
    Throwable hidden = redactor.redact(new IOException("reset", new IOException("at hunter2")));
    assertThat(hidden.toString()).isEqualTo("java.io.IOException: reset");
    assertThat(hidden.getCause().toString()).isEqualTo("java.io.IOException: at ***");
    assertThat(hidden.getStackTrace()).isNotEmpty();
  }

  @Test
  void aCircleOfCausesEnds() {
    IOException inner = new IOException("hunter2");
    IOException outer = new IOException("outer", inner);
    inner.initCause(outer);
    assertThat(new Redactor(Set.of("hunter2")).redact(outer).getCause().getMessage())
        .contains("***");
  }

  @Test
  void aSecretHasNoStringForm() {
    assertThat(new Secret("hunter2")).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\\\\", "\\\""})
  void aSecretOfAnyLengthIsHidden(String piece) {
    String text = "{\"token\":\"" + piece.repeat(50_000) + "\"}";
    assertThat(NONE.redact(text)).isEqualTo("{\"token\":\"***\"}");
  }
}

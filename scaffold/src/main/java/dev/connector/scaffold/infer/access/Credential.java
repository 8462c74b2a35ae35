package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a credential is called, and whether it has to be kept secret. */
final class Credential {

  /** By the kind of words that tell; the first kind that fits decides. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("accessTokenWord", "accessToken"),
          Map.entry("apiKeyWord", "apiKey"),
          Map.entry("apiSecretWord", "apiSecret"),
          Map.entry("sessionWord", "sessionId"));

  private final Lexicon lexicon;

  Credential(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What most would call it: {@code X-Auth-Token} is an {@code accessToken}. */
  String common(String parameter) {
    List<String> words = Terms.words(parameter);
    return NAMES.stream()
        .filter(kind -> words.stream().anyMatch(word -> lexicon.weight(kind.getKey(), word) > 0))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> own(parameter));
  }

  /** Its own name, {@code appToken}, without what headers have in front. */
  String own(String parameter) {
    String bare = parameter.replaceFirst("(?i)^x-", "");
    return Terms.identifier(bare, "apiKey");
  }

  /** A client's id or a host tells who asks, and proves nothing. */
  boolean isIdentifier(String parameter) {
    List<String> words = Terms.words(parameter);
    boolean secret = words.stream().anyMatch(it -> lexicon.weight("secretWord", it) > 0);
    return !secret && words.stream().anyMatch(it -> lexicon.weight("identifierWord", it) > 0);
  }

  static Setting secret(String name, String description) {
    return setting(name, description, true);
  }

  static Setting open(String name, String description) {
    return setting(name, description, false);
  }

  private static Setting setting(String name, String description, boolean secret) {
    return new Setting(
        Terms.title(name),
        Terms.quote(description),
        secret,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same, without which nothing works. */
  static Setting required(Setting setting) {
    return new Setting(
        setting.title(),
        setting.description(),
        setting.secret(),
        setting.defaultValue().isEmpty(),
        setting.defaultValue(),
        setting.pattern(),
        setting.values());
  }
}

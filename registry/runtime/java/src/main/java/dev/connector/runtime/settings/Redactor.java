package dev.connector.runtime.settings;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Masks secrets in text: those that are known, in every form in which they travel, and what stands
 * where secrets usually stand (user info of URLs, authorization headers, fields with telling
 * names).
 */
public final class Redactor {

  static final String MASK = "***";

  private static final String TELLING_NAME =
      "[\\w.-]*(?:token|secret|passw(?:or)?d|passphrase|api[_-]?key|access[_-]?key|private[_-]?key"
          + "|signature|credential|authorization|session[_-]?id)[\\w.-]*";

  /**
   * Each has one group, which is what is masked. Repeated groups are possessive: others take the
   * stack for each character, and hostile texts are long.
   */
  private static final Set<Pattern> TELLING_PLACES =
      Stream.of(
              "://([^/?#\\s\"'@]+@)",
              "\\b(?:bearer|basic)\\s+([\\w.~+/=-]{12,})",
              "\"" + TELLING_NAME + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)",
              "(?<![\\w.-])" + TELLING_NAME + "\\s*[=:]\\s*([^&\\s\"',;]+)")
          .map(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE))
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> secrets;
  private final Set<String> forms;

  public Redactor(Set<String> secrets) {
    this.secrets = Set.copyOf(secrets);
    this.forms = secrets.stream().flatMap(SecretForms::of).collect(Collectors.toUnmodifiableSet());
  }

  /** A redactor that knows these secrets too, such as a token that was just refreshed. */
  public Redactor plus(Set<String> more) {
    if (secrets.containsAll(more)) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(secrets);
    all.addAll(more);
    return new Redactor(all);
  }

  /** Whether the text holds a known secret. */
  public boolean reveals(String text) {
    return forms.stream().anyMatch(text::contains);
  }

  public String redact(String text) {
    return redact(text, text.length());
  }

  /**
   * The beginning of a redacted text. Secrets are looked for before the text is cut, so that no
   * part of one is left at the end.
   */
  public String redact(String text, int length) {
    BitSet hidden = hidden(text);
    StringBuilder visible = new StringBuilder();
    int end = Math.min(text.length(), length);
    for (int i = 0; i < end; i++) {
      if (!hidden.get(i)) {
        visible.append(text.charAt(i));
      } else if (i == 0 || !hidden.get(i - 1)) {
        visible.append(MASK);
      }
    }
    return visible.toString();
  }

  /** Overlapping secrets are hidden as a whole: replacing one by one would leave parts of them. */
  private BitSet hidden(String text) {
    BitSet hidden = new BitSet(text.length());
    for (String form : forms) {
      for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        hidden.set(at, at + form.length());
      }
    }
    for (Pattern place : TELLING_PLACES) {
      for (Matcher matcher = place.matcher(text); matcher.find(); ) {
        hidden.set(matcher.start(1), matcher.end(1));
      }
    }
    return hidden;
  }

  /**
   * The same failure with redacted messages, its causes included; the very same if none changes.
   */
  public Throwable redact(Throwable failure) {
    return RedactedException.of(failure, this);
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "Redactor of " + secrets.size() + " secrets";
  }
}

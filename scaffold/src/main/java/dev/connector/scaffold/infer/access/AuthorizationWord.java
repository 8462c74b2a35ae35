package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.lexicon.Lexicon;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text says that an Authorization header is written.
 *
 * @param before what stands before the credential, with the blank: {@code "Bearer "}
 * @param after what stands behind it, a quotation mark for example
 * @param shown whether the text shows the whole value, not just a word of it
 */
record AuthorizationWord(String before, String after, boolean shown) {

  private static final Pattern SHOWN =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_-]{1,30}[ ]+(?:[a-z_]{1,20}=)?\"?)(?:<[^<>\n]{1,60}>|\\{+[^{}\n]{1,60}\\}+"
              + "|\\[[^\\[\\]\n()]{1,60}\\]|\\$\\{?[A-Z_]{2,60}\\}?|[A-Z]{2,20}_[A-Z_]{2,40})(\"?)");
  private static final Pattern IN_HEADER =
      Pattern.compile(
          "Authorization[\"'`*]*\\s*[:=]\\s*[\"'`]?\\s*([A-Za-z][A-Za-z0-9_-]{1,30})\\s+[A-Za-z0-9<{\\[$\"'*.…-]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MENTION =
      Pattern.compile(
          "\\b(?:(bearer)|(?:word|prefix(?:ed)?(?: (?:by|with|of))?|prepended (?:by|with)|keyword|scheme)"
              + "[ :]+(?:the )?(?:word |string |text )?[\"'`“]?([A-Za-z][A-Za-z0-9_-]{1,30}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELDS = Pattern.compile("\\s+[A-Za-z_]{1,30}=");
  private static final Pattern UNKNOWN =
      Pattern.compile("\\b([A-Z][A-Za-z0-9_-]{1,30} )\\{[^{}\n]{1,60}\\}");

  /** A value of two words between backticks, the second of which stands for a credential. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "Authorization[`'\"*]*[^`\n]{0,40}`(?!(?i:your|the|my|an?) )([A-Za-z][A-Za-z0-9_-]{1,30} )"
              + "[^`\\s]{0,40}(?i:key|token|secret|xxx|\\.\\.\\.)[^`\\s]{0,40}`",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 200_000;

  /** The first that a text tells of and that is known as a word to go there. */
  static Optional<AuthorizationWord> in(String text, Lexicon lexicon) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Matcher shown = SHOWN.matcher(read);
    while (shown.find()) {
      String word = shown.group(1).split("[ ]", 2)[0];
      if (known(word, lexicon).isPresent()) {
        String rest = shown.group(1).substring(word.length()).stripLeading();
        return Optional.of(
            new AuthorizationWord(
                known(word, lexicon).get() + " " + rest,
                rest.endsWith("\"") ? shown.group(2) : "",
                true));
      }
    }
    Matcher header = IN_HEADER.matcher(read);
    while (header.find()) {
      Optional<String> word = known(header.group(1), lexicon);
      if (word.isPresent()
          && FIELDS.matcher(read).region(header.end(1), read.length()).lookingAt()) {
        return Optional.empty(); // made of several fields, which no single word and key can say
      }
      if (word.isPresent()) {
        return Optional.of(new AuthorizationWord(word.get() + " ", "", true));
      }
    }
    Matcher mention = MENTION.matcher(read);
    while (mention.find()) {
      Optional<String> word =
          known(mention.group(1) == null ? mention.group(2) : mention.group(1), lexicon);
      if (word.isPresent()) {
        return Optional.of(new AuthorizationWord(word.get() + " ", "", false));
      }
    }
    return Optional.empty();
  }

  /** One that is known, or else any that a text shows right before what stands for a token. */
  static Optional<AuthorizationWord> shownIn(String text, Lexicon lexicon) {
    String read = text.length() > LONGEST ? "" : text;
    return in(text, lexicon).or(() -> first(UNKNOWN, read)).or(() -> first(QUOTED, read));
  }

  private static Optional<AuthorizationWord> first(Pattern pattern, String text) {
    Matcher shown = pattern.matcher(text);
    return shown.find()
        ? Optional.of(new AuthorizationWord(shown.group(1), "", true))
        : Optional.empty();
  }

  boolean isBearer() {
    return before.equalsIgnoreCase("Bearer ");
  }

  boolean isBasic() {
    return before.toLowerCase(Locale.ROOT).startsWith("basic ");
  }

  /** As most write it; the text's own spelling is kept where it differs in more than case. */
  private static Optional<String> known(String word, Lexicon lexicon) {
    return Optional.of(word)
        .filter(it -> lexicon.weight("authorizationWord", it) > 0)
        .map(
            it ->
                it.equalsIgnoreCase("bearer") || it.equalsIgnoreCase("basic")
                    ? Character.toUpperCase(it.charAt(0)) + it.substring(1).toLowerCase(Locale.ROOT)
                    : it);
  }
}

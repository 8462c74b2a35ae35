package dev.connector.spec.conformance.statics;

import dev.connector.spec.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PKG-5: no file holds what looks like a secret: the shape of a well-known credential, or a value
 * that looks random in a field whose name says secret. Tells file, line and kind, never the value.
 */
public final class SecretScan {

  /** A field with a telling name, and its value up to the quote or the end of the word. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:token|secret|passw(?:or)?d|passphrase|(?:api|access|private|auth|signing)[_-]?key"
              + "|authorization|credential)s?[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?"
              + "(?:Bearer |Basic |Token )?([A-Za-z0-9+/=_~.-]{20,512})",
          Pattern.CASE_INSENSITIVE);

  /** What is written where a secret would be, to show its place. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "example|sample|dummy|placeholder|redacted|change.?me|your|fake|invented|1234567|abcdef"
              + "|x{5}|\\*{3}|\\.{3}|0{6}",
          Pattern.CASE_INSENSITIVE);

  /** Bits a character below which a value reads like words; random hexadecimal has 3.3 and more. */
  private static final double RANDOM = 3.3;

  private static final int LONGEST_LINE = 1 << 20;

  /** No shape is found in a line without a word of this length, an address or a key's banner. */
  private static final int SHORTEST_WORD = 16;

  private static final String REDACTED = "redacted";

  private final ConnectorFiles files;
  private final List<Flaw> flaws = new ArrayList<>();
  private int lines;

  private SecretScan(ConnectorFiles files) {
    this.files = files;
  }

  static Outcome check(StaticChecks.Subject subject) {
    SecretScan scan = new SecretScan(subject.files());
    List<String> paths = subject.files().paths();
    paths.forEach(scan::file);
    return paths.isEmpty()
        ? new Outcome.NotChecked("there is no file")
        : StaticChecks.outcome(
            "no value that looks like a secret",
            scan.flaws,
            paths.size() + " files, " + scan.lines + " lines, nothing looks like a secret");
  }

  private void file(String path) {
    String text =
        files
            .read(path)
            .map(content -> new String(content, StandardCharsets.ISO_8859_1))
            .orElse("");
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      lines++;
      String kind = kind(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
      if (!kind.isEmpty()) {
        flaws.add(
            new Flaw(
                files.shown(path) + ":" + number,
                "looks like " + kind,
                "write a placeholder; if it was real, revoke it"));
      }
    }
  }

  /**
   * A line in which {@code redacted} stands in place of each value that looks like a secret; the
   * same line where none does. For what others wrote and a connector repeats, such as an example.
   */
  public static String redacted(String line) {
    if (!mayHold(line)) {
      return line;
    }
    String clean = line;
    for (Pattern shape : SecretShapes.BY_KIND.values()) {
      clean =
          shape
              .matcher(clean)
              .replaceAll(
                  found ->
                      PLACEHOLDER.matcher(found.group()).find()
                          ? Matcher.quoteReplacement(found.group())
                          : REDACTED);
    }
    return FIELD
        .matcher(clean)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    looksRandom(found.group(1))
                        ? found.group().substring(0, found.start(1) - found.start()) + REDACTED
                        : found.group()));
  }

  /** What a line holds that looks like a secret, {@code a private key}; never the value. */
  public static Optional<String> kindOf(String line) {
    return Optional.of(kind(line)).filter(kind -> !kind.isEmpty());
  }

  /** Most lines are told from those with a secret by a glance. */
  private static boolean mayHold(String line) {
    int word = 0;
    for (int i = 0; i < line.length() && word < SHORTEST_WORD; i++) {
      char c = line.charAt(i);
      boolean inside =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "+/=_~.-".indexOf(c) >= 0;
      word = inside ? word + 1 : 0;
    }
    return word >= SHORTEST_WORD || line.contains("://") || line.contains("PRIVATE KEY");
  }

  /** What a line holds; empty where that is nothing. */
  private static String kind(String line) {
    if (!mayHold(line)) {
      return "";
    }
    for (Map.Entry<String, Pattern> shape : SecretShapes.BY_KIND.entrySet()) {
      Matcher found = shape.getValue().matcher(line);
      while (found.find()) {
        if (!PLACEHOLDER.matcher(found.group()).find()) {
          return shape.getKey();
        }
      }
    }
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      if (looksRandom(field.group(1))) {
        return "a secret value in a field of that name";
      }
    }
    return "";
  }

  private static boolean looksRandom(String value) {
    boolean digits = value.chars().anyMatch(Character::isDigit);
    boolean letters = value.chars().anyMatch(Character::isLetter);
    return digits
        && letters
        && !PLACEHOLDER.matcher(value).find()
        && !value.matches("[A-Za-z]+(?:[._/-][A-Za-z0-9]{1,15})+")
        && bits(value) >= RANDOM;
  }

  /** Shannon's entropy of the characters, in bits for each. */
  private static double bits(String value) {
    Map<Integer, Integer> counts = new HashMap<>();
    value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / value.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}

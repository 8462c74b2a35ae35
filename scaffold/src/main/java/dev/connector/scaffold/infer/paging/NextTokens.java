package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which value of a response is the token that a parameter takes: what decides most. */
final class NextTokens {

  /** From this weight on there is no other reading. */
  static final int CERTAIN = 4;

  /** A header that a text speaks of, {@code X-Cursor-Next}. */
  private static final Pattern HEADER =
      Pattern.compile("\\bx-[a-z0-9-]*(?:next|cursor|token|continuation|page)[a-z0-9-]*");

  private final Lexicon lexicon;

  NextTokens(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A token and the parameter that takes it.
   *
   * @param weight how much speaks for it: 3 and more where the document leaves no other reading
   */
  record Match(Input input, Source next, String title, int weight, String because) {
    private Match certain() {
      return new Match(input, next, title, Math.max(weight, CERTAIN), because);
    }
  }

  /** The best match; empty where two are equally good. */
  Optional<Match> find(List<Input> tokens, List<Output> outputs) {
    List<Match> matches = new ArrayList<>();
    for (Input input : tokens) {
      for (Output output : outputs) {
        match(input, output).ifPresent(matches::add);
      }
      header(input).ifPresent(matches::add);
    }
    matches.sort(Comparator.comparingInt(it -> -it.weight()));
    if (matches.isEmpty() || matches.get(0).weight() < 2) {
      return Optional.empty();
    }
    Match best = matches.get(0);
    boolean tied =
        matches.size() > 1
            && matches.get(1).weight() == best.weight()
            && !matches.get(1).next().equals(best.next())
            && best.weight() < 3;
    if (tied) {
      return Optional.empty();
    }
    return Optional.of(matches.size() == 1 && best.weight() == 3 ? best.certain() : best);
  }

  /** Whether its name can mean nothing but a token. */
  private boolean isPlain(Input input) {
    return lexicon.weight("cursorParameter", input.name()) > 1
        && !lexicon.knows("offsetParameter", input.name())
        && !lexicon.knows("pageParameter", input.name());
  }

  /** The tokens for which no parameter is there to take them. */
  List<Output> unmatched(List<Output> outputs) {
    return outputs.stream()
        .filter(it -> mayBeToken(it) && saysNext(it))
        .filter(
            it ->
                it.weight(lexicon, "nextToken") > 0
                    || lexicon.weight("cursorParameter", it.name()) > 1)
        .toList();
  }

  private Optional<Match> match(Input input, Output output) {
    if (!mayBeToken(output)) {
      return Optional.empty();
    }
    String taken = key(input.name());
    String given = key(output.name());
    String parent =
        output.path().size() > 1 ? key(output.path().get(output.path().size() - 2)) : "";
    boolean known =
        output.weight(lexicon, "nextToken") > 0
            || given.equals(taken) && lexicon.knows("cursorParameter", taken) && isPlain(input);
    int weight = 0;
    String because = "";
    if (speaksOf(input.text(), output.name())) {
      weight = known || saysNext(output) ? 6 : 3;
      because = "its description speaks of " + output.name();
    } else if (speaksOf(output.text(), input.name()) && saysNext(output)) {
      weight = 6;
      because = "the description of " + output.title() + " speaks of " + input.name();
    } else if (known && withoutNext(given).equals(withoutNext(taken)) && saysNext(output)) {
      weight = 5;
      because = "the names agree";
    } else if (known && given.equals(taken)) {
      weight = parent.isEmpty() || lexicon.knows("pagingKey", parent) ? 4 : 2;
      because = "the names are the same";
    } else if (known && (taken.endsWith(withoutNext(given)) || saysNext(output))) {
      boolean opaque = lexicon.phrase("opaque", output.text()).isPresent();
      boolean plain = isPlain(input) && output.weight(lexicon, "nextLink") == 0;
      weight = saysNext(output) && (opaque || plain) ? 3 : 2;
      because = "it is the token that the response has";
    }
    return weight == 0
        ? Optional.empty()
        : Optional.of(new Match(input, output.source(), output.title(), weight, because));
  }

  private Optional<Match> header(Input input) {
    if (!input.text().contains("x-") || !input.text().contains("header")) {
      return Optional.empty();
    }
    Matcher matcher = HEADER.matcher(input.text());
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names.stream()
        .filter(it -> !it.contains("prev"))
        .min(Comparator.comparing(it -> !it.contains("next")))
        .map(it -> new Match(input, new Source.Header(it), it, 5, "its description names " + it));
  }

  private boolean mayBeToken(Output output) {
    String name = output.name().toLowerCase(Locale.ROOT);
    return output.mayBe("string", "integer", "number")
        && !output.types().contains("boolean")
        && !name.contains("prev")
        && !name.equals("before")
        && !name.equals("first")
        && !(name.contains("url") || name.contains("uri") || name.contains("link"));
  }

  /** Whether it leads on, by its name, by the names around it or by what is said. */
  private static boolean saysNext(Output output) {
    return output.path().stream().map(it -> it.toLowerCase(Locale.ROOT)).anyMatch(NextTokens::leads)
        || output.text().contains("next ")
        || output.text().contains("subsequent");
  }

  private static boolean leads(String name) {
    return name.contains("next")
        || name.contains("after")
        || name.contains("continu")
        || name.contains("endcursor")
        || name.contains("end_cursor")
        || name.contains("scroll");
  }

  /** Whether a text has a name as a word of its own. */
  static boolean speaksOf(String text, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    if (wanted.length() < 5 || text.isEmpty() || !isDistinct(name)) {
      return false;
    }
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      boolean starts = at == 0 || !isPart(text.charAt(at - 1));
      int end = at + wanted.length();
      if (starts && (end == text.length() || !isPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name is no word of English that a sentence may have by chance. */
  private static boolean isDistinct(String name) {
    boolean inner = false;
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      inner |=
          c == '_'
              || c == '-'
              || Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1));
    }
    return inner;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static String withoutNext(String key) {
    String bare = key.replace("next", "").replace("start", "").replace("end", "");
    return bare.isEmpty() ? key : bare;
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    name.chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> key.append((char) Character.toLowerCase(c)));
    return key.toString();
  }
}

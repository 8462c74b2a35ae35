package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules that {@code test} decides, or those of them that were asked for. */
final class RuleChoice {

  private final Rules rules;

  RuleChoice(Rules rules) {
    this.rules = rules;
  }

  /**
   * The rules of these words, in the order of the specification; all of them where there are none.
   *
   * @param words ids and chapters, {@code RETRY-2} and {@code PAGE}, in any case
   * @throws ConnectorException of kind USAGE where there is no such rule
   */
  List<Rule> of(List<String> words) {
    List<Rule> offline = rules.where(rule -> rule.check() != CheckKind.LIVE);
    if (words.isEmpty()) {
      return offline;
    }
    Set<Rule> asked = new LinkedHashSet<>();
    words.forEach(word -> asked.addAll(meant(word.strip())));
    return offline.stream().filter(asked::contains).toList();
  }

  private List<Rule> meant(String typed) {
    String word = typed.toUpperCase(Locale.ROOT);
    List<Rule> meant = rules.where(rule -> rule.id().equals(word) || rule.chapter().equals(word));
    if (meant.isEmpty()) {
      throw unknown(typed);
    }
    if (meant.get(0).check() == CheckKind.LIVE) {
      throw usage(
          word + " is about the live API, which test never calls", "see connector verify --help");
    }
    return meant;
  }

  private ConnectorException unknown(String word) {
    List<String> known = new ArrayList<>();
    rules.chapters().forEach(chapter -> known.add(chapter.id()));
    List<String> chapters = List.copyOf(known);
    rules.all().forEach(rule -> known.add(rule.id()));
    // Those who know the words in lower case know how near one typed is.
    List<String> near =
        NearMatches.of(word, known.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList())
            .stream()
            .map(it -> it.toUpperCase(Locale.ROOT))
            .toList();
    return usage(
        "there is no rule \"" + word + "\"",
        near.isEmpty()
            ? "name a rule such as RETRY-2, or a chapter: " + String.join(", ", chapters)
            : "did you mean " + String.join(" or ", near) + "?");
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}

package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an operation's words, path and parameters say about whether it returns many things. */
final class Wording {

  private static final List<String> PAGING =
      List.of("cursorParameter", "pageParameter", "offsetParameter", "sizeParameter");

  private final Lexicon lexicon;
  private final Phrase phrase;

  Wording(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrase = new Phrase(lexicon);
  }

  /** All there are; those that say nothing are left out. */
  List<Clue> clues(ApiOperation operation) {
    List<Clue> clues = new ArrayList<>();
    method(operation, clues);
    path(operation, clues);
    paging(operation, clues);
    if (!isOneOfThose(operation)) {
      words(operation, clues);
      answer(operation, clues);
    }
    return clues;
  }

  /** Whether it is about one of things that are lists, sets or the like themselves. */
  private boolean isOneOfThose(ApiOperation operation) {
    List<String> segments = Paths.segments(operation.path());
    int last = segments.size() - 1;
    if (last < 1 || Paths.variable(segments.get(last)).isEmpty()) {
      return false;
    }
    List<String> terms = Terms.of(segments.get(last - 1));
    String noun = terms.isEmpty() ? "" : terms.get(terms.size() - 1);
    String one = Terms.singular(noun);
    return !one.equals(noun) && lexicon.weight("many", one) > 0;
  }

  private void words(ApiOperation operation, List<Clue> clues) {
    ApiOperation.Words words = operation.words();
    add(clues, phrase.sentence(words.summary()), operation, "the summary", words.summary());
    int described = described(words);
    add(clues, described, operation, "the description", words.description());
    add(
        clues,
        phrase.name(words.id(), operation.method()),
        operation,
        "the operationId",
        words.id());
  }

  /** A description counts less than a summary, which is written to be read alone. */
  private int described(ApiOperation.Words words) {
    int weight = phrase.prose(words.description());
    if (weight == 0) {
      String said = words.description().toLowerCase(Locale.ROOT);
      return lexicon.phrase("returnsMany", said).isPresent() ? 4 : 0;
    }
    return words.summary().isBlank() ? weight : weight / 2;
  }

  private void method(ApiOperation operation, List<Clue> clues) {
    int weight = lexicon.weight("method", operation.method());
    if (weight != 0) {
      clues.add(new Clue(weight, operation.place(), "it is a " + operation.method()));
    }
  }

  private void path(ApiOperation operation, List<Clue> clues) {
    List<String> segments = Paths.segments(operation.path());
    if (segments.isEmpty()) {
      return;
    }
    String last = segments.get(segments.size() - 1);
    if (Paths.variable(last).isPresent()) {
      clues.add(new Clue(-4, operation.place(), "the path ends with a variable"));
      return;
    }
    List<String> terms = Terms.of(last);
    String word = terms.isEmpty() ? last : terms.get(terms.size() - 1);
    int weight =
        lexicon.knows("pathNoun", word) ? lexicon.weight("pathNoun", word) : phrase.noun(word) / 2;
    int first = terms.isEmpty() ? 0 : lexicon.weight("verb", terms.get(0));
    boolean acts = terms.size() > 1 && first != 0;
    add(clues, acts ? first : weight, operation, "the path's last part", last);
  }

  private void paging(ApiOperation operation, List<Clue> clues) {
    for (ApiParameter parameter : operation.parameters()) {
      boolean pages =
          parameter.in() == ApiParameter.In.QUERY
              && PAGING.stream().anyMatch(it -> lexicon.weight(it, parameter.name()) > 1);
      if (pages) {
        clues.add(
            new Clue(
                3, parameter.place(), "its parameter " + parameter.name() + " asks for pages"));
        return;
      }
    }
  }

  private void answer(ApiOperation operation, List<Clue> clues) {
    String said = operation.success().map(ApiResponse::description).orElse("");
    if (lexicon.phrase("returnsMany", said.toLowerCase(Locale.ROOT)).isPresent()) {
      add(clues, 4, operation, "the response's description", said);
    }
  }

  private static void add(
      List<Clue> clues, int weight, ApiOperation operation, String what, String text) {
    if (weight != 0) {
      String says = what + (weight > 0 ? " speaks of many: " : " speaks of none or one: ");
      clues.add(new Clue(weight, operation.place(), says + Quote.of(text)));
    }
  }
}

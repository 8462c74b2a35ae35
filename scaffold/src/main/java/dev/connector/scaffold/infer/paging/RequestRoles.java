package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.definition.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which values of a request may lead to further pages, and how; one may be in several lists.
 *
 * @param tokens that may take a token, the best known first
 * @param keys that may take a record's key
 * @param pages that count pages
 * @param offsets that count records
 * @param unclear that count or take a token: nothing says which
 * @param size how many records a page has
 */
record RequestRoles(
    List<Input> tokens,
    List<Input> keys,
    List<Input> pages,
    List<Input> offsets,
    List<Input> unclear,
    Optional<Input> size) {

  static RequestRoles of(List<Input> inputs, Lexicon lexicon) {
    RequestRoles roles =
        new RequestRoles(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            inputs.stream()
                .filter(it -> isSize(it, lexicon))
                .max(
                    Comparator.comparingInt(
                        it ->
                            lexicon.weight("sizeParameter", it.name())
                                + (it.isNumber() ? 100 : 0))));
    for (Input input : inputs) {
      if (input.isScalar() && roles.size().filter(it -> it == input).isEmpty()) {
        roles.add(input, lexicon);
      }
    }
    sort(roles.tokens(), "cursorParameter", lexicon);
    sort(roles.keys(), "keyParameter", lexicon);
    sort(roles.pages(), "pageParameter", lexicon);
    sort(roles.offsets(), "offsetParameter", lexicon);
    return roles;
  }

  private static void sort(List<Input> inputs, String kind, Lexicon lexicon) {
    inputs.sort(Comparator.comparingInt(it -> -lexicon.weight(kind, it.name())));
  }

  private static boolean isSize(Input input, Lexicon lexicon) {
    return lexicon.weight("sizeParameter", input.name()) > 0
        && !(input.placement() instanceof Placement.Header)
        && input.isScalar()
        && (input.isNumber() || looksLikeNumber(input, lexicon) || input.text().isEmpty())
        && lexicon.phrase("notTheRest", input.text()).isEmpty()
        && !(lexicon.knows("offsetParameter", input.name())
            && lexicon.phrase("offset", input.text()).isPresent());
  }

  private void add(Input input, Lexicon lexicon) {
    boolean page = lexicon.knows("pageParameter", input.name());
    boolean offset = lexicon.knows("offsetParameter", input.name());
    boolean cursor = lexicon.knows("cursorParameter", input.name());
    boolean key = lexicon.knows("keyParameter", input.name());
    if (input.placement() instanceof Placement.Header) {
      if (cursor && lexicon.phrase("paging", input.text()).isPresent()) {
        tokens.add(input);
      }
      return;
    }
    if (lexicon.phrase("notPaging", input.text()).isPresent()
        && lexicon.phrase("paging", input.text()).isEmpty()) {
      return;
    }
    if (lexicon.knows("backwardParameter", input.name())) {
      if (lexicon.phrase("descendingKey", input.text()).isPresent()) {
        keys.add(input);
      }
      return;
    }
    if (key && isKey(input, lexicon)) {
      keys.add(input);
    }
    if (!page && !offset && !cursor) {
      if (!key && !input.isNumber() && lexicon.phrase("tokenText", input.text()).isPresent()) {
        tokens.add(input);
      } else if (input.isNumber()
          && Terms.of(input.name()).contains("page")
          && lexicon.phrase("pageNumber", input.text()).isPresent()) {
        pages.add(input);
      }
      return;
    }
    count(input, page, offset, lexicon);
  }

  private void count(Input input, boolean page, boolean offset, Lexicon lexicon) {
    boolean named = page || offset;
    boolean number = named ? looksLikeNumber(input, lexicon) : isShownAsNumber(input);
    boolean opaque = isOpaque(input, lexicon);
    boolean counts = lexicon.phrase("number", input.text()).isPresent();
    if (opaque && !(input.isNumber() && counts)) {
      tokens.add(input);
    } else if (number && page && !input.text().contains("skip")) {
      pages.add(input);
    } else if (number && offset && isAmbiguous(input, lexicon)) {
      unclear.add(input);
    } else if (number && (offset || skips(input, lexicon))) {
      offsets.add(input);
    } else if (named) {
      unclear.add(input);
      tokens.add(input);
    } else {
      tokens.add(input);
    }
  }

  /** Whether it is said to count records, not pages. */
  private static boolean skips(Input input, Lexicon lexicon) {
    return lexicon.phrase("recordsToSkip", input.text()).isPresent();
  }

  /** Whether an offset is spoken of as if it counted pages. */
  private static boolean isAmbiguous(Input input, Lexicon lexicon) {
    return lexicon.phrase("pageNumber", input.text()).isPresent() && !skips(input, lexicon);
  }

  private static boolean isKey(Input input, Lexicon lexicon) {
    return lexicon.phrase("lastRecord", input.text()).isPresent()
        || lexicon.weight("keyParameter", input.name()) > 1;
  }

  /** Whether a token is spoken of, or what is shown is no number. */
  private static boolean isOpaque(Input input, Lexicon lexicon) {
    boolean said = lexicon.phrase("opaque", input.text()).isPresent();
    boolean shown =
        input.samples().stream().anyMatch(it -> it.isTextual() && !isDigits(it.asText()));
    return said || (shown && !input.isNumber());
  }

  static boolean looksLikeNumber(Input input, Lexicon lexicon) {
    return isShownAsNumber(input) || lexicon.phrase("number", input.text()).isPresent();
  }

  private static boolean isShownAsNumber(Input input) {
    return input.isNumber()
        || input.schema().format().startsWith("int")
        || input.samples().stream().anyMatch(RequestRoles::isNumeric);
  }

  private static boolean isNumeric(JsonNode value) {
    return value.isNumber()
        || value.isTextual() && !value.asText().isEmpty() && isDigits(value.asText());
  }

  private static boolean isDigits(String text) {
    return text.isEmpty() || text.length() < 10 && text.chars().allMatch(Character::isDigit);
  }
}

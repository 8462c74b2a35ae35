package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether pages and records are counted from 0 or from 1. */
final class FirstNumbers {

  private final Lexicon lexicon;

  FirstNumbers(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param because what says so
   */
  record First(int number, String because) {}

  /** What the document says; prose comes before numbers, which are often copied. */
  Optional<First> said(Input input) {
    Optional<First> zero =
        lexicon.phrase("zeroBased", input.text()).map(it -> new First(0, "\"" + it + "\""));
    Optional<First> one =
        lexicon.phrase("oneBased", input.text()).map(it -> new First(1, "\"" + it + "\""));
    if (zero.isPresent() != one.isPresent()) {
      return zero.or(() -> one);
    }
    OptionalInt usual = number(input.schema().defaultValue());
    if (usual.isPresent()) {
      return Optional.of(new First(usual.getAsInt(), "its default is " + usual.getAsInt()));
    }
    OptionalInt least = number(input.schema().minimum().map(DecimalNode::valueOf));
    if (least.isPresent() && least.getAsInt() == 1) {
      return Optional.of(new First(1, "its minimum is 1"));
    }
    return Optional.empty();
  }

  /** What is usual, given what the response looks like. */
  First usual(Input input, List<Output> outputs) {
    boolean zero =
        outputs.stream().anyMatch(it -> it.weight(lexicon, "zeroBasedPage") > 1)
            || input.schema().minimum().filter(it -> it.signum() == 0).isPresent();
    return zero
        ? new First(0, "responses of this form count from 0")
        : new First(1, "most APIs count pages from 1");
  }

  private static OptionalInt number(Optional<JsonNode> value) {
    String text = value.map(JsonNode::asText).orElse("");
    return text.equals("0") || text.equals("1")
        ? OptionalInt.of(text.charAt(0) - '0')
        : OptionalInt.empty();
  }
}

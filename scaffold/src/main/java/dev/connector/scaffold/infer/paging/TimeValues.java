package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.TimeFormat;
import java.util.Optional;

/** How a parameter wants a time to be written. */
final class TimeValues {

  private static final double FIRST_MILLISECOND = 1e11;

  private final Lexicon lexicon;

  TimeValues(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether anything says that a parameter takes a time. */
  boolean isTime(Input input) {
    return input.schema().format().startsWith("date")
        || lexicon.phrase("time", input.text()).isPresent()
        || input.samples().stream().anyMatch(TimeValues::isDate);
  }

  /**
   * Empty where nothing says so, or where a definition cannot write it.
   *
   * @param field the record's, whose format a text is taken to share
   */
  Optional<Incremental.Value> of(Input input, Optional<ApiSchema> field) {
    if (input.placement() instanceof Placement.Header) {
      return timestamp(TimeFormat.HTTP_DATE);
    }
    String text = input.text();
    if (lexicon.phrase("otherDate", text).isPresent()) {
      return Optional.empty();
    }
    boolean milliseconds = lexicon.phrase("milliseconds", text).isPresent();
    if (input.isNumber() || lexicon.phrase("epoch", text).isPresent()) {
      return timestamp(
              milliseconds
                      || input.samples().stream().anyMatch(it -> it.asDouble() > FIRST_MILLISECOND)
                  ? TimeFormat.EPOCH_MILLIS
                  : TimeFormat.EPOCH_SECONDS)
          .filter(it -> !input.isNumber() || isEpoch(input, field));
    }
    String format = input.schema().format();
    if (format.equals("date")) {
      return date();
    } else if (format.startsWith("date-time") || lexicon.phrase("iso", text).isPresent()) {
      return timestamp(TimeFormat.ISO8601);
    } else if (lexicon.phrase("isoDate", text).isPresent()) {
      return date();
    }
    Optional<JsonNode> sample = input.samples().stream().filter(TimeValues::isDate).findFirst();
    if (sample.isPresent()) {
      return sample.get().asText().length() > 10 ? timestamp(TimeFormat.ISO8601) : date();
    }
    return field
        .map(ApiSchema::format)
        .filter(it -> it.equals("date") || it.equals("date-time"))
        .flatMap(it -> it.equals("date") ? date() : timestamp(TimeFormat.ISO8601));
  }

  /** A text is most often written so. */
  Optional<Incremental.Value> usual(Input input) {
    return input.isNumber() || lexicon.phrase("otherDate", input.text()).isPresent()
        ? Optional.empty()
        : timestamp(TimeFormat.ISO8601);
  }

  /** A number that is a time by what is said of it, or by the record's field being one, too. */
  private boolean isEpoch(Input input, Optional<ApiSchema> field) {
    return lexicon.phrase("time", input.text()).isPresent()
        || field.filter(it -> it.types().contains("integer")).isPresent();
  }

  private static boolean isDate(JsonNode value) {
    String text = value.asText();
    return text.length() >= 10
        && text.startsWith("-", 4)
        && text.startsWith("-", 7)
        && Character.isDigit(text.charAt(0))
        && Character.isDigit(text.charAt(9));
  }

  private static Optional<Incremental.Value> timestamp(TimeFormat format) {
    return Optional.of(new Incremental.Value(Incremental.Type.TIMESTAMP, Optional.of(format)));
  }

  private static Optional<Incremental.Value> date() {
    return Optional.of(new Incremental.Value(Incremental.Type.DATE, Optional.of(TimeFormat.DATE)));
  }
}

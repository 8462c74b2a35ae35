package dev.connector.runtime.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a value of an API becomes in a canonical record. A value that cannot be converted stays as
 * it is, for whoever validates the record to see.
 */
public sealed interface Conversion {

  /** The value converted; missing where there is none, which null and a blank text say, too. */
  default JsonNode convert(JsonNode value) {
    boolean absent = value.isMissingNode() || value.isNull();
    return absent || (value.isTextual() && value.textValue().isBlank())
        ? MissingNode.getInstance()
        : present(value);
  }

  /** The same of a value that is there. */
  JsonNode present(JsonNode value);

  /** Text without the blanks around it; a number in all its digits. */
  record Text() implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      if (value.isTextual()) {
        return TextNode.valueOf(value.textValue().strip());
      }
      return value.isNumber() ? new Decimal(0).present(value) : value;
    }
  }

  /**
   * Decimal text of a number or its text: exact, without exponent or leading zeros.
   *
   * @param decimals how many of the last digits stand behind the point: 2 where an API counts cents
   */
  record Decimal(int decimals) implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      return Numbers.read(value)
          .map(number -> Numbers.text(number.scaleByPowerOfTen(-decimals)))
          .orElse(value);
    }
  }

  /** A whole number, of a number or its text. */
  record Whole() implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      return Numbers.read(value).flatMap(Numbers::whole).orElse(value);
    }
  }

  /** A truth value, or its text. */
  record Flag() implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      boolean is = value.asText().equals("true");
      return is || value.asText().equals("false") ? BooleanNode.valueOf(is) : value;
    }
  }

  /** ISO 8601 in UTC, of whatever {@link TimeFormat} reads; a day alone is no point in time. */
  record Timestamp() implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      return Day.ALONE.matcher(value.asText()).matches()
          ? value
          : time(value, () -> TimeFormat.ISO8601.write(TimeFormat.read(value)));
    }
  }

  /**
   * ISO 8601 in UTC, of seconds since 1970.
   *
   * @param decimals how many of the last digits are decimals: 3 where an API counts milliseconds
   */
  record Epoch(int decimals) implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      return time(
          value,
          () ->
              Numbers.read(value)
                  .map(number -> Numbers.moment(number.scaleByPowerOfTen(-decimals)))
                  .map(TimeFormat.ISO8601::write)
                  .orElse(value));
    }
  }

  /** A calendar day, as it was written: a time is not moved to another zone first. */
  record Day() implements Conversion {
    private static final Pattern ALONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public JsonNode present(JsonNode value) {
      return time(
          value,
          () -> {
            JsonNode inUtc = TimeFormat.DATE.write(TimeFormat.read(value));
            boolean written = ALONE.matcher(value.asText()).lookingAt();
            return written ? TextNode.valueOf(value.asText().substring(0, 10)) : inUtc;
          });
    }
  }

  /** Whatever there is. */
  record AsItIs() implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      return value;
    }
  }

  /** What the API's words mean, converted; a word without a meaning is no value at all. */
  record Words(Map<String, String> meanings, Conversion then) implements Conversion {
    public Words {
      meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    @Override
    public JsonNode present(JsonNode value) {
      String meaning = value.isValueNode() ? meanings.get(value.asText()) : null;
      return meaning == null ? MissingNode.getInstance() : then.present(TextNode.valueOf(meaning));
    }
  }

  /**
   * An array, of an array or of one value; missing where it would be empty.
   *
   * @param separator what stands between values that the API writes as one text
   */
  record Several(Optional<String> separator, Conversion each) implements Conversion {
    @Override
    public JsonNode present(JsonNode value) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      for (JsonNode one : value.isArray() ? value : parts(value)) {
        JsonNode converted = each.convert(one);
        if (!converted.isMissingNode()) {
          all.add(converted);
        }
      }
      return all.isEmpty() ? MissingNode.getInstance() : all;
    }

    private JsonNode parts(JsonNode value) {
      ArrayNode parts = JsonNodeFactory.instance.arrayNode();
      if (separator.isEmpty() || !value.isTextual()) {
        return parts.add(value);
      }
      for (String part : value.textValue().split(Pattern.quote(separator.get()))) {
        parts.add(part.strip());
      }
      return parts;
    }
  }

  private static JsonNode time(JsonNode value, Supplier<JsonNode> converted) {
    try {
      return converted.get();
    } catch (DateTimeException | ArithmeticException unreadable) {
      return value;
    }
  }
}

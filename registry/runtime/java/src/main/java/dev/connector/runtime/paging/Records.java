package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where an answer holds its records, and how they become objects of their own: immutable, so each
 * method returns a changed copy.
 *
 * @param at where they are; the empty pointer is the whole answer
 * @param layout how they lie there
 * @param copies places in each record that are filled from the answer around it
 */
public record Records(JsonPointer at, Layout layout, Map<JsonPointer, JsonPointer> copies) {

  public Records {
    copies = Copies.of(copies);
  }

  /** The elements of an array, or an object that is the only record. */
  public static Records at(String pointer) {
    return new Records(JsonPointer.compile(pointer), new Elements(JsonPointer.empty()), Map.of());
  }

  /** None: what is asked tells by its answer alone, whatever that holds. */
  public static Records none() {
    return new Records(JsonPointer.empty(), new Nothing(), Map.of());
  }

  /**
   * The members of an object whose names are data, such as {@code {"2024-01-02": {...}}}.
   *
   * @param key where in the record the member's name goes
   * @param value where its value goes; where empty, the value is the record
   */
  public static Records members(String pointer, String key, String value) {
    Layout members = new Members(JsonPointer.compile(key), JsonPointer.compile(value));
    return new Records(JsonPointer.compile(pointer), members, Map.of());
  }

  /** Where in an element the record is, such as {@code /node}. */
  public Records item(String pointer) {
    return new Records(at, new Elements(JsonPointer.compile(pointer)), copies);
  }

  /** Fills a place in each record from the answer around it. */
  public Records copy(String from, String to) {
    JsonPointer place = JsonPointer.compile(to);
    return new Records(at, layout, Copies.with(copies, place, JsonPointer.compile(from)));
  }

  /**
   * The records of an answer; none where null stands in their place.
   *
   * @throws ApiException with {@link ErrorCode#PARSING_ERROR} where nothing is there at all: the
   *     pointer is wrong or the API has changed, and that must not pass for an empty list
   */
  public List<JsonNode> in(JsonNode answer) {
    JsonNode found = answer.at(at);
    if (found.isNull()) {
      return List.of();
    }
    return layout.records(found, at).stream().map(each -> withCopies(each, answer)).toList();
  }

  private JsonNode withCopies(JsonNode found, JsonNode answer) {
    JsonNode copied = copies.isEmpty() ? found : found.deepCopy();
    for (Map.Entry<JsonPointer, JsonPointer> copy : copies.entrySet()) {
      JsonNode value = answer.at(copy.getValue());
      if (!value.isMissingNode()) {
        copied = Parameter.Body.set(copied, copy.getKey(), value);
      }
    }
    return copied;
  }

  /** How records lie at their place. */
  public sealed interface Layout {
    /** Takes apart what was found at a place. */
    List<JsonNode> records(JsonNode found, JsonPointer at);
  }

  /** See {@link Records#none}. */
  record Nothing() implements Layout {
    @Override
    public List<JsonNode> records(JsonNode found, JsonPointer at) {
      return List.of();
    }
  }

  /** See {@link Records#at}; the record may lie deeper in each element. */
  record Elements(JsonPointer item) implements Layout {
    @Override
    public List<JsonNode> records(JsonNode found, JsonPointer at) {
      if (found.isObject()) {
        return List.of(present(found.at(item), at));
      }
      if (!found.isArray()) {
        throw nothing(at);
      }
      List<JsonNode> records = new ArrayList<>(found.size());
      found.forEach(element -> records.add(present(element.at(item), at)));
      return records;
    }
  }

  /** See {@link Records#members}. */
  record Members(JsonPointer key, JsonPointer value) implements Layout {
    @Override
    public List<JsonNode> records(JsonNode found, JsonPointer at) {
      if (!found.isObject()) {
        throw nothing(at);
      }
      List<JsonNode> records = new ArrayList<>(found.size());
      found
          .properties()
          .forEach(
              member -> {
                if (value.matches() && !member.getValue().isObject()) {
                  throw nothing(at);
                }
                JsonNode empty = JsonNodeFactory.instance.objectNode();
                JsonNode record = Parameter.Body.set(empty, value, member.getValue().deepCopy());
                records.add(Parameter.Body.set(record, key, TextNode.valueOf(member.getKey())));
              });
      return records;
    }
  }

  private static JsonNode present(JsonNode record, JsonPointer at) {
    if (record.isMissingNode()) {
      throw nothing(at);
    }
    return record;
  }

  private static ApiException nothing(JsonPointer at) {
    return new ApiException(ErrorCode.PARSING_ERROR, "the answer has no records at \"" + at + "\"");
  }
}

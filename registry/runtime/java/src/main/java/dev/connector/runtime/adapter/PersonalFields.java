package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Parameter;
import java.util.List;

/** Hides what is declared personal: every value there, not whether there is one. */
final class PersonalFields {

  private static final JsonNode MASK = TextNode.valueOf("***");

  private PersonalFields() {}

  static JsonNode mask(JsonNode found, List<JsonPointer> personal) {
    if (!found.isObject()) {
      return found;
    }
    JsonNode masked = found.deepCopy();
    for (JsonPointer pointer : personal) {
      JsonNode value = masked.at(pointer);
      if (!value.isMissingNode() && !value.isNull()) {
        masked = Parameter.Body.set(masked, pointer, MASK);
      }
    }
    return masked;
  }
}

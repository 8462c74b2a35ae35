package dev.connector.runtime.message;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Where a response carries a value, such as the token of the next page. */
public sealed interface ResponseValue {

  /** The value there; empty where it is missing, null or the empty text. */
  Optional<JsonNode> in(Response response);

  /** A place in the JSON body, as a JSON Pointer. */
  static ResponseValue body(String pointer) {
    return new Body(JsonPointer.compile(pointer));
  }

  /** A header. */
  static ResponseValue header(String name) {
    return new Header(name);
  }

  /** A place in the JSON body. */
  record Body(JsonPointer pointer) implements ResponseValue {
    @Override
    public Optional<JsonNode> in(Response response) {
      JsonNode value = response.body().at(pointer);
      boolean absent = value.isMissingNode() || value.isNull();
      return absent || (value.isTextual() && value.textValue().isEmpty())
          ? Optional.empty()
          : Optional.of(value);
    }

    @Override
    public String toString() {
      return pointer.toString();
    }
  }

  /** A header. */
  record Header(String name) implements ResponseValue {
    @Override
    public Optional<JsonNode> in(Response response) {
      return Optional.ofNullable(response.headers().get(name))
          .filter(value -> !value.isEmpty())
          .map(TextNode::valueOf);
    }

    @Override
    public String toString() {
      return "header " + name;
    }
  }
}

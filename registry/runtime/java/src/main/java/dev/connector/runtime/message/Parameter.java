package dev.connector.runtime.message;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Where a request carries a value, such as a page number or the bound of a filter. */
public sealed interface Parameter {

  /** Returns the request with this value in this place, instead of the one it had there. */
  Request put(Request request, JsonNode value);

  /** A query parameter. */
  static Parameter query(String name) {
    return new Query(name);
  }

  /** A header. */
  static Parameter header(String name) {
    return new Header(name);
  }

  /** A field of a form. */
  static Parameter form(String name) {
    return new Form(name);
  }

  /** A placeholder of the path. */
  static Parameter variable(String name) {
    return new Variable(name);
  }

  /** A place in the JSON body, as a JSON Pointer. */
  static Parameter body(String pointer) {
    return new Body(JsonPointer.compile(pointer));
  }

  /** Wherever else the value goes: several places, or a part of a text. */
  static Parameter by(Writer put) {
    return new Computed(put);
  }

  /** The API takes no such value: the request stays as it is, and the reader has to filter. */
  static Parameter nowhere() {
    return new Nowhere();
  }

  /** Returns a request with a value in it. */
  @FunctionalInterface
  interface Writer {
    Request put(Request request, JsonNode value);
  }

  /** See {@link #by}. */
  record Computed(Writer how) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return how.put(request, value);
    }
  }

  /** See {@link #nowhere}. */
  record Nowhere() implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return request;
    }
  }

  /** A query parameter. */
  record Query(String name) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return request.query(name, value.asText());
    }
  }

  /** A header. */
  record Header(String name) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return request.header(name, value.asText());
    }
  }

  /** A placeholder of the path. */
  record Variable(String name) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return request.variable(name, value.asText());
    }
  }

  /** A field of a form. */
  record Form(String name) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      return request.form(name, value.asText());
    }
  }

  /**
   * A place in the JSON body. Objects on the way to it are made where there are none; where text
   * stands there, the value is written as text, too.
   */
  record Body(JsonPointer pointer) implements Parameter {
    @Override
    public Request put(Request request, JsonNode value) {
      JsonNode body =
          request.content() instanceof Content.Json json
              ? json.value().deepCopy()
              : MissingNode.getInstance();
      return request.body(set(body, pointer, value));
    }

    public static JsonNode set(JsonNode node, JsonPointer rest, JsonNode value) {
      if (rest.matches()) {
        return node.isTextual() ? TextNode.valueOf(value.asText()) : value;
      }
      if (node instanceof ArrayNode array) {
        int index = rest.getMatchingIndex();
        array.set(index, set(array.path(index), rest.tail(), value));
        return array;
      }
      ObjectNode object =
          node instanceof ObjectNode existing ? existing : JsonNodeFactory.instance.objectNode();
      String name = rest.getMatchingProperty();
      object.set(name, set(object.path(name), rest.tail(), value));
      return object;
    }
  }
}

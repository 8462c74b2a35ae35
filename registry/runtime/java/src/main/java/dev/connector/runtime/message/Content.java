package dev.connector.runtime.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a request carries in its body. */
public sealed interface Content {

  /** No body. */
  record None() implements Content {}

  /** A JSON document. */
  record Json(JsonNode value) implements Content {

    public Json {
      value = value.deepCopy(); // a tree is mutable, a request is not
    }

    /** Leaves out the document, which may hold secrets. */
    @Override
    public String toString() {
      return "Json[]";
    }
  }

  /** Form fields in order; a field may have several values. */
  record Form(Map<String, List<String>> fields) implements Content {

    public Form {
      fields = Copies.of(fields);
    }

    /** A form without fields yet. */
    public static Form empty() {
      return new Form(Map.of());
    }

    /** The same with a field. */
    public Form with(String name, String value) {
      return new Form(Copies.with(fields, name, List.of(value)));
    }

    /** Names the fields only: values may be secret. */
    @Override
    public String toString() {
      return "Form" + fields.keySet();
    }
  }
}

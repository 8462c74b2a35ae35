package dev.connector.spec.conformance.mock.fault;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.conformance.mock.exchange.Page;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the first record of a page, by its schema. */
public sealed interface RecordFault extends Fault {

  /** The record with the fault in it, or nothing where it cannot have it. */
  Optional<ObjectNode> spoil(ObjectNode record, Page.About about);

  default Optional<Page> spoil(Page page) {
    if (page.records().isEmpty() || !page.records().get(0).isObject()) {
      return Optional.empty();
    }
    ObjectNode first = page.records().get(0).deepCopy();
    return spoil(first, page.about())
        .map(
            spoiled -> {
              List<JsonNode> records = new ArrayList<>(page.records());
              records.set(0, spoiled);
              return page.records(records);
            });
  }

  /** A value of a type that the schema does not allow, where the record is no key. */
  record WrongType() implements RecordFault {
    @Override
    public Optional<ObjectNode> spoil(ObjectNode record, Page.About about) {
      return new Violation(about).wrongType(record);
    }
  }

  /** A field that the schema requires, and that is no key, is not there. */
  record MissingField() implements RecordFault {
    @Override
    public Optional<ObjectNode> spoil(ObjectNode record, Page.About about) {
      return new Violation(about).missingField(record);
    }
  }

  /** The primary key, or the first part of it, is not there. */
  record MissingKey() implements RecordFault {
    @Override
    public Optional<ObjectNode> spoil(ObjectNode record, Page.About about) {
      Optional<JsonPointer> key = about.type().primaryKey().stream().findFirst();
      key.ifPresent(at -> Pointers.remove(record, at));
      return key.map(at -> record);
    }
  }

  /**
   * Fields have other values.
   *
   * @param values by their place; a missing node where a field is to be left out
   */
  record OtherValues(Map<JsonPointer, JsonNode> values) implements RecordFault {
    @Override
    public Optional<ObjectNode> spoil(ObjectNode record, Page.About about) {
      values.forEach(
          (at, value) -> {
            if (value.isMissingNode()) {
              Pointers.remove(record, at);
            } else {
              Pointers.set(record, at, value);
            }
          });
      return Optional.of(record);
    }
  }
}

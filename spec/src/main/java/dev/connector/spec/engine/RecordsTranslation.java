package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.paging.Records;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Source;
import java.util.Map;

/** Where an answer holds its records. */
public final class RecordsTranslation {

  private RecordsTranslation() {}

  /** Where the answers of an operation have their records, as the runtime reads them. */
  public static Records records(Answer answer) {
    Unsupported.when(answer.format() != Answer.Format.JSON, "answers in " + answer.format());
    var place =
        answer
            .records()
            .orElseThrow(() -> Unsupported.feature("reading an operation without records"));
    Records records = shaped(place);
    for (Map.Entry<JsonPointer, JsonPointer> copy : place.copy().entrySet()) {
      records = records.copy(copy.getValue().toString(), copy.getKey().toString());
    }
    return records;
  }

  /** A place in an answer, as the runtime knows it. */
  static ResponseValue value(Source source) {
    return source instanceof Source.Header header
        ? ResponseValue.header(header.name())
        : ResponseValue.body(((Source.Body) source).pointer().toString());
  }

  private static Records shaped(dev.connector.spec.definition.Records place) {
    String at = place.at().toString();
    if (place.shape() instanceof dev.connector.spec.definition.Records.Entries entries) {
      return Records.members(at, entries.key().toString(), entries.value().toString());
    }
    if (place.shape() instanceof dev.connector.spec.definition.Records.Array array) {
      return Records.at(at).item(array.item().toString());
    }
    Unsupported.when(
        place.shape() instanceof dev.connector.spec.definition.Records.Table,
        "records in the rows of a table");
    return Records.at(at);
  }
}

package dev.connector.spec.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operation answers.
 *
 * @param format how the body is written
 * @param records where records are in it; empty where the operation returns none
 * @param emptyStatuses statuses of an error that here mean that there are no records
 * @param errors rules for this operation, before the connector's own
 */
public record Answer(
    Format format, Optional<Records> records, List<Integer> emptyStatuses, List<ErrorRule> errors) {

  public Answer {
    Objects.requireNonNull(format);
    Objects.requireNonNull(records);
    emptyStatuses = List.copyOf(emptyStatuses);
    errors = List.copyOf(errors);
  }

  /** How a response body is written. */
  public enum Format {
    /** One JSON document. */
    JSON,
    /** One JSON document a line. */
    NDJSON,
    /** Comma-separated values with a header line. */
    CSV,
    /** XML. */
    XML
  }
}

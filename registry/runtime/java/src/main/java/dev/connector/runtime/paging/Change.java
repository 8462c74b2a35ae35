package dev.connector.runtime.paging;

/**
 * What happened to a record since it was read last.
 *
 * @param kind created or changed, or gone
 * @param record the record as the API gives it now
 */
public record Change<T>(Kind kind, T record) {

  /** What happened. */
  public enum Kind {
    UPSERT,
    DELETE
  }

  public boolean deleted() {
    return kind == Kind.DELETE;
  }
}

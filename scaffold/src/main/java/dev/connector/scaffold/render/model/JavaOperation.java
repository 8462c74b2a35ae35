package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Operation;
import java.util.List;
import java.util.Optional;

/**
 * An operation as Java.
 *
 * @param name the definition's, {@code list}
 * @param method the name of the method that calls it, {@code list}
 * @param required what it cannot be called without, in the order of the method's parameters; those
 *     that a parent binds are among them
 * @param optional what it may be told besides
 * @param options the simple name of the type that holds what is optional; empty where nothing is
 * @param result what the method returns
 * @param refusal why the operation cannot be called; empty where it can
 */
public record JavaOperation(
    String name,
    Operation definition,
    String method,
    List<JavaArgument> required,
    List<JavaArgument> optional,
    String options,
    Result result,
    Optional<String> refusal) {

  /** What a method returns. */
  public enum Result {
    /** A stream of records. */
    STREAM,
    /** One record. */
    RECORD,
    /** The answer as the API gives it, of whose form nothing is known. */
    ANSWER,
    /** Nothing. */
    NOTHING
  }

  public JavaOperation {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** Whether the answer is the record. */
  boolean wholeRecord() {
    return result == Result.RECORD
        && definition
            .answer()
            .records()
            .filter(it -> it.at().matches() && it.copy().isEmpty())
            .isPresent();
  }

  /** Whether more is required than anybody wants to count parameters. */
  public boolean crowded() {
    return required.size() > 8;
  }
}

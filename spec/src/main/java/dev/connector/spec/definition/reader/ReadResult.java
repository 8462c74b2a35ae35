package dev.connector.spec.definition.reader;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reading a definition gave.
 *
 * @param definition present exactly where no problem is an error
 * @param problems all of them, in the order of the document's parts
 */
public record ReadResult(Optional<Definition> definition, List<Problem> problems) {

  public ReadResult {
    Objects.requireNonNull(definition);
    problems = List.copyOf(problems);
  }

  /** What keeps the definition from being used. */
  public List<Problem> errors() {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }

  /** What the definition says that does not take effect. */
  public List<Problem> warnings() {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.WARNING).toList();
  }

  /**
   * The definition.
   *
   * @param origin what was read, for the message
   * @throws ConnectorException with all errors where there is none
   */
  public Definition orThrow(String origin) {
    return definition.orElseThrow(
        () -> {
          StringBuilder message = new StringBuilder(origin + " is no valid definition");
          errors().forEach(error -> message.append("\n  ").append(error));
          return new ConnectorException(
              ConnectorException.Kind.CONFLICT, message.toString(), "mend the lines above");
        });
  }
}

package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import java.util.List;

/**
 * Why a part of a definition is as it is: what was inferred about it, then its own parts.
 *
 * @param subject what it is about: the API's title, {@code charges}, {@code charges.list}
 */
public record Explanation(String subject, List<Statement> statements, List<Explanation> parts) {

  public Explanation {
    statements = List.copyOf(statements);
    parts = List.copyOf(parts);
  }

  /**
   * One fact in words.
   *
   * @param what the question it answers, {@code pagination}
   * @param value the answer, as the definition has it
   * @param alternatives what else it might be, the likeliest first
   */
  public record Statement(
      String what,
      String value,
      Confidence confidence,
      List<Evidence> evidence,
      List<String> alternatives) {

    public Statement {
      evidence = List.copyOf(evidence);
      alternatives = List.copyOf(alternatives);
    }
  }
}

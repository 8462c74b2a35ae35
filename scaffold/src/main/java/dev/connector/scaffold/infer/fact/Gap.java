package dev.connector.scaffold.infer.fact;

import java.util.List;

/**
 * What the document leaves open, and how a person settles it.
 *
 * @param subject what it is about, {@code charges.list}
 * @param question what is not known, a sentence
 * @param alternatives what it may be, the likeliest first
 * @param edit the one edit of {@code connector.json} that settles it
 * @param evidence what in the document bears on it
 */
public record Gap(
    String subject,
    String question,
    List<String> alternatives,
    Edit edit,
    List<Evidence> evidence) {

  public Gap {
    alternatives = List.copyOf(alternatives);
    evidence = List.copyOf(evidence);
  }

  /**
   * @param pointer where in {@code connector.json}, a JSON Pointer
   * @param value what to write there, JSON
   */
  public record Edit(String pointer, String value) {}
}

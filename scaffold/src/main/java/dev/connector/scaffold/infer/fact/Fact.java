package dev.connector.scaffold.infer.fact;

import java.util.List;

/**
 * Something inferred.
 *
 * @param alternatives what else it might be, the likeliest first; empty where it is sure
 */
public record Fact<T>(
    T value, Confidence confidence, List<Evidence> evidence, List<T> alternatives) {

  public Fact {
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
  }

  public static <T> Fact<T> sure(T value, Evidence... evidence) {
    return new Fact<>(value, Confidence.SURE, List.of(evidence), List.of());
  }

  public static <T> Fact<T> likely(T value, Evidence... evidence) {
    return new Fact<>(value, Confidence.LIKELY, List.of(evidence), List.of());
  }

  public static <T> Fact<T> unsure(T value, Evidence... evidence) {
    return new Fact<>(value, Confidence.UNSURE, List.of(evidence), List.of());
  }

  /** Besides it may be one of these. */
  public Fact<T> or(List<T> others) {
    return new Fact<>(value, confidence, evidence, others);
  }

  public boolean isUnsure() {
    return confidence == Confidence.UNSURE;
  }
}

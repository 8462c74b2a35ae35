package dev.connector.spec.rules;

import java.util.Collection;

/**
 * How much of a specification a connector keeps. Only rules about something it does not have are
 * left out of {@code applicable}: a rule that was not checked weighs like one that is not kept.
 */
public record Figures(int kept, int applicable, int notChecked) {

  public Figures {
    if (kept < 0 || notChecked < 0 || kept + notChecked > applicable) {
      throw new IllegalArgumentException("more rules kept or not checked than there are");
    }
  }

  static Figures of(Collection<Finding> findings) {
    int kept = 0;
    int applicable = 0;
    int notChecked = 0;
    for (Finding finding : findings) {
      Outcome outcome = finding.outcome();
      kept += outcome instanceof Outcome.Kept ? 1 : 0;
      applicable += outcome instanceof Outcome.NotApplicable ? 0 : 1;
      notChecked += outcome instanceof Outcome.NotChecked ? 1 : 0;
    }
    return new Figures(kept, applicable, notChecked);
  }

  /** As people read it: {@code 41 / 43, not checked: 1}. */
  @Override
  public String toString() {
    return kept + " / " + applicable + ", not checked: " + notChecked;
  }
}

package dev.connector.cli.agent.world;

import dev.connector.spec.definition.Definition;
import java.util.ArrayList;
import java.util.List;

/** Which facts a definition has right. */
public record Scorecard(List<String> right, List<String> wrong) {

  public Scorecard {
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  static Scorecard of(Definition definition, List<Fact> facts) {
    List<String> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    facts.forEach(it -> (it.holds().test(definition) ? right : wrong).add(it.name()));
    return new Scorecard(right, wrong);
  }

  /** How many facts there are. */
  public int facts() {
    return right.size() + wrong.size();
  }

  @Override
  public String toString() {
    return right.size() + " of " + facts() + (wrong.isEmpty() ? "" : ", wrong: " + wrong);
  }
}

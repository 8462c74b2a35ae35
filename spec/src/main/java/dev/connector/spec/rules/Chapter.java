package dev.connector.spec.rules;

import java.util.List;

/** Rules about one subject, in their order. */
public record Chapter(String id, String title, List<Rule> rules) {

  public Chapter {
    rules = List.copyOf(rules);
    for (Rule rule : rules) {
      if (!rule.chapter().equals(id)) {
        throw new IllegalArgumentException(rule.id() + " stands in chapter " + id);
      }
    }
  }
}

package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.spec.definition.Pagination;
import java.util.ArrayList;
import java.util.List;

/** One way to read what a document says about further pages. */
record Reading(Pagination pagination, Confidence confidence, List<Evidence> evidence) {

  Reading {
    evidence = List.copyOf(evidence);
  }

  boolean isUsable() {
    return confidence != Confidence.UNSURE;
  }

  Reading unsure() {
    return new Reading(pagination, Confidence.UNSURE, evidence);
  }

  Reading with(List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new Reading(pagination, confidence, all);
  }
}

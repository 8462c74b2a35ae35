package dev.connector.cli.agent.docs;

import java.util.List;

/**
 * What was read.
 *
 * @param notes what was left out, and why, for people
 * @param descriptions addresses and files of machine-readable API descriptions that were noticed;
 *     named by the documentation, hence not to be trusted, and not read
 */
public record Reading(List<Document> documents, List<String> notes, List<String> descriptions) {
  public Reading {
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
    descriptions = List.copyOf(descriptions);
  }
}

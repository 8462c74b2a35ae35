package dev.connector.cli.command;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.sandbox.Candidate;
import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.scaffold.infer.assembly.InferredDefinition;

/** What an agent works on: a connector that is new, or one that is in a project. */
sealed interface AgentSubject permits FreshConnector, InstalledConnector {

  /** What there is before the first proposal. */
  InferredDefinition begun();

  /** A draft as it is to be judged: with the user's own edits, where there are any. */
  Candidate candidate(Draft draft);

  /** How a draft comes into the project. */
  Change change(Draft draft);

  /**
   * What is asked of the planner.
   *
   * @param item the connector as its origin has it
   * @param edited as it is to stand in the project
   */
  record Change(Item item, Item edited, Purpose purpose) {}
}

package dev.connector.cli.command;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.sandbox.Candidate;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A connector that is not in the project yet. Where it was inferred from a description, what was
 * inferred is its origin, and what the model made of it counts as edits: so a later update brings
 * what is new in the description, and keeps them.
 *
 * @param source of the description, for those who read of it
 */
record FreshConnector(InferredDefinition begun, String source, Origin.Rendered origin)
    implements AgentSubject {

  FreshConnector {
    Objects.requireNonNull(begun);
    Objects.requireNonNull(source);
    Objects.requireNonNull(origin);
  }

  @Override
  public Candidate candidate(Draft draft) {
    return Candidate.of(draft.name(), draft.files(source, origin.sha256()));
  }

  @Override
  public Change change(Draft draft) {
    Map<String, byte[]> pristine = new LinkedHashMap<>(draft.rendered(source, origin.sha256()));
    Map<String, byte[]> edited = draft.withOwn(pristine);
    if (!origin.description().isEmpty()) {
      pristine.keySet().removeIf(Item::isDefinition);
      ConnectorDraft.of(begun, Optional.of(draft.name()), source, origin.sha256())
          .files()
          .forEach(
              (path, content) -> {
                if (Item.isDefinition(path)) {
                  pristine.put(path, content);
                }
              });
    }
    return new Change(
        Item.rendered(draft.name(), pristine, origin),
        Item.rendered(draft.name(), edited, origin),
        Purpose.ADD);
  }
}

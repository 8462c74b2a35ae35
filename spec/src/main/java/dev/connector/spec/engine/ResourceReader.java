package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.adapter.Changes;
import dev.connector.runtime.adapter.Handover;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.ParentCheckpoints;
import java.util.Map;

/** Reads one resource, for one parent after the other where it has parents. */
final class ResourceReader {

  /** The most parents whose state is kept, so that a state stays small. */
  private static final int PARENTS = 1000;

  private final ResourcePlan plan;
  private final ReadRequest request;
  private final Handover handover;
  private final Cancellation cancellation;
  private ParentCheckpoints states;

  ResourceReader(
      ResourcePlan plan, ReadRequest request, Handover handover, Cancellation cancellation) {
    this.plan = plan;
    this.request = request;
    this.handover = handover;
    this.cancellation = cancellation;
    this.states =
        request
            .state()
            .filter(it -> hasParent())
            .map(ParentCheckpoints::fromJson)
            .orElseGet(() -> new ParentCheckpoints(Map.of(), PARENTS));
  }

  /** Reads to the end, or as far as was asked. */
  void read(LookAhead.Factory lookAhead) {
    Values values = plan.values(plan.connection().settings(), request.arguments());
    handover.begin();
    try (LookAhead parents = lookAhead.over(Parents.of(plan, values), this::open, cancellation)) {
      while (!handover.ended() && parents.hasNext()) {
        try (LookAhead.Opened opened = parents.next()) {
          Parents.Binding parent = opened.parent();
          handover.take(opened.changes(), parent.record(), it -> state(it, parent), cancellation);
        }
      }
    }
    handover.end();
  }

  private JsonNode state(Checkpoint checkpoint, Parents.Binding parent) {
    if (!hasParent()) {
      return checkpoint.toJson();
    }
    states = states.with(parent.key(), checkpoint);
    return states.toJson();
  }

  private Changes open(Parents.Binding parent) {
    return plan.open(parent.values(), from(parent), handover.rest());
  }

  private Checkpoint from(Parents.Binding parent) {
    Checkpoint known =
        hasParent()
            ? states.of(parent.key())
            : request.state().map(Checkpoint::fromJson).orElse(Checkpoint.NONE);
    return known.equals(Checkpoint.NONE)
        ? request.since().map(ResourcePlan::since).orElse(known)
        : known;
  }

  private boolean hasParent() {
    return plan.resource().reading().parent().isPresent();
  }
}

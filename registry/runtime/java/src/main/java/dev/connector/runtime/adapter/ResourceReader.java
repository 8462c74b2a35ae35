package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.ParentCheckpoints;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads one resource, for one parent after the other where it has parents. */
final class ResourceReader<C> {

  /** The most parents whose state is kept, so that a state stays small. */
  private static final int PARENTS = 1000;

  /** Parents whose children's first pages are fetched side by side. */
  private static final int LOOK_AHEAD = 4;

  private final Opened<C> connector;
  private final Resource<C> resource;
  private final ReadRequest request;
  private final Arguments arguments;
  private ParentCheckpoints states;

  ResourceReader(Opened<C> connector, ReadRequest request) {
    this.connector = connector;
    this.resource = connector.resource(request.resource());
    this.request = request;
    this.arguments = connector.arguments(resource, request.arguments());
    this.states =
        request
            .state()
            .filter(it -> hasParent())
            .map(ParentCheckpoints::fromJson)
            .orElseGet(() -> new ParentCheckpoints(Map.of(), PARENTS));
  }

  /**
   * Reads to the end, or as far as was asked.
   *
   * @param work what is done in another thread, told where to say what it does
   */
  void read(Handover handover, Cancellation cancellation, UnaryOperator<Runnable> work) {
    handover.begin();
    int distance = hasParent() && request.limit().isEmpty() ? LOOK_AHEAD : 0;
    try (LookAhead parents =
        new LookAhead(
            distance,
            Parents.of(connector, resource, arguments, cancellation),
            parent -> open(parent, handover),
            work)) {
      while (!handover.ended() && parents.hasNext()) {
        try (LookAhead.Opened opened = parents.next(cancellation)) {
          ParentRecord parent = opened.parent();
          handover.take(opened.changes(), parent, it -> state(it, parent), cancellation);
        }
      }
    }
    handover.end();
  }

  private Changes open(ParentRecord parent, Handover handover) {
    return connector
        .reading(resource, arguments, parent)
        .open(connector.http(), from(parent), handover.rest());
  }

  private JsonNode state(Checkpoint checkpoint, ParentRecord parent) {
    if (!hasParent()) {
      return checkpoint.toJson();
    }
    states = states.with(parent.key(), checkpoint);
    return states.toJson();
  }

  private Checkpoint from(ParentRecord parent) {
    Checkpoint known =
        hasParent()
            ? states.of(parent.key())
            : request.state().map(Checkpoint::fromJson).orElse(Checkpoint.NONE);
    return known.equals(Checkpoint.NONE)
        ? request.since().map(it -> Checkpoint.at(TextNode.valueOf(it))).orElse(known)
        : known;
  }

  private boolean hasParent() {
    return resource.parent().isPresent();
  }
}

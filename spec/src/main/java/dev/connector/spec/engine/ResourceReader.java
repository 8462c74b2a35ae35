package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incomplete;
import dev.connector.runtime.paging.ParentCheckpoints;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one resource, for one parent after the other where it has parents. */
final class ResourceReader {

  /** The most parents whose state is kept, so that a state stays small. */
  private static final int PARENTS = 1000;

  private final ResourcePlan plan;
  private final ReadRequest request;
  private final Emission emission;
  private final Cancellation cancellation;
  private ParentCheckpoints states;
  private Optional<Event.Reason> incomplete = Optional.empty();
  private long withoutCursor;

  ResourceReader(
      ResourcePlan plan, ReadRequest request, Emission emission, Cancellation cancellation) {
    this.plan = plan;
    this.request = request;
    this.emission = emission;
    this.cancellation = cancellation;
    this.states =
        request
            .state()
            .filter(it -> hasParent())
            .map(ParentCheckpoints::fromJson)
            .orElseGet(() -> new ParentCheckpoints(Map.of(), PARENTS));
  }

  /** Reads to the end, or as far as was asked; returns how many records and deletes that were. */
  long read(LookAhead.Factory lookAhead) {
    Values values = plan.values(plan.connection().settings(), request.arguments());
    try (LookAhead parents = lookAhead.over(Parents.of(plan, values), this::open, cancellation)) {
      while (incomplete.isEmpty() && parents.hasNext()) {
        try (LookAhead.Opened opened = parents.next()) {
          read(opened);
        }
      }
    }
    emission.status(incomplete, withoutCursor);
    return emission.handedOver();
  }

  private void read(LookAhead.Opened opened) {
    Changes changes = opened.changes();
    Cancellation.Registration registration = cancellation.onCancel(changes::close);
    try {
      Optional<Checkpoint> before = changes.checkpoint();
      while (hasNext(changes)) {
        emission.change(changes.next(), opened.parent());
        before = checkpoint(changes, before, opened.parent());
        if (limitReached()) {
          break;
        }
      }
      checkpoint(changes, before, opened.parent());
      incomplete = limitReached() ? reason(changes) : incomplete.or(() -> reason(changes));
      withoutCursor += changes.withoutCursor();
    } finally {
      registration.remove();
    }
  }

  /** The API's own cap is an end that is reported, not a failure. */
  private static boolean hasNext(Changes changes) {
    try {
      return changes.hasNext();
    } catch (ApiException failure) {
      if (changes.incomplete().filter(it -> it.reason() == Incomplete.Reason.WINDOW).isEmpty()) {
        throw failure;
      }
      return false;
    }
  }

  private Optional<Checkpoint> checkpoint(
      Changes changes, Optional<Checkpoint> before, Parents.Binding parent) {
    Optional<Checkpoint> now = changes.checkpoint();
    if (now.isPresent() && now.get() != before.orElse(null)) {
      emission.checkpoint(state(now.get(), parent));
    }
    return now;
  }

  private JsonNode state(Checkpoint checkpoint, Parents.Binding parent) {
    if (!hasParent()) {
      return checkpoint.toJson();
    }
    states = states.with(parent.bound().toString(), checkpoint);
    return states.toJson();
  }

  private Changes open(Parents.Binding parent) {
    return plan.open(parent.values(), from(parent), rest());
  }

  private Checkpoint from(Parents.Binding parent) {
    Checkpoint known =
        hasParent()
            ? states.of(parent.bound().toString())
            : request.state().map(Checkpoint::fromJson).orElse(Checkpoint.NONE);
    return known.equals(Checkpoint.NONE)
        ? request.since().map(ResourcePlan::since).orElse(known)
        : known;
  }

  private OptionalLong rest() {
    return request.limit().isPresent()
        ? OptionalLong.of(request.limit().getAsLong() - emission.handedOver())
        : OptionalLong.empty();
  }

  private boolean limitReached() {
    return request.limit().isPresent() && emission.handedOver() >= request.limit().getAsLong();
  }

  /** With parents, others may follow; without, the list itself knows. */
  private Optional<Event.Reason> reason(Changes changes) {
    if (limitReached() && hasParent()) {
      return Optional.of(Event.Reason.LIMIT);
    }
    return changes
        .incomplete()
        .map(
            it ->
                it.reason() == Incomplete.Reason.LIMIT ? Event.Reason.LIMIT : Event.Reason.WINDOW);
  }

  private boolean hasParent() {
    return plan.resource().reading().parent().isPresent();
  }
}

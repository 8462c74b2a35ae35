package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incomplete;
import dev.connector.runtime.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Hands over what was read, as events: records checked, masked and counted, checkpoints behind
 * their pages, a status at the end. Belongs to one thread.
 */
public final class Handover {

  /**
   * What was asked for.
   *
   * @param limit the most records and deletes
   * @param canonical whether records come in their canonical form, too
   * @param masked whether personal fields are hidden
   */
  public record Options(OptionalLong limit, boolean canonical, boolean masked) {}

  private final RecordType type;
  private final Options options;
  private final EventSink events;
  private Optional<Event.Reason> incomplete = Optional.empty();
  private long records;
  private long deletes;
  private long invalid;
  private long withoutCursor;

  public Handover(RecordType type, Options options, EventSink events) {
    this.type = type;
    this.options = options;
    this.events = events;
  }

  /** Says what the records look like. */
  public void begin() {
    events.accept(new Event.Schema(type.resource(), type.schema(), type.primaryKey()));
  }

  /**
   * Hands over all of a list, or as much of it as was asked for.
   *
   * @param state what a checkpoint is kept as
   */
  public void take(
      Changes changes,
      ParentRecord parent,
      Function<Checkpoint, JsonNode> state,
      Cancellation cancellation) {
    Cancellation.Registration registration = cancellation.onCancel(changes::close);
    try {
      Optional<Checkpoint> before = changes.checkpoint();
      while (hasNext(changes)) {
        change(changes.next(), parent);
        before = checkpoint(changes, before, state);
        if (limitReached()) {
          break;
        }
      }
      checkpoint(changes, before, state);
      incomplete =
          limitReached() ? reason(changes, parent) : incomplete.or(() -> reason(changes, parent));
      withoutCursor += changes.withoutCursor();
    } finally {
      registration.remove();
    }
  }

  /** Whether enough was read, or all the API gives. */
  public boolean ended() {
    return incomplete.isPresent();
  }

  /** How many more were asked for. */
  public OptionalLong rest() {
    return options.limit().isPresent()
        ? OptionalLong.of(options.limit().getAsLong() - records - deletes)
        : OptionalLong.empty();
  }

  /** Says how it ended. */
  public void end() {
    events.accept(
        new Event.Status(
            type.resource(),
            incomplete,
            new Event.Counts(records, deletes, invalid, withoutCursor)));
  }

  private boolean limitReached() {
    return options.limit().isPresent() && rest().getAsLong() <= 0;
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
      Changes changes, Optional<Checkpoint> before, Function<Checkpoint, JsonNode> state) {
    Optional<Checkpoint> now = changes.checkpoint();
    if (now.isPresent() && now.get() != before.orElse(null)) {
      events.accept(new Event.Checkpoint(type.resource(), state.apply(now.get())));
    }
    return now;
  }

  /** With parents, the children of others may follow; without, the list itself knows. */
  private Optional<Event.Reason> reason(Changes changes, ParentRecord parent) {
    if (limitReached() && parent.found().isPresent()) {
      return Optional.of(Event.Reason.LIMIT);
    }
    return changes
        .incomplete()
        .map(
            it ->
                it.reason() == Incomplete.Reason.LIMIT ? Event.Reason.LIMIT : Event.Reason.WINDOW);
  }

  private void change(Change<JsonNode> change, ParentRecord parent) {
    JsonNode found = parent.copiedInto(change.record());
    if (change.deleted()) {
      deletes++;
      events.accept(new Event.Delete(type.resource(), key(found)));
      return;
    }
    List<Violation> violations = violations(found);
    records++;
    invalid += violations.isEmpty() ? 0 : 1;
    JsonNode shown = options.masked() ? PersonalFields.mask(found, type.personal()) : found;
    Optional<JsonNode> canonical =
        options.canonical() ? type.canonical().map(form -> form.from(shown)) : Optional.empty();
    events.accept(new Event.Record(type.resource(), shown, parent.found(), canonical, violations));
  }

  private List<Violation> violations(JsonNode found) {
    List<Violation> violations = type.rules().violations(found);
    for (JsonPointer pointer : type.primaryKey()) {
      if (!isKey(found.at(pointer))) {
        violations = new ArrayList<>(violations);
        violations.add(new Violation(pointer.toString(), "lacks the primary key"));
      }
    }
    return violations;
  }

  private List<JsonNode> key(JsonNode found) {
    List<JsonNode> key = new ArrayList<>();
    for (JsonPointer pointer : type.primaryKey()) {
      if (!isKey(found.at(pointer))) {
        throw new ApiException(
            ErrorCode.VALIDATION_ERROR,
            "a deleted record of " + type.resource() + " has no primary key at " + pointer);
      }
      key.add(found.at(pointer));
    }
    return key;
  }

  private static boolean isKey(JsonNode value) {
    return value.isNumber() || (value.isTextual() && !value.textValue().isEmpty());
  }
}

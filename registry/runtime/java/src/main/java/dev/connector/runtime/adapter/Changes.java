package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incomplete;
import dev.connector.runtime.paging.RecordStream;
import java.util.List;
import java.util.Optional;

/** The records of one list, read lazily: all of them, or what changed. Belongs to one thread. */
public sealed interface Changes extends AutoCloseable {

  boolean hasNext();

  Change<JsonNode> next();

  /** How far all of it has been handed over; the same object until there is a newer one. */
  Optional<Checkpoint> checkpoint();

  /** Why there may be more than was read. */
  Optional<Incomplete> incomplete();

  long withoutCursor();

  @Override
  void close();

  /** What changed since a checkpoint. */
  record Since(ChangeStream<JsonNode> stream) implements Changes {
    @Override
    public boolean hasNext() {
      return stream.hasNext();
    }

    @Override
    public Change<JsonNode> next() {
      return stream.next();
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return Optional.of(stream.checkpoint());
    }

    @Override
    public Optional<Incomplete> incomplete() {
      return stream.incomplete();
    }

    @Override
    public long withoutCursor() {
      return stream.withoutCursor();
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  /**
   * All records, and then those that are gone.
   *
   * @param gone deleted records; empty where they have no list
   * @param emptyStatuses errors that mean that there is nothing
   */
  record Full(
      RecordStream<JsonNode> all,
      Optional<RecordStream<JsonNode>> gone,
      List<Integer> emptyStatuses)
      implements Changes {
    @Override
    public boolean hasNext() {
      return remaining(all)
          || (all.incomplete().isEmpty() && gone.filter(this::remaining).isPresent());
    }

    @Override
    public Change<JsonNode> next() {
      return remaining(all)
          ? new Change<>(Change.Kind.UPSERT, all.next())
          : new Change<>(Change.Kind.DELETE, gone.orElseThrow().next());
    }

    private boolean remaining(RecordStream<JsonNode> stream) {
      try {
        return stream.hasNext();
      } catch (ApiException failure) {
        if (failure.status().isPresent() && emptyStatuses.contains(failure.status().getAsInt())) {
          return false;
        }
        throw failure;
      }
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return Optional.empty();
    }

    @Override
    public Optional<Incomplete> incomplete() {
      return all.incomplete().or(() -> gone.flatMap(RecordStream::incomplete));
    }

    @Override
    public long withoutCursor() {
      return 0;
    }

    @Override
    public void close() {
      all.close();
      gone.ifPresent(RecordStream::close);
    }
  }
}

package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Deletes;
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
  final class Since implements Changes {
    private final ChangeStream<JsonNode> stream;
    private final EmptyList empty;

    Since(ChangeStream<JsonNode> stream, EmptyList empty) {
      this.stream = stream;
      this.empty = empty;
    }

    @Override
    public boolean hasNext() {
      return empty.more(stream::hasNext);
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

  /** All records, and then those that are gone where they have a list of their own. */
  final class Full implements Changes {
    private final RecordStream<JsonNode> all;
    private final Optional<RecordStream<JsonNode>> gone;
    private final Deletes deletes;
    private final EmptyList empty;
    private final EmptyList emptyGone;

    Full(
        RecordStream<JsonNode> all,
        Optional<RecordStream<JsonNode>> gone,
        Deletes deletes,
        List<Integer> emptyStatuses) {
      this.all = all;
      this.gone = gone;
      this.deletes = deletes;
      this.empty = new EmptyList(emptyStatuses);
      this.emptyGone = new EmptyList(emptyStatuses);
    }

    @Override
    public boolean hasNext() {
      return empty.more(all::hasNext) || (all.incomplete().isEmpty() && moreGone());
    }

    @Override
    public Change<JsonNode> next() {
      if (!empty.more(all::hasNext)) {
        return new Change<>(Change.Kind.DELETE, gone.orElseThrow().next());
      }
      JsonNode found = all.next();
      Change.Kind kind = deletes.includes(found) ? Change.Kind.DELETE : Change.Kind.UPSERT;
      return new Change<>(kind, found);
    }

    private boolean moreGone() {
      return gone.filter(it -> emptyGone.more(it::hasNext)).isPresent();
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

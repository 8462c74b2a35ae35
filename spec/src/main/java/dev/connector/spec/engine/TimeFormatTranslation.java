package dev.connector.spec.engine;

import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.Incremental;
import java.util.Optional;

/** How the runtime writes the times by which changes are read. */
public final class TimeFormatTranslation {

  private TimeFormatTranslation() {}

  /** The format of a cursor's value in requests; empty for one that the runtime cannot write. */
  public static Optional<TimeFormat> of(Incremental.Value value) {
    if (value.format().isEmpty()) {
      return Optional.of(
          value.type() == Incremental.Type.DATE ? TimeFormat.DATE : TimeFormat.ISO8601);
    }
    switch (value.format().get()) {
      case ISO8601:
        return Optional.of(TimeFormat.ISO8601);
      case DATE:
        return Optional.of(TimeFormat.DATE);
      case EPOCH_SECONDS:
        return Optional.of(TimeFormat.EPOCH_SECONDS);
      case EPOCH_MILLIS:
        return Optional.of(TimeFormat.EPOCH_MILLIS);
      default:
        return Optional.empty();
    }
  }
}

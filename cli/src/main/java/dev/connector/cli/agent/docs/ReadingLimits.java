package dev.connector.cli.agent.docs;

import java.time.Duration;
import java.util.Objects;

/**
 * How much is read of each place that is named.
 *
 * @param pages fetched from a server
 * @param files read from a folder
 * @param pageBytes read of one page or file; the rest of it is left out
 * @param totalBytes read of all of them
 * @param time spent on one server
 */
public record ReadingLimits(int pages, int files, int pageBytes, long totalBytes, Duration time) {
  public ReadingLimits {
    if (pages < 1 || files < 1 || pageBytes < 1 || totalBytes < 1) {
      throw new IllegalArgumentException("a limit below one");
    }
    Objects.requireNonNull(time);
  }

  public static ReadingLimits standard() {
    return new ReadingLimits(150, 2000, 4 << 20, 64 << 20, Duration.ofMinutes(3));
  }

  public ReadingLimits withPages(int most) {
    return new ReadingLimits(most, files, pageBytes, totalBytes, time);
  }

  public ReadingLimits withFiles(int most) {
    return new ReadingLimits(pages, most, pageBytes, totalBytes, time);
  }

  public ReadingLimits withBytes(int ofOnePage, long ofAll) {
    return new ReadingLimits(pages, files, ofOnePage, ofAll, time);
  }

  public ReadingLimits withTime(Duration most) {
    return new ReadingLimits(pages, files, pageBytes, totalBytes, most);
  }
}

package dev.connector.runtime.settings;

import java.util.List;

/**
 * How much the client takes on at once.
 *
 * @param concurrent how many requests are in flight at most
 * @param waiting how many further calls may wait for their turn; one more fails at once
 * @param bodyBytes the longest answer that is read, after decompression
 */
public record Capacity(int concurrent, int waiting, long bodyBytes) {

  private static final Setting<Long> CONCURRENT =
      Setting.withDefault("maxConcurrent", Shape.number(1, 10_000), "10");
  private static final Setting<Long> WAITING =
      Setting.withDefault("maxWaiting", Shape.number(0, 1_000_000), "1000");
  private static final Setting<Long> BODY_BYTES =
      Setting.withDefault("maxBodyBytes", Shape.number(1, Integer.MAX_VALUE - 16), "33554432");

  static final List<Setting<?>> SETTINGS = List.of(CONCURRENT, WAITING, BODY_BYTES);

  public Capacity {
    if (concurrent < 1 || waiting < 0 || bodyBytes < 1) {
      throw new IllegalArgumentException("a client needs room for at least one request");
    }
  }

  static Capacity of(Settings settings) {
    return new Capacity(
        settings.get(CONCURRENT).intValue(),
        settings.get(WAITING).intValue(),
        settings.get(BODY_BYTES));
  }
}

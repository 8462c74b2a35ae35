package dev.connector.spec.conformance;

import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Comes to an outcome step by step: what is seen is collected, and the first thing that is not as
 * expected decides.
 */
public final class Judgement {

  /** Requests that are named; what went wrong is seen early on. */
  private static final int MOST = 40;

  private final List<String> seen = new ArrayList<>();
  private Outcome.Broken broken;

  /** Something was observed that could have been otherwise. */
  public Judgement saw(String what) {
    seen.add(what);
    return this;
  }

  /**
   * Something has one value.
   *
   * @param what it is about, {@code requests after a 503}
   */
  public Judgement expect(String what, Object expected, Object got) {
    return expect(Objects.equals(expected, got), what + ": " + expected, String.valueOf(got));
  }

  /** Something is as expected, or what came instead is said. */
  public Judgement expect(boolean kept, String expected, String got) {
    if (kept) {
      seen.add(expected);
    }
    return require(kept, expected, got);
  }

  /** Something has to be so, and is not worth a word where it is. */
  public Judgement require(String what, Object expected, Object got) {
    return require(Objects.equals(expected, got), what + ": " + expected, String.valueOf(got));
  }

  /** Something has to be so, and is not worth a word where it is. */
  public Judgement require(boolean kept, String expected, String got) {
    if (!kept && broken == null) {
      broken = new Outcome.Broken(expected, got, List.of());
    }
    return this;
  }

  /** Whether anything was not as expected, so that going on is of no use. */
  public boolean failed() {
    return broken != null;
  }

  /** What it comes to, with the requests that a mock API saw as evidence where it is broken. */
  public Outcome outcome(MockApi... mocks) {
    if (broken == null) {
      return new Outcome.Kept(String.join("; ", seen));
    }
    List<String> evidence = new ArrayList<>();
    for (MockApi mock : mocks) {
      evidence.addAll(requests(mock.requests()));
    }
    return new Outcome.Broken(broken.expected(), broken.got(), evidence);
  }

  /** The requests with their times from the first one on. */
  private static List<String> requests(List<SeenRequest> seen) {
    List<String> lines = new ArrayList<>();
    seen.stream()
        .limit(MOST)
        .map(
            it ->
                "+"
                    + Duration.between(seen.get(0).time(), it.time()).toMillis()
                    + " ms "
                    + it.method()
                    + " "
                    + it.path())
        .forEach(lines::add);
    if (seen.size() > MOST) {
      lines.add("and " + (seen.size() - MOST) + " more");
    }
    return lines;
  }
}

package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults to come. A request gets the first one that is for it, and no second one. Thread-safe.
 */
public final class FaultPlan {

  private final List<Planned> planned = new ArrayList<>();
  private int happened;

  public synchronized void add(FaultRule rule) {
    planned.add(new Planned(rule));
  }

  /** From now on every answer is right, as far as it is not on its way. */
  public synchronized void clear() {
    planned.clear();
  }

  /** How many answers were spoiled. */
  public synchronized int happened() {
    return happened;
  }

  /**
   * What to do to the answer to a request; {@link #happened(Draw)} or {@link #giveBack} follows.
   */
  public synchronized Optional<Draw> draw(SeenRequest request) {
    for (Planned each : planned) {
      if (each.rule.when().test(request) && each.isDue()) {
        each.left--;
        return Optional.of(new Draw(each));
      }
    }
    return Optional.empty();
  }

  public synchronized void happened(Draw draw) {
    happened++;
    planned.removeIf(it -> it == draw.planned && it.left == 0);
  }

  /** The fault could not be there; it waits for the next request. */
  public synchronized void giveBack(Draw draw) {
    draw.planned.left++;
  }

  /** One use of a rule. */
  public static final class Draw {
    private final Planned planned;

    private Draw(Planned planned) {
      this.planned = planned;
    }

    public Fault fault() {
      return planned.rule.fault();
    }
  }

  private static final class Planned {
    private final FaultRule rule;
    private int left;
    private int passed;

    Planned(FaultRule rule) {
      this.rule = rule;
      this.left = rule.times();
    }

    boolean isDue() {
      if (passed < rule.after()) {
        passed++;
        return false;
      }
      return left > 0;
    }
  }
}

package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * Mock APIs of one check, one for each size of a page, and a connector before each: to start one
 * takes its time where it is a process.
 */
final class Scenes {

  /** Of whatever else there is, so that there are parents, and not too many. */
  private static final int OTHERS = 2;

  /** Records on a page, where the definition leaves a choice. */
  private static final int PAGE = 4;

  private final Bench bench;
  private final int others;
  private final Map<Integer, Scene> bySize = new HashMap<>();

  /** Leaves no more than others of what was filled last, on the mock where it was filled. */
  private Runnable emptying = () -> {};

  Scenes(Bench bench) {
    this(bench, OTHERS);
  }

  private Scenes(Bench bench, int others) {
    this.bench = bench;
    this.others = others;
  }

  /** With one parent each, so that what is read is one list, and nothing beside it. */
  static Scenes ofOneList(Bench bench) {
    return new Scenes(bench, 1);
  }

  /**
   * A mock API before a connector.
   *
   * @param size how many records the mock puts on a page
   */
  record Scene(MockApi mock, Connector connector, int size) {

    void fill(Target target, int records) {
      mock.dataset().refill(target.name(), records);
    }
  }

  /** One with pages of a size that suits a target, and so many of its records. */
  Scene of(Target target, int records) {
    Scene scene = bySize.computeIfAbsent(target.pageSize(PAGE), this::start);
    scene.mock().heal();
    emptying.run();
    emptying = () -> scene.fill(target, others);
    scene.fill(target, records);
    return scene;
  }

  private Scene start(int size) {
    MockApi mock = bench.mock(new MockOptions(1, others, size).unmetered());
    return new Scene(mock, bench.connector(mock, Probe.QUICK), size);
  }
}

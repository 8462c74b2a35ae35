package dev.connector.scaffold.corpus;

import dev.connector.scaffold.render.RenderedConnectors;
import dev.connector.scaffold.render.RenderedConnectors.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles the connectors as a user's build would, with every warning on, and runs their tests. */
final class BuildSweep {

  /** Enough to see what is wrong; the rest is most often the same. */
  private static final int SHOWN = 3;

  private static final int LONGEST = 1_000;

  void run(List<Made> made) {
    int connectors = 0;
    int compiled = 0;
    int sound = 0;
    try (RenderedConnectors rendered = new RenderedConnectors()) {
      for (Made each : made) {
        if (each.draft().isEmpty()) {
          continue;
        }
        Outcome outcome =
            rendered.test(each.draft().get().definition().name(), each.draft().get().files());
        connectors++;
        compiled += outcome.complaints().isEmpty() ? 1 : 0;
        sound += outcome.sound() ? 1 : 0;
        if (!outcome.sound()) {
          System.out.printf("  NOT SOUND %s, tests %d%n", each.document(), outcome.tests());
          shown(outcome.complaints());
          shown(outcome.failures());
        }
      }
    }
    System.out.printf(
        "compile without a warning: %d / %d, %.1f %%; of all pass their own tests: %d, %.1f %%%n",
        compiled, connectors, percent(compiled, connectors), sound, percent(sound, connectors));
  }

  private static void shown(List<String> all) {
    all.stream()
        .limit(SHOWN)
        .map(it -> it.lines().map(String::strip).collect(Collectors.joining(" ")))
        .forEach(
            it -> System.out.println("      " + it.substring(0, Math.min(it.length(), LONGEST))));
    if (all.size() > SHOWN) {
      System.out.println("      and " + (all.size() - SHOWN) + " more");
    }
  }

  private static double percent(int some, int all) {
    return all == 0 ? 0 : 100.0 * some / all;
  }
}

package dev.connector.cli.agent.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One step of judging a connector.
 *
 * @param passed whether nothing in it keeps the connector from being accepted
 * @param findings what is to be mended, what must be first; there may be some though it passed
 */
public record Stage(Step step, boolean passed, Duration took, List<String> findings) {

  /** The most that is said of one stage. */
  private static final int MOST_FINDINGS = 40;

  /** The longest finding, in characters. */
  private static final int LONGEST = 2000;

  /** What is judged. */
  public enum Step {
    VALIDATE("validate"),
    COMPILE("compile"),
    TESTS("its own tests"),
    ENGINE("conformance of the definition"),
    CODE("conformance of the code");

    private final String title;

    Step(String title) {
      this.title = title;
    }

    /** What people call it. */
    public String title() {
      return title;
    }
  }

  public Stage {
    Objects.requireNonNull(step);
    Objects.requireNonNull(took);
    findings = bounded(findings);
  }

  private static List<String> bounded(List<String> findings) {
    List<String> shown =
        new ArrayList<>(
            findings.stream()
                .limit(MOST_FINDINGS)
                .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) + " ..." : it)
                .toList());
    if (findings.size() > MOST_FINDINGS) {
      shown.add("and " + (findings.size() - MOST_FINDINGS) + " more");
    }
    return List.copyOf(shown);
  }
}

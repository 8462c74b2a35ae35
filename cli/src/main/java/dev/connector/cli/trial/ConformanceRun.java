package dev.connector.cli.trial;

import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Holds a connector's definition or code to rules, and puts all that is known of it together.
 *
 * @param patience the longest a check may take
 * @param begun is told of each rule when its check begins, by the thread that checks it, and who is
 *     held to it
 */
public record ConformanceRun(
    ConnectorFolder folder,
    List<Rule> rules,
    Clock clock,
    Duration patience,
    BiConsumer<Subject, Rule> begun) {

  /** Most of a check is waiting, so that more of them run than there are processors. */
  private static final int PARALLEL = 8;

  /** A process has a start to pay for as well. */
  private static final int PARALLEL_PROCESSES = 4;

  /** What waits longest, and is to begin first, so that the others are done meanwhile. */
  private static final Pattern WAITING =
      Pattern.compile("(RATE|RETRY|BREAK)-.*|ERR-[25]|INC-2|LIFE-2");

  /**
   * What is measured by the clock. A busy machine is late, so that what breaks one of these beside
   * others is tried once more alone.
   */
  private static final Pattern TIMED = Pattern.compile("(RATE|RETRY|BREAK|REQ)-.*");

  private static final Outcome NO_CODE =
      new Outcome.NotApplicable("it is about code, and the engine ran the definition alone");
  private static final Outcome INSIDE =
      new Outcome.NotChecked(
          "it cannot be seen from outside; the tests of the language's runtime are to show it");

  public ConformanceRun {
    rules = List.copyOf(rules);
  }

  /**
   * How the definition does, run by the engine in this process.
   *
   * @param files what reading the files showed
   */
  public Report engine(List<Finding> files) {
    List<Finding> known = new ArrayList<>(files);
    rules.stream()
        .filter(ConformanceRun::aboutCode)
        .forEach(rule -> known.add(new Finding(rule, NO_CODE, Duration.ZERO)));
    return report(Subject.engine(folder), known, PARALLEL);
  }

  /**
   * How the code does, in processes of its own.
   *
   * @param known what reading the files and building the code showed
   */
  public Report code(Subject subject, List<Finding> known) {
    return report(subject, known, PARALLEL_PROCESSES);
  }

  /**
   * The same where starting it again costs next to nothing.
   *
   * @param known what reading the files and building the code showed
   */
  public Report sessions(Subject subject, List<Finding> known) {
    return report(subject, known, PARALLEL);
  }

  /** The rules that are decided in one way. */
  public List<Rule> of(CheckKind kind) {
    return rules.stream().filter(rule -> rule.check() == kind).toList();
  }

  private static boolean aboutCode(Rule rule) {
    // An engine that is compared with itself would agree.
    return rule.check() == CheckKind.PACKAGE || rule.id().equals("PKG-4");
  }

  private Report report(Subject subject, List<Finding> known, int parallel) {
    List<Finding> found = new ArrayList<>(known);
    of(CheckKind.INTERNAL).forEach(rule -> found.add(new Finding(rule, INSIDE, Duration.ZERO)));
    List<Rule> behaviour =
        of(CheckKind.BEHAVIOUR).stream()
            .filter(rule -> known.stream().noneMatch(it -> it.rule().equals(rule)))
            .sorted(Comparator.comparing(rule -> !WAITING.matcher(rule.id()).matches()))
            .toList();
    if (!behaviour.isEmpty()) {
      List<Finding> first = run(subject, behaviour, parallel);
      List<Rule> doubtful =
          first.stream()
              .filter(it -> it.outcome() instanceof Outcome.Broken)
              .map(Finding::rule)
              .filter(rule -> TIMED.matcher(rule.id()).matches())
              .toList();
      List<Finding> second = doubtful.isEmpty() ? List.of() : run(subject, doubtful, 1);
      first.stream().filter(it -> !doubtful.contains(it.rule())).forEach(found::add);
      found.addAll(second);
    }
    return Report.on(rules, subject.identity(), clock.instant(), found);
  }

  private List<Finding> run(Subject subject, List<Rule> some, int parallel) {
    return new Conformance(Checks.all(), parallel, patience)
        .run(folder, subject, some, rule -> begun.accept(subject, rule))
        .findings();
  }
}

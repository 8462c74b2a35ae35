package dev.connector.spec.conformance.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kit is held to account: what is wrong on purpose is found by the rule meant. {@code
 * -Dmutants=no-jitter,new-key} tries some alone, and {@code -Dmutants.cross} judges each by all
 * rules.
 */
class MutantsTest {

  private static final int SIDE_BY_SIDE = 4;

  private final List<Mutant> mutants = chosen();

  @Test
  void whatIsWrongIsFoundByItsRuleAndByNoOther(@TempDir Path workspace) throws Exception {
    Laboratory laboratory = new Laboratory(workspace, Boolean.getBoolean("mutants.cross"));
    ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      requireSoundShowcases(laboratory, workers);
      List<Future<Trial>> running = new ArrayList<>();
      for (Mutant mutant : mutants) {
        running.add(workers.submit(() -> laboratory.judge(mutant)));
      }
      List<Trial> trials = new ArrayList<>();
      for (Future<Trial> trial : running) {
        trials.add(ended(trial));
      }
      report(trials);
      assertThat(trials.stream().map(Trial::complaint).filter(it -> !it.isEmpty())).isEmpty();
    } finally {
      workers.shutdownNow();
    }
  }

  /** A source that has changed may have to be changed otherwise; compiled is nothing here. */
  @Test
  void whatFaultsReplaceIsStillThere() {
    assertThat(Mutants.all()).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(Mutants.all())
        .flatExtracting(Mutant::edits)
        .allSatisfy(
            edit -> assertThat(edit.applied(edit.original())).isNotEqualTo(edit.original()));
  }

  /** Nothing that could be seeded is about costs of requests, nor about an API description yet. */
  @Test
  void everyRuleThatIsPutToTheTestHasASeededFault() {
    List<String> rules =
        Checks.all().stream()
            .map(Check::rule)
            .filter(it -> !it.equals("RATE-4") && !it.equals("TRUTH-2"))
            .toList();

    assertThat(Mutants.all()).extracting(Mutant::rule).containsAll(rules);
  }

  /** Where nothing is wrong everything is kept, or a failure would show nothing. */
  private void requireSoundShowcases(Laboratory laboratory, ExecutorService workers)
      throws Exception {
    List<Future<List<String>>> running = new ArrayList<>();
    for (Map.Entry<Showcase, Set<Rule>> it : laboratory.needed(mutants).entrySet()) {
      running.add(workers.submit(() -> flaws(laboratory, it.getKey(), it.getValue())));
    }
    List<String> flaws = new ArrayList<>();
    for (Future<List<String>> each : running) {
      flaws.addAll(ended(each));
    }
    assertThat(flaws).as("what fails without any fault").isEmpty();
  }

  private List<String> flaws(Laboratory laboratory, Showcase showcase, Set<Rule> rules)
      throws IOException {
    List<Finding> findings = laboratory.unchanged(showcase, rules);
    List<String> flaws = new ArrayList<>();
    findings.stream()
        .filter(Laboratory::fails)
        .map(it -> showcase + " " + it.rule().id() + ": " + it.outcome().explanation())
        .forEach(flaws::add);
    mutants.stream()
        .filter(it -> it.showcase() == showcase)
        .filter(it -> !kept(Laboratory.about(it.rule(), findings)))
        .map(it -> showcase + " is not about " + it.rule() + ", and " + it.id() + " needs that")
        .forEach(flaws::add);
    return flaws;
  }

  private static boolean kept(Optional<Finding> finding) {
    return finding.filter(it -> it.outcome() instanceof Outcome.Kept).isPresent();
  }

  private static void report(List<Trial> trials) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("fault | what is wrong | rule meant | seconds | what it found | others that fail");
    trials.stream().map(Trial::line).forEach(lines::add);
    lines.add(trials.stream().filter(Trial::found).count() + " of " + trials.size() + " found");
    Path table = Path.of("target", "mutants.txt");
    Files.createDirectories(table.getParent());
    Files.write(table, lines);
    lines.forEach(System.out::println);
  }

  private static <T> T ended(Future<T> work) throws Exception {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static List<Mutant> chosen() {
    Set<String> ids = Set.of(System.getProperty("mutants", "").split(","));
    return Mutants.all().stream().filter(it -> ids.contains("") || ids.contains(it.id())).toList();
  }
}

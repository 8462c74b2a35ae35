package dev.connector.spec.conformance;

import dev.connector.runtime.message.ApiException;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Holds connectors to rules.
 *
 * @param checks one for each rule that can be put to the test
 * @param parallel how many checks run side by side
 * @param patience the longest a check may take
 */
public record Conformance(List<Check> checks, int parallel, Duration patience) {

  public Conformance {
    checks = List.copyOf(checks);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one check runs at a time");
    }
  }

  /** What comes of holding a connector to these rules. */
  public Report run(ConnectorFolder folder, Subject subject, Collection<Rule> rules) {
    Map<String, Check> byRule = checks.stream().collect(Collectors.toMap(Check::rule, it -> it));
    ExecutorService workers = Executors.newFixedThreadPool(parallel);
    try {
      Map<Rule, Future<Finding>> running =
          rules.stream()
              .filter(it -> byRule.containsKey(it.id()))
              .collect(
                  Collectors.toMap(
                      it -> it,
                      it -> workers.submit(() -> find(it, byRule.get(it.id()), folder, subject))));
      List<Finding> found = new ArrayList<>();
      running.forEach((rule, finding) -> found.add(await(rule, finding)));
      return Report.on(rules, subject.identity(), Instant.now(), found);
    } finally {
      workers.shutdownNow();
    }
  }

  private Finding find(Rule rule, Check check, ConnectorFolder folder, Subject subject) {
    Instant begin = Instant.now();
    Outcome outcome = outcome(check, folder, subject);
    return new Finding(rule, outcome, Duration.between(begin, Instant.now()));
  }

  private static Outcome outcome(Check check, ConnectorFolder folder, Subject subject) {
    try (Bench bench = new Bench(folder, subject)) {
      return check.procedure().run(bench);
    } catch (ApiException e) {
      return new Outcome.Broken("no failure", e.toString(), List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.NotChecked("the check was interrupted");
    } catch (Exception e) {
      return new Outcome.NotChecked("the check itself failed: " + e);
    }
  }

  private Finding await(Rule rule, Future<Finding> finding) {
    try {
      return finding.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      finding.cancel(true);
      Outcome late = new Outcome.Broken("an end within " + patience, "none", List.of());
      return new Finding(rule, late, patience);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

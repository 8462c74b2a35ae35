package dev.connector.spec.conformance;

import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.process.ProtocolException;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    return run(folder, subject, rules, begun -> {});
  }

  /**
   * The same for somebody who looks on.
   *
   * @param begun is told of each rule when its check begins, by the thread that checks it
   */
  public Report run(
      ConnectorFolder folder, Subject subject, Collection<Rule> rules, Consumer<Rule> begun) {
    Map<String, Check> byRule = checks.stream().collect(Collectors.toMap(Check::rule, it -> it));
    ExecutorService workers = Executors.newFixedThreadPool(parallel);
    SelfDescription unset = new SelfDescription(subject);
    try {
      List<CompletableFuture<Finding>> running = new ArrayList<>();
      for (Rule rule : rules) {
        Optional.ofNullable(byRule.get(rule.id()))
            .map(check -> new Run(rule, check, () -> new Bench(folder, subject, unset)))
            .ifPresent(run -> running.add(start(run, workers, begun)));
      }
      List<Finding> found = running.stream().map(CompletableFuture::join).toList();
      return Report.on(rules, subject.identity(), Instant.now(), found);
    } finally {
      workers.shutdownNow();
    }
  }

  /** A rule that is put to the test. */
  private record Run(Rule rule, Check check, Supplier<Bench> benches) {}

  /** The patience counts from the moment at which a check begins, not from when it is queued. */
  private CompletableFuture<Finding> start(Run run, ExecutorService workers, Consumer<Rule> begun) {
    CompletableFuture<Finding> finding = new CompletableFuture<>();
    Outcome late = new Outcome.Broken("an end within " + patience, "none", List.of());
    Future<?> work =
        workers.submit(
            () -> {
              finding.completeOnTimeout(
                  new Finding(run.rule(), late, patience),
                  patience.toMillis(),
                  TimeUnit.MILLISECONDS);
              begun.accept(run.rule());
              Instant begin = Instant.now();
              Outcome outcome = outcome(run);
              Duration took = Duration.between(begin, Instant.now());
              finding.complete(new Finding(run.rule(), outcome, took));
            });
    finding.thenRun(() -> work.cancel(true)); // where it is late, others need its thread
    return finding;
  }

  private static Outcome outcome(Run run) {
    try (Bench bench = run.benches().get()) {
      return bench.redacted(judged(run.check(), bench));
    } catch (ProtocolException e) {
      return new Outcome.Broken("an end as the protocol has it", e.getMessage(), List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.NotChecked("the check was interrupted");
    } catch (Exception e) {
      return new Outcome.NotChecked("the check itself failed: " + e);
    }
  }

  private static Outcome judged(Check check, Bench bench) throws Exception {
    try {
      return check.procedure().run(bench);
    } catch (ApiException e) {
      return new Outcome.Broken("no failure", e.toString(), List.of());
    } catch (ConnectorException e) {
      return new Outcome.Broken("files that can be used", e.getMessage(), List.of(e.hint()));
    } catch (ProtocolException e) {
      return new Outcome.Broken("answers as the protocol has them", e.getMessage(), List.of());
    }
  }
}

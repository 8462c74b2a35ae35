package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.Totals;
import dev.connector.cli.agent.model.Prices;
import dev.connector.cli.agent.transcript.Transcript;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run ended and what it cost.
 *
 * @param took all of it
 * @param cost in the currency of the user's prices, where they gave some
 */
record AgentEnd(Outcome outcome, Path transcript, Duration took, Optional<BigDecimal> cost) {

  static AgentEnd of(
      Outcome outcome, Transcript transcript, Duration took, Optional<Prices> prices) {
    return new AgentEnd(
        outcome,
        transcript.file(),
        took,
        prices.map(it -> it.cost(outcome.totals().usage()).setScale(4, RoundingMode.HALF_UP)));
  }

  /** What was not waiting for the model. */
  Duration own() {
    Duration own = took.minus(outcome.totals().waited());
    return own.isNegative() ? Duration.ZERO : own;
  }

  /** For programs, and for the transcript's end. */
  ObjectNode document() {
    Totals totals = outcome.totals();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("accepted", outcome.failure().isEmpty()).put("rounds", totals.rounds());
    node.putObject("tokens")
        .put("input", totals.usage().input())
        .put("cached", totals.usage().cached())
        .put("output", totals.usage().output());
    node.putObject("seconds").put("model", seconds(totals.waited())).put("own", seconds(own()));
    cost.ifPresent(it -> node.put("cost", it));
    node.put("words", outcome.words());
    outcome
        .failure()
        .ifPresent(
            failure ->
                node.putObject("failure")
                    .put("step", failure.step().word())
                    .put("reason", failure.reason())
                    .put("advice", failure.advice()));
    outcome.examination().ifPresent(it -> it.findings().forEach(node.withArray("/findings")::add));
    return node;
  }

  static double seconds(Duration time) {
    return Math.round(time.toMillis() / 100.0) / 10.0;
  }
}

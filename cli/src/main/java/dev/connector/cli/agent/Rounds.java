package dev.connector.cli.agent;

import dev.connector.cli.agent.Examiner.Examination;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The answers of a model, counted, timed and written down; the bounds are kept here. */
public final class Rounds {

  private final Model model;
  private final Bounds bounds;
  private final Transcript transcript;
  private final Consumer<String> words;
  private final InstantSource clock;
  private final Instant begun;
  private Totals totals = Totals.NONE;

  /**
   * @param words is told what the model says while it says it
   */
  public Rounds(
      Model model,
      Bounds bounds,
      Transcript transcript,
      Consumer<String> words,
      InstantSource clock) {
    this.model = model;
    this.bounds = bounds;
    this.transcript = transcript;
    this.words = words;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** Which bound is reached, if any. */
  Optional<String> over() {
    if (totals.rounds() >= bounds.rounds()) {
      return Optional.of("after " + totals.rounds() + " rounds (--max-rounds) no draft is right");
    }
    if (totals.tokens() >= bounds.tokens()) {
      return Optional.of("after " + totals.tokens() + " tokens (--budget) no draft is right");
    }
    Duration gone = Duration.between(begun, clock.instant());
    return gone.compareTo(bounds.time()) < 0
        ? Optional.empty()
        : Optional.of("after " + gone.toSeconds() + " s (--timeout) no draft is right");
  }

  String model() {
    return model.name();
  }

  /** The model's next answer; what the transcript has already is not asked for again. */
  Reply next(Conversation conversation) {
    Optional<Reply> known = transcript.nextReply();
    Instant asked = clock.instant();
    Reply reply = known.orElseGet(() -> model.reply(conversation, words));
    Duration waited = known.isPresent() ? Duration.ZERO : Duration.between(asked, clock.instant());
    totals = totals.plus(reply.usage(), waited);
    transcript.replied(reply, waited);
    return reply;
  }

  void examined(Examination examination) {
    transcript.examined(examination.accepted(), examination.summary(), examination.findings());
  }

  Totals totals() {
    return totals;
  }
}

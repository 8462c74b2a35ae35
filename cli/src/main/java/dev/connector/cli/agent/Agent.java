package dev.connector.cli.agent;

import dev.connector.cli.agent.Examiner.Examination;
import dev.connector.cli.agent.Outcome.Failure;
import dev.connector.cli.agent.brief.Briefing;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run: the model proposes, the examiner decides, and what is found goes back, until a draft is
 * accepted and was reviewed, or the bounds are reached. The model's own word is never enough.
 */
public final class Agent {

  /** Answers in a row that bring the draft no further. */
  private static final int PATIENCE = 2;

  /** Characters of what a model says, in an error and at the end. */
  private static final int QUOTED = 200;

  private static final int CLOSING = 2_000;

  private final Briefing briefing;
  private final Toolbox tools;
  private final Examiner examiner;
  private final Rounds rounds;
  private final Watcher watcher;
  private final History history;
  private Draft draft;
  private Optional<Examination> examination = Optional.empty();
  private Optional<Outcome> accepted = Optional.empty();
  private Optional<Review> review = Optional.empty();
  private int idle;

  public Agent(
      Briefing briefing, Toolbox tools, Examiner examiner, Rounds rounds, Watcher watcher) {
    this.briefing = briefing;
    this.tools = tools;
    this.examiner = examiner;
    this.rounds = rounds;
    this.watcher = watcher;
    this.history = new History(briefing.system(), tools.descriptions(), briefing.task());
    this.draft = briefing.begun();
  }

  /**
   * Runs to an end.
   *
   * @throws ConnectorException where the model cannot be reached before a draft was accepted
   */
  public Outcome run() {
    while (true) {
      Optional<String> over = rounds.over();
      if (over.isPresent()) {
        return stopped(over.get(), "raise that bound, or ask for less: --resources, --task");
      }
      watcher.busy("waiting for " + rounds.model());
      Reply reply;
      try {
        reply = rounds.next(history.conversation());
      } catch (ConnectorException broken) {
        if (accepted.isEmpty()) {
          throw broken;
        }
        return ended("the model was not heard to its end: " + broken.getMessage());
      }
      if (reply.stop() == Stop.REFUSAL) {
        return stopped("the model refuses" + quoted(reply), "try another one: --model");
      }
      if (reply.stop() == Stop.TOO_LONG) {
        if (!history.shorten()) {
          return stopped(
              "what is to be read is longer than the model can read",
              "take a model that reads more, or ask for less: --resources, --task");
        }
      } else {
        Optional<Outcome> end = turn(reply);
        if (end.isPresent()) {
          return end.get();
        }
      }
    }
  }

  /** One answer of the model, and ours to it; the outcome where that ends the run. */
  private Optional<Outcome> turn(Reply reply) {
    Draft before = draft;
    List<Part> results = results(reply);
    String told;
    if (!draft.equals(before)) {
      idle = 0;
      told = changed();
      if (accepted.isPresent() && review.isPresent() && told.isEmpty()) {
        return Optional.of(ended(reply.text()));
      }
    } else if (reply.stop() == Stop.LENGTH) {
      told = briefing.cut();
    } else if (results.isEmpty()) {
      if (accepted.isPresent()) {
        return Optional.of(ended(reply.text()));
      }
      if (++idle > PATIENCE) {
        return Optional.of(
            stopped(
                "the model gave up before its draft was right" + quoted(reply),
                "see the findings; give it what it lacks with --docs or --task, or try another --model"));
      }
      told = unfinished();
    } else {
      told = "";
    }
    if (!told.isEmpty()) {
      results.add(new Part.Text(told));
    }
    history.add(reply.parts(), results);
    return Optional.empty();
  }

  private List<Part> results(Reply reply) {
    List<Part> results = new ArrayList<>();
    for (Part part : reply.parts()) {
      if (part instanceof Part.Call call) {
        watcher.busy(call.tool());
        Answer answer = tools.use(call, draft);
        draft = answer.draft().orElse(draft);
        results.add(new Part.Result(call.id(), answer.text(), answer.failed()));
      } else if (part instanceof Part.MalformedCall wrong) {
        String flaw = "the arguments are no JSON object: " + wrong.flaw();
        results.add(new Part.Result(wrong.id(), flaw, true));
      }
    }
    return results;
  }

  /** What came of a draft that changed; nothing where there is nothing left to be done. */
  private String changed() {
    if (isUnreadable()) {
      examination = Optional.of(unread());
      watcher.at(Step.DRAFT, "a definition that cannot be read goes back");
      return briefing.unreadable();
    }
    watcher.at(Step.DRAFT, briefing.proposal(draft));
    watcher.busy("compiling and testing");
    Examination now = examiner.examine(draft);
    examination = Optional.of(now);
    rounds.examined(now);
    watcher.at(Step.VERIFY, now.summary());
    if (!now.accepted()) {
      return briefing.findings(now.findings());
    }
    accepted = Optional.of(outcome(Optional.empty(), review.map(Review::open).orElse("")));
    return review.isPresent() || rounds.over().isPresent() ? "" : reviewed();
  }

  private String reviewed() {
    watcher.busy("reviewing");
    Review seen = seen();
    review = Optional.of(seen);
    accepted = Optional.of(outcome(Optional.empty(), seen.words()));
    watcher.at(Step.VERIFY, seen.summary());
    return seen.doubts().isEmpty() ? "" : briefing.doubts(seen.doubts());
  }

  /** What is accepted stays so, whether or not anybody is there to look at it again. */
  private Review seen() {
    try {
      return Review.of(rounds.next(briefing.review(draft)));
    } catch (ConnectorException broken) {
      return Review.none();
    }
  }

  private boolean isUnreadable() {
    return draft.read().definition().isEmpty();
  }

  private Examination unread() {
    List<String> problems =
        draft.read().problems().stream().map(it -> "connector.json " + it).toList();
    return new Examination(false, "cannot be read", problems);
  }

  /** What stands between what there is and an accepted draft, for a model that only talks. */
  private String unfinished() {
    List<String> findings = examination.map(Examination::findings).orElse(List.of());
    return findings.isEmpty() ? briefing.nothing() : briefing.findings(findings);
  }

  /** An accepted draft stays accepted, whatever comes after it. */
  private Outcome stopped(String reason, String advice) {
    if (accepted.isPresent()) {
      return ended("");
    }
    Step step = examination.isEmpty() || isUnreadable() ? Step.DRAFT : Step.VERIFY;
    return outcome(Optional.of(new Failure(step, reason, advice)), "");
  }

  /** The accepted draft, and what is left to be said of it. */
  private Outcome ended(String closing) {
    Outcome earlier = accepted.orElseThrow();
    String words =
        Stream.of(
                String.join("\n", earlier.draft().open()),
                earlier.words(),
                Text.shorten(closing.strip(), CLOSING))
            .flatMap(String::lines)
            .filter(it -> !it.isBlank())
            .distinct()
            .collect(Collectors.joining("\n"));
    return new Outcome(
        earlier.draft(), earlier.examination(), Optional.empty(), words, rounds.totals());
  }

  private Outcome outcome(Optional<Failure> failure, String words) {
    return new Outcome(draft, examination, failure, words, rounds.totals());
  }

  private static String quoted(Reply reply) {
    String line = reply.text().strip().lines().limit(3).collect(Collectors.joining(" "));
    return line.isEmpty() ? "" : "; it says: \"" + Text.shorten(line, QUOTED) + "\"";
  }
}

package dev.connector.cli.agent;

import dev.connector.cli.agent.Examiner.Examination;
import dev.connector.cli.agent.Outcome.Failure;
import dev.connector.cli.agent.brief.Briefing;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.tool.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run: the model proposes, the examiner decides, and what is found goes back, until a draft is
 * accepted and was reviewed, or the bounds are reached. The model's own word is never enough.
 */
public final class Agent {

  /** Answers in a row that bring the draft no further. */
  private static final int PATIENCE = 2;

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
   * @throws dev.connector.spec.ConnectorException where the model cannot be reached
   */
  public Outcome run() {
    while (true) {
      Optional<String> over = rounds.over();
      if (over.isPresent()) {
        return stopped(over.get(), "raise that bound, or ask for less: --resources, --task");
      }
      watcher.busy("waiting for " + rounds.model());
      Reply reply = rounds.next(history.conversation());
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
    if (draft != before) {
      idle = 0;
      told = changed();
      if (accepted.isPresent() && review.isPresent() && told.isEmpty()) {
        return accepted.map(this::withTotals);
      }
    } else if (reply.stop() == Stop.LENGTH) {
      told = briefing.cut();
    } else if (results.isEmpty()) {
      if (accepted.isPresent()) {
        return accepted.map(this::withTotals);
      }
      if (++idle > PATIENCE) {
        return Optional.of(
            stopped(
                "the model gave up before its draft was right" + quoted(reply),
                "see the findings; give it what it lacks with --docs or --task, or try another --model"));
      }
      told = briefing.unfinished(examination.map(Examination::findings).orElse(List.of()));
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
    if (draft.read().definition().isEmpty()) {
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
    Review seen = Review.of(rounds.next(briefing.review(draft)));
    review = Optional.of(seen);
    accepted = Optional.of(outcome(Optional.empty(), seen.open()));
    if (seen.doubts().isEmpty()) {
      watcher.at(Step.VERIFY, "reviewed: nothing against the documentation");
      return "";
    }
    watcher.at(Step.VERIFY, "reviewed: " + seen.doubts().size() + " to look at again");
    return briefing.doubts(seen.doubts());
  }

  /** An accepted draft stays accepted, whatever comes after it. */
  private Outcome stopped(String reason, String advice) {
    Step step = examination.isPresent() ? Step.VERIFY : Step.DRAFT;
    return accepted
        .map(this::withTotals)
        .orElseGet(() -> outcome(Optional.of(new Failure(step, reason, advice)), ""));
  }

  private Outcome outcome(Optional<Failure> failure, String words) {
    return new Outcome(draft, examination, failure, words, rounds.totals());
  }

  private Outcome withTotals(Outcome earlier) {
    return new Outcome(
        earlier.draft(), earlier.examination(), Optional.empty(), earlier.words(), rounds.totals());
  }

  private static String quoted(Reply reply) {
    String line = reply.text().strip().lines().limit(3).collect(Collectors.joining(" "));
    String some = line.length() > 200 ? line.substring(0, 200) + "..." : line;
    return some.isEmpty() ? "" : "; it says: \"" + some + "\"";
  }
}

package dev.connector.spec.conformance.live;

import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The steps of one rule, and what they come to. */
final class Steps {

  private final List<Step> all = new ArrayList<>();

  void add(Step step) {
    all.add(step);
  }

  List<Step> all() {
    return List.copyOf(all);
  }

  boolean failed() {
    return all.stream().anyMatch(Step.Failed.class::isInstance);
  }

  /** Broken where a step failed, kept where one passed, and else whatever is the reason. */
  Outcome outcome(Telling telling) {
    List<Step.Failed> failed = of(Step.Failed.class);
    if (!failed.isEmpty()) {
      Step.Failed first = failed.get(0);
      String more =
          failed.size() == 1
              ? ""
              : "; and " + (failed.size() - 1) + " other step" + (failed.size() > 2 ? "s" : "");
      Set<Exchange> told = new HashSet<>();
      return new Outcome.Broken(
          telling.text(first.what() + ": " + first.expected()),
          telling.text(first.got() + more),
          failed.stream().map(it -> it.told(telling, told)).toList());
    }
    List<String> passed =
        of(Step.Passed.class).stream().map(it -> it.what() + ": " + it.seen()).toList();
    if (!passed.isEmpty()) {
      return new Outcome.Kept(telling.text(String.join("; ", passed)));
    }
    List<String> open =
        of(Step.Open.class).stream().map(it -> it.what() + ": " + it.why()).toList();
    if (!open.isEmpty()) {
      return new Outcome.NotChecked(telling.text(String.join("; ", open)));
    }
    List<Step.Absent> absent = of(Step.Absent.class);
    return absent.isEmpty()
        ? new Outcome.NotChecked("nothing was tried")
        : new Outcome.NotApplicable(absent.get(0).why());
  }

  /** What was not looked at, in lines. */
  List<String> open(Telling telling) {
    return of(Step.Open.class).stream()
        .map(it -> telling.text(it.what() + ": " + it.why()))
        .toList();
  }

  private <S extends Step> List<S> of(Class<S> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

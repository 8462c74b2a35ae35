package dev.connector.scaffold.infer.assembly;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides how much a user may be asked. A connector asks for all its settings before it reads
 * anything, so that of a whole API only what most of it needs is asked for; who selects resources
 * is asked for whatever these need.
 */
final class UserQuestions {

  private static final int MOST = 4;

  /** One in so many resources has to need an answer. */
  private static final int LEAST_SHARE = 4;

  private final Selection selection;
  private final Map<String, Map<String, Binding.Question>> questions;
  private final Bindings bindings;

  /**
   * @param questions by resource
   */
  UserQuestions(
      Selection selection,
      Map<String, Map<String, Binding.Question>> questions,
      Bindings bindings) {
    this.selection = selection;
    this.questions = questions;
    this.bindings = bindings;
  }

  /** The resources that would ask for too much, and what. */
  Map<String, String> tooMany() {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (!selection.resources().isEmpty() || !selection.include().isEmpty()) {
      return reasons;
    }
    Set<String> asked = asked();
    for (String name : questions.keySet()) {
      Optional<String> more = needed(name).stream().filter(it -> !asked.contains(it)).findFirst();
      more.ifPresent(
          it ->
              reasons.put(
                  name,
                  "needs the user to say " + it + "; --resources " + name + " brings it along"));
    }
    return reasons;
  }

  private Set<String> asked() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    questions
        .keySet()
        .forEach(name -> needed(name).forEach(it -> counts.merge(it, 1, Integer::sum)));
    Set<String> asked = new HashSet<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .filter(it -> it.getValue() * LEAST_SHARE >= questions.size())
        .forEach(it -> asked.add(it.getKey()));
    boolean any = questions.keySet().stream().anyMatch(it -> asked.containsAll(needed(it)));
    if (!any) {
      questions.keySet().stream()
          .map(this::needed)
          .min((one, other) -> Integer.compare(one.size(), other.size()))
          .ifPresent(asked::addAll);
    }
    return asked;
  }

  private Set<String> needed(String resource) {
    Set<String> needed = new HashSet<>(questions.getOrDefault(resource, Map.of()).keySet());
    List<String> ancestors = bindings.ancestors(resource);
    ancestors.forEach(it -> needed.addAll(questions.getOrDefault(it, Map.of()).keySet()));
    return needed;
  }
}

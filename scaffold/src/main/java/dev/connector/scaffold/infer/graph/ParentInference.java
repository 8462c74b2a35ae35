package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.graph.Parentage.Source;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers which list leads to which. */
public final class ParentInference {

  /** What a user has one of, or few, and knows: not to be looked for among all there are. */
  private static final Set<String> TENANTS =
      Set.of(
          "account",
          "org",
          "organization",
          "organisation",
          "owner",
          "tenant",
          "workspace",
          "app",
          "application",
          "company",
          "enterprise",
          "subscription",
          "portal",
          "merchant",
          "region",
          "locale",
          "language",
          "version",
          "environment",
          "namespace",
          "api");

  private final Map<ApiOperation, PathTemplate> paths = new HashMap<>();
  private final Map<ApiOperation, Fact<Parentage>> parentages = new LinkedHashMap<>();
  private final Map<ApiOperation, Set<ApiOperation>> above = new HashMap<>();
  private final Lists lists;

  /**
   * @param operations all there are, in the order of the document
   */
  public ParentInference(Map<ApiOperation, Collection> operations, Lexicon lexicon) {
    operations.keySet().forEach(it -> paths.put(it, PathTemplate.of(it.path())));
    Needs needs = new Needs(lexicon);
    Map<ApiOperation, List<Need>> needed = new LinkedHashMap<>();
    operations.forEach(
        (operation, shape) -> {
          if (shape.collection().value()) {
            needed.put(operation, needs.of(operation, paths.get(operation)));
          }
        });
    lists = new Lists(operations, paths, needed);
    // What paths say goes first: names only fill in, and must not lead around in a circle.
    Map<ApiOperation, Map<Need, Decision>> decisions = new HashMap<>();
    needed.forEach(
        (operation, all) -> {
          Map<Need, Decision> decided = new HashMap<>();
          all.forEach(need -> byPath(operation, need).ifPresent(it -> decided.put(need, it)));
          decisions.put(operation, decided);
        });
    needed.forEach(
        (operation, all) -> {
          Map<Need, Decision> decided = decisions.get(operation);
          all.forEach(need -> decided.computeIfAbsent(need, it -> byName(operation, it)));
          parentages.put(operation, parentage(all, decided));
        });
  }

  /** Means something for lists alone; for others nothing is needed. */
  public Fact<Parentage> infer(ApiOperation operation) {
    return parentages.getOrDefault(
        operation, Fact.sure(new Parentage(Map.of(), List.of(), Map.of())));
  }

  /** The lists there are. */
  Lists lists() {
    return lists;
  }

  /** Where the value of one need comes from; without a source from the user. */
  private record Decision(Optional<Source> source, List<Source> others, Evidence evidence) {
    static Decision configured(Need need, String why, List<Source> others) {
      return new Decision(Optional.empty(), others, new Evidence(need.place(), why));
    }

    Confidence confidence() {
      return source.map(Source::confidence).orElse(Confidence.LIKELY);
    }
  }

  private static Fact<Parentage> parentage(List<Need> needs, Map<Need, Decision> decisions) {
    Map<String, Source> bound = new LinkedHashMap<>();
    List<String> configured = new ArrayList<>();
    Map<String, List<Source>> others = new LinkedHashMap<>();
    List<Evidence> evidence = new ArrayList<>();
    Confidence confidence = Confidence.SURE;
    for (Need need : needs) {
      Decision decision = decisions.get(need);
      decision
          .source()
          .ifPresentOrElse(it -> bound.put(need.name(), it), () -> configured.add(need.name()));
      if (!decision.others().isEmpty()) {
        others.put(need.name(), decision.others());
      }
      evidence.add(decision.evidence());
      if (decision.confidence().compareTo(confidence) > 0) {
        confidence = decision.confidence();
      }
    }
    return new Fact<>(new Parentage(bound, configured, others), confidence, evidence, List.of());
  }

  private Optional<Decision> byPath(ApiOperation operation, Need need) {
    if (need.isChosen()) {
      return Optional.of(
          Decision.configured(need, "{" + need.name() + "} is for the user to choose", List.of()));
    }
    PathTemplate path = paths.get(operation);
    return need.segment()
        .filter(path::isVariable)
        .flatMap(it -> lists.at(path, it))
        .filter(it -> !it.operation().equals(operation))
        .filter(it -> !isOfAnother(need, it, path))
        .map(
            list -> {
              link(operation, list.operation());
              return bound(need, list, Confidence.SURE, List.of());
            });
  }

  /**
   * Whether a value names something else than what the list before it has: a workspace after a list
   * of repositories, an owner before the name of a repository.
   */
  private boolean isOfAnother(Need need, Lists.Found list, PathTemplate path) {
    String entity = Words.key(need.entity());
    boolean same = list.names().stream().anyMatch(it -> it.endsWith(entity));
    if (entity.isEmpty() || same || KeyField.of(need, list).named()) {
      return false;
    }
    boolean elsewhere = lists.named(entity).stream().anyMatch(it -> it.needs().isEmpty());
    return elsewhere || isBeforeVariable(need, path);
  }

  private static boolean isBeforeVariable(Need need, PathTemplate path) {
    return need.segment()
        .filter(it -> it + 1 < path.segments().size() && path.isVariable(it + 1))
        .isPresent();
  }

  private Decision byName(ApiOperation operation, Need need) {
    PathTemplate path = paths.get(operation);
    List<Lists.Found> named = named(need, path);
    boolean afterVariable =
        need.segment().filter(it -> it > 0 && path.isVariable(it - 1)).isPresent();
    List<Lists.Found> candidates =
        named.stream()
            .filter(it -> !it.operation().equals(operation))
            .filter(it -> !isBelow(it, path, need))
            .filter(it -> !leadsTo(it.operation(), operation))
            .toList();
    List<Source> sources = candidates.stream().map(it -> source(need, it)).toList();
    if (candidates.isEmpty()) {
      return Decision.configured(need, "no list has what {" + need.name() + "} names", sources);
    }
    boolean tenant = TENANTS.contains(Words.key(need.entity())) && !isPlain(candidates.get(0));
    boolean partOfKey =
        afterVariable || (isBeforeVariable(need, path) && !isPlain(candidates.get(0)));
    if (need.in() == Need.In.BODY || partOfKey || tenant) {
      return Decision.configured(need, "{" + need.name() + "} says in whose data to look", sources);
    }
    Lists.Found chosen = candidates.get(0);
    link(operation, chosen.operation());
    return bound(need, chosen, Confidence.LIKELY, sources.subList(1, sources.size()));
  }

  private Decision bound(Need need, Lists.Found list, Confidence most, List<Source> others) {
    Source source = source(need, list);
    Confidence confidence = source.confidence().compareTo(most) > 0 ? source.confidence() : most;
    return new Decision(
        Optional.of(new Source(source.list(), source.field(), confidence)),
        others,
        new Evidence(
            need.place(),
            "{"
                + need.name()
                + "} is "
                + (source.field().matches() ? "a record" : source.field() + " of a record")
                + " that "
                + list.operation().method()
                + " "
                + list.operation().path()
                + " lists"));
  }

  private static Source source(Need need, Lists.Found list) {
    KeyField field = KeyField.of(need, list);
    return new Source(list.operation(), field.at(), field.confidence());
  }

  /** The lists of what a need names: by its own name, by its description, by the word before it. */
  private List<Lists.Found> named(Need need, PathTemplate path) {
    List<Lists.Found> found = new ArrayList<>(lists.named(Words.key(need.entity())));
    String entity = Words.key(need.entity());
    for (String subject : need.subjects()) {
      // A policy is not the policy's assignment that the name speaks of.
      boolean part = entity.startsWith(subject) && !entity.equals(subject);
      if (found.isEmpty() && !part) {
        found.addAll(lists.named(subject));
      }
    }
    if (found.isEmpty() && need.entity().isEmpty()) {
      need.segment().ifPresent(it -> found.addAll(lists.named(Words.key(path.noun(it)))));
    }
    return found;
  }

  /** Whether it lists all there are. */
  private static boolean isPlain(Lists.Found list) {
    return list.needs().isEmpty() && list.path().nouns().size() == 1;
  }

  /** Whether a list needs the very value itself. */
  private static boolean isBelow(Lists.Found list, PathTemplate path, Need need) {
    boolean below =
        need.segment()
            .filter(it -> list.path().segments().size() > it)
            .filter(it -> list.path().key(it + 1).equals(path.key(it + 1)))
            .isPresent();
    return below || list.path().variables().stream().anyMatch(it -> it.name().equals(need.name()));
  }

  private void link(ApiOperation child, ApiOperation parent) {
    above.computeIfAbsent(child, key -> new HashSet<>()).add(parent);
  }

  private boolean leadsTo(ApiOperation from, ApiOperation to) {
    List<ApiOperation> open = new ArrayList<>(List.of(from));
    Set<ApiOperation> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      ApiOperation next = open.remove(open.size() - 1);
      if (next.equals(to)) {
        return true;
      }
      above.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
    }
    return false;
  }
}

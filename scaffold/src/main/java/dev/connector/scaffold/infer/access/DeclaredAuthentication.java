package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Infers authentication from the security schemes that a document declares. */
final class DeclaredAuthentication {

  private final ApiDescription description;
  private final SchemeWays schemes;
  private final Together together;
  private final Map<String, List<Way>> read = new LinkedHashMap<>();

  DeclaredAuthentication(ApiDescription description, Lexicon lexicon, String baseUrl) {
    this.description = description;
    this.schemes = new SchemeWays(lexicon, description.info(), baseUrl);
    this.together = new Together(new Credential(lexicon));
  }

  /** The ways that most operations allow; nothing where the document declares none. */
  Found find(Draft draft) {
    return description.schemes().isEmpty() ? Found.nothing() : new Found(ways(draft), isOptional());
  }

  private List<Way> ways(Draft draft) {
    Map<List<String>, Integer> counts = counts();
    if (counts.isEmpty()) {
      return neverRequired();
    }
    int secured = (int) description.operations().stream().filter(it -> isSecured(it)).count();
    List<List<String>> sorted = new ArrayList<>(counts.keySet());
    sorted.sort(Comparator.comparingInt(it -> -counts.get(it)));
    List<Way> ways = new ArrayList<>();
    List<List<String>> used = new ArrayList<>();
    for (List<String> alternative : sorted) {
      List<Way> its = together.joined(alternative.stream().map(this::of).toList());
      boolean common = counts.get(alternative) * 2 >= secured;
      if (!its.isEmpty() && (common || ways.isEmpty())) {
        ways.addAll(its);
        used.add(alternative);
      }
    }
    others(used, draft);
    return ways;
  }

  /** Whether most of what can be read needs no credential. */
  private boolean isOptional() {
    List<ApiOperation> reads =
        description.operations().stream().filter(it -> it.method().equals("GET")).toList();
    List<ApiOperation> some = reads.isEmpty() ? description.operations() : reads;
    long open = some.stream().filter(it -> !isSecured(it)).count();
    return !counts().isEmpty() && open * 2 > some.size();
  }

  private List<List<String>> alternatives(ApiOperation operation) {
    return operation.security().orElse(description.security());
  }

  /** Whether an operation refuses those who do not say who they are. */
  private boolean isSecured(ApiOperation operation) {
    List<List<String>> alternatives = alternatives(operation);
    return !alternatives.isEmpty() && alternatives.stream().noneMatch(List::isEmpty);
  }

  private Map<List<String>, Integer> counts() {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (ApiOperation operation : description.operations()) {
      alternatives(operation).stream()
          .filter(it -> it.stream().anyMatch(description.schemes()::containsKey))
          .distinct()
          .forEach(it -> counts.merge(it, 1, Integer::sum));
    }
    return counts;
  }

  private List<Way> of(String name) {
    List<Way> known = read.get(name);
    if (known == null) {
      known =
          description.schemes().containsKey(name)
              ? schemes.read(name, description.schemes().get(name))
              : List.of();
      read.put(name, known);
    }
    return known;
  }

  /** Forgotten more often than not needed. */
  private List<Way> neverRequired() {
    List<Way> ways = new ArrayList<>();
    for (String name : description.schemes().keySet()) {
      for (Way way : of(name)) {
        List<Way.Doubt> doubts = new ArrayList<>(way.doubts());
        doubts.add(
            new Way.Doubt(
                "The document declares the scheme "
                    + Terms.quote(name)
                    + ", and no operation says that it needs it.",
                List.of("it is needed", "nothing is needed"),
                "",
                way.scheme().toString()));
        ways.add(
            new Way(
                way.scheme(),
                way.settings(),
                way.extras(),
                way.basis().atMost(Confidence.LIKELY),
                doubts));
      }
    }
    return ways;
  }

  /** Operations that accept none of the ways used. */
  private void others(List<List<String>> used, Draft draft) {
    Map<List<List<String>>, List<ApiOperation>> others = new LinkedHashMap<>();
    for (ApiOperation operation : description.operations()) {
      List<List<String>> alternatives = alternatives(operation);
      if (isSecured(operation) && alternatives.stream().noneMatch(used::contains)) {
        others.computeIfAbsent(alternatives, it -> new ArrayList<>()).add(operation);
      }
    }
    others.forEach(
        (alternatives, operations) -> {
          ApiOperation first = operations.get(0);
          String which = first.method() + " " + Terms.quote(first.path());
          draft.gap(
              new Gap(
                  "authentication",
                  operations.size()
                      + (operations.size() == 1 ? " operation needs" : " operations need")
                      + " another credential than the rest ("
                      + which
                      + (operations.size() == 1 ? "" : " and others")
                      + "), and a definition has one authentication for all.",
                  alternatives.stream().map(it -> Terms.quote(String.join(" and ", it))).toList(),
                  new Gap.Edit(
                      "/custom", "[\"" + "Code gives some operations another credential.\"]"),
                  operations.stream()
                      .limit(3)
                      .map(it -> new Evidence(it.place() + "/security", "needs " + alternatives))
                      .toList()));
        });
  }
}

package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What resources are called: the last word of the path, and, where several would be called the
 * same, as many of the words before it as it takes. The shortest path has the shortest name, so
 * that names do not depend on the order of the document.
 */
final class ResourceNames {

  private static final Set<String> VERBS =
      Set.of("list", "get", "describe", "search", "find", "query", "fetch", "retrieve", "read");

  private final Map<ApiOperation, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> shared = new HashMap<>();

  ResourceNames(List<Lists.Found> lists) {
    lists.stream()
        .filter(ResourceNames::isBelow)
        .map(it -> candidates(it).get(0).toLowerCase(Locale.ROOT))
        .forEach(it -> shared.merge(it, 1, Integer::sum));
    lists.stream()
        .sorted(
            Comparator.comparingInt((Lists.Found it) -> it.path().segments().size())
                .thenComparingInt(it -> it.path().variables().size())
                .thenComparing(it -> it.path().key())
                .thenComparing(it -> it.operation().method()))
        .forEach(it -> names.put(it.operation(), free(it)));
  }

  Map<ApiOperation, String> names() {
    return names;
  }

  /** One of a resource, in words. */
  static String noun(String name) {
    List<String> words = new ArrayList<>(Words.of(name));
    int last = words.size() - 1;
    words.set(last, Words.singular(words.get(last)));
    return String.join(" ", words);
  }

  private String free(Lists.Found list) {
    List<String> candidates = candidates(list);
    for (int i = 0; i < candidates.size(); i++) {
      String candidate = candidates.get(i);
      // Of several lists below something none may pass for the only one.
      boolean ambiguous =
          isBelow(list)
              && i == 0
              && candidates.size() > 1
              && shared.getOrDefault(candidate.toLowerCase(Locale.ROOT), 0) > 1;
      if (!ambiguous && taken.add(candidate.toLowerCase(Locale.ROOT))) {
        return candidate;
      }
    }
    String last = candidates.get(candidates.size() - 1);
    String dated = OperationNames.camel(last + " " + list.path().version());
    if (taken.add(dated.toLowerCase(Locale.ROOT))) {
      return dated;
    }
    for (int i = 2; ; i++) {
      if (taken.add((last + i).toLowerCase(Locale.ROOT))) {
        return last + i;
      }
    }
  }

  private static boolean isBelow(Lists.Found list) {
    return !list.path().variables().isEmpty() || list.path().nouns().size() > 1;
  }

  private static List<String> candidates(Lists.Found list) {
    List<String> nouns = list.path().nouns();
    List<String> candidates = new ArrayList<>();
    list.path().kind().ifPresent(it -> candidates.add(OperationNames.camel(it)));
    List<String> name = new ArrayList<>();
    for (int i = nouns.size() - 1; i >= 0; i--) {
      List<String> words = Words.of(nouns.get(i));
      if (words.isEmpty()) {
        continue;
      }
      List<String> before = name.isEmpty() ? words : one(words);
      int repeated = repeated(before, name);
      if (repeated > 0) {
        List<String> once = new ArrayList<>(before.subList(0, before.size() - repeated));
        once.addAll(name);
        candidates.add(OperationNames.camel(String.join(" ", once)));
      }
      name.addAll(0, before);
      candidates.add(OperationNames.camel(String.join(" ", name)));
    }
    if (name.isEmpty()) {
      List<String> id = new ArrayList<>(Words.of(list.operation().words().id()));
      if (id.size() > 1 && VERBS.contains(id.get(0))) {
        candidates.add(OperationNames.camel(String.join(" ", id.subList(1, id.size()))));
      }
      list.shape()
          .record()
          .flatMap(it -> it.name())
          .filter(it -> !Words.of(it).isEmpty())
          .ifPresent(it -> candidates.add(OperationNames.camel(it)));
      list.operation().words().tags().stream()
          .filter(it -> !Words.of(it).isEmpty())
          .forEach(it -> candidates.add(OperationNames.camel(it)));
      candidates.add(OperationNames.camel(id.isEmpty() ? "records" : String.join(" ", id)));
    }
    return candidates;
  }

  /**
   * How many words a name begins with that what goes before it ends with: the actions of a flow are
   * called flow actions already. None where nothing else were left to tell the two apart.
   */
  private static int repeated(List<String> before, List<String> name) {
    List<String> own = name.isEmpty() ? name : one(name);
    for (int count = Math.min(before.size(), own.size()); count > 0; count--) {
      boolean more = count < before.size() || count < own.size();
      if (more
          && before.subList(before.size() - count, before.size()).equals(own.subList(0, count))) {
        return count;
      }
    }
    return 0;
  }

  private static List<String> one(List<String> words) {
    List<String> one = new ArrayList<>(words);
    int last = one.size() - 1;
    one.set(last, Words.singular(one.get(last)));
    return one;
  }
}

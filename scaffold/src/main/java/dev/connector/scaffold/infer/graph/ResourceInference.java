package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.shape.Collection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Infers which resources an API has, and which operations are about which. */
public final class ResourceInference {

  /** Longer names of operations are those of generators, which repeat the path. */
  private static final int LONGEST_NAME = 40;

  private static final Set<String> OWN = Set.of("me", "my", "self", "mine", "current", "@me");

  private final Map<ApiOperation, Collection> operations;
  private final Map<ApiOperation, PathTemplate> paths = new HashMap<>();
  private final Map<String, Set<String>> methods = new HashMap<>();
  private final Lists lists;
  private final Set<ApiOperation> asking = new HashSet<>();

  /** By the operation that lists it: what is done with a resource, by name. */
  private final Map<ApiOperation, Map<String, ApiOperation>> resources = new LinkedHashMap<>();

  private final Map<ApiOperation, String> homeless = new LinkedHashMap<>();

  public ResourceInference(Map<ApiOperation, Collection> operations, ParentInference parents) {
    this.operations = new LinkedHashMap<>(operations);
    this.lists = parents.lists();
    for (ApiOperation operation : operations.keySet()) {
      PathTemplate path = PathTemplate.of(operation.path());
      paths.put(operation, path);
      methods.computeIfAbsent(path.key(), key -> new HashSet<>()).add(operation.method());
    }
  }

  public Outlines infer() {
    List<Lists.Found> found = lists.all();
    Map<Lists.Found, Lists.Found> homes = new LinkedHashMap<>();
    for (Lists.Found list : found) {
      Optional<Lists.Found> other = other(list);
      other.ifPresent(it -> homes.put(list, it));
      if (other.isEmpty()) {
        resources.put(
            list.operation(), new LinkedHashMap<>(Map.of(Outline.LIST, list.operation())));
      }
    }
    homes.forEach(this::join);
    found.forEach(it -> asking.add(it.operation()));
    operations.keySet().stream().filter(it -> !asking.contains(it)).forEach(this::assign);
    return new Outlines(outlines(), homeless);
  }

  /** The list that has the same records, and is the better one to read them all by. */
  private Optional<Lists.Found> other(Lists.Found list) {
    PathTemplate path = list.path();
    Optional<Lists.Found> same =
        lists.at(path, path.segments().size()).filter(it -> !it.equals(list));
    if (same.isPresent()) {
      return same;
    }
    if (list.searches() || path.endsInManner()) {
      Optional<Lists.Found> above =
          lists.at(path.withoutManner()).filter(it -> !it.equals(list) && alike(it, list));
      if (above.isPresent()) {
        return above;
      }
    }
    return lists.named(Words.key(path.lastNoun())).stream()
        .filter(it -> !it.equals(list) && sameNoun(it, list) && alike(it, list))
        .filter(it -> isOwn(path) && !isOwn(it.path()) || holds(it, list))
        .findFirst();
  }

  private static boolean sameNoun(Lists.Found one, Lists.Found other) {
    return Words.key(one.path().lastNoun()).equals(Words.key(other.path().lastNoun()));
  }

  /** Whether the one list has the records of the other, and each says to whom it belongs. */
  private static boolean holds(Lists.Found all, Lists.Found some) {
    if (!all.needs().isEmpty() || some.needs().size() != 1) {
      return false;
    }
    Need need = some.needs().get(0);
    String entity = Words.key(need.entity());
    if (entity.isEmpty()) {
      entity = need.segment().map(it -> Words.key(some.path().noun(it))).orElse("");
    }
    List<String> owners = List.of(entity, entity + "id", entity + "uuid", Words.key(need.name()));
    return all.shape().record().stream()
        .flatMap(it -> it.properties().keySet().stream())
        .anyMatch(it -> owners.contains(Words.key(it)));
  }

  private static boolean isOwn(PathTemplate path) {
    return path.segments().stream().anyMatch(OWN::contains);
  }

  /** Whether two lists have records of the same kind, as far as the document says. */
  private static boolean alike(Lists.Found one, Lists.Found other) {
    Optional<ApiSchema> left = one.shape().record();
    Optional<ApiSchema> right = other.shape().record();
    if (left.isEmpty() || right.isEmpty() || left.equals(right)) {
      return true;
    }
    return left.get().name().isPresent() && left.get().name().equals(right.get().name())
        || !left.get().properties().isEmpty()
            && left.get().properties().keySet().equals(right.get().properties().keySet());
  }

  private void join(Lists.Found list, Lists.Found home) {
    ApiOperation at = home.operation();
    if (!resources.containsKey(at)) {
      resources.put(list.operation(), new LinkedHashMap<>(Map.of(Outline.LIST, list.operation())));
      return;
    }
    String name;
    if (list.path().endsInManner()) {
      name = OperationNames.camel(list.path().manner());
    } else if (list.path().key().equals(home.path().key())) {
      name = "search";
    } else if (isOwn(list.path())) {
      name = "listOwn";
    } else {
      name = OperationNames.camel("list by " + owner(list));
    }
    add(at, name, list.operation());
  }

  /** Of which thing a list has the records: the policy of {@code /policies/{id}/records}. */
  private static String owner(Lists.Found list) {
    Need need = list.needs().get(0);
    String noun = need.entity().isEmpty() ? need.segment().map(list.path()::noun).orElse("") : "";
    return Words.of(noun).isEmpty()
        ? String.join(" ", Words.of(need.name()))
        : ResourceNames.noun(noun);
  }

  private void assign(ApiOperation operation) {
    PathTemplate path = paths.get(operation);
    int length = path.segments().size();
    if (List.of("HEAD", "OPTIONS", "TRACE").contains(operation.method())) {
      homeless.put(operation, "asks for headers alone");
      return;
    }
    Optional<ApiOperation> home = Optional.empty();
    String name = "";
    if (path.endsInVariable()) {
      home = home(path, length - 1);
      name = OperationNames.ofItem(operation.method(), methods.get(path.key()));
    }
    if (home.isEmpty() && !path.endsInVariable()) {
      home = home(path, length);
      name = OperationNames.ofWhole(operation);
    }
    if (home.isEmpty() && length > 1 && !path.endsInVariable()) {
      boolean item = path.isVariable(length - 2);
      home = home(path, item ? length - 2 : length - 1);
      name = OperationNames.ofAction(operation, path.segments().get(length - 1));
    }
    if (home.isEmpty() && length > 0) {
      home = lists.beside(path).map(Lists.Found::operation).filter(resources::containsKey);
      String last = path.segments().get(length - 1);
      name =
          OperationNames.camel(
              last.substring(Math.max(last.lastIndexOf('.'), last.lastIndexOf(':')) + 1));
    }
    if (home.isEmpty()) {
      homeless.put(operation, "is about nothing that a list returns");
      return;
    }
    add(home.get(), name, operation);
  }

  private Optional<ApiOperation> home(PathTemplate path, int length) {
    Optional<ApiOperation> exact =
        lists.at(path, length).map(Lists.Found::operation).filter(resources::containsKey);
    if (exact.isPresent() || length == path.segments().size()) {
      return exact;
    }
    // Items may be elsewhere than their list: /forms/{form} of /sites/{site}/forms.
    String noun = path.noun(length);
    List<ApiOperation> named =
        lists.named(Words.key(noun)).stream()
            .filter(it -> it.path().lastNoun().equals(noun))
            .map(Lists.Found::operation)
            .filter(resources::containsKey)
            .toList();
    return named.size() == 1 && !path.segments().subList(0, length).contains("{}")
        ? Optional.of(named.get(0))
        : Optional.empty();
  }

  /** By the name that is wanted, else by the one that the document has, else with a number. */
  private void add(ApiOperation home, String wanted, ApiOperation operation) {
    Map<String, ApiOperation> known = resources.get(home);
    String own = OperationNames.camel(operation.words().id());
    boolean speaks =
        !operation.words().id().isBlank()
            && own.length() <= LONGEST_NAME
            && !known.containsKey(own);
    String name = known.containsKey(wanted) && speaks ? own : wanted;
    for (int i = 2; known.containsKey(name); i++) {
      name = wanted + i;
    }
    known.put(name, operation);
  }

  private List<Outline> outlines() {
    Map<ApiOperation, String> names =
        new ResourceNames(
                lists.all().stream().filter(it -> resources.containsKey(it.operation())).toList())
            .names();
    List<Outline> outlines = new ArrayList<>();
    for (ApiOperation operation : operations.keySet()) {
      Map<String, ApiOperation> done = resources.get(operation);
      if (done != null) {
        String name = Objects.requireNonNull(names.get(operation));
        Set<String> asks = new HashSet<>();
        done.forEach(
            (called, it) -> {
              if (asking.contains(it)) {
                asks.add(called);
              }
            });
        outlines.add(new Outline(name, ResourceNames.noun(name), done, asks));
      }
    }
    return outlines;
  }
}

package dev.connector.registry.lesson;

import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Resource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words for what a definition has, or lacks: the parts of {@code connector.json} by their own
 * names, and after a dot their kind, as in {@code pagination.cursor}. Lessons say by them what they
 * apply to.
 */
public final class Features {

  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "authentication",
              "authentication.apiKey",
              "authentication.awsSignature",
              "authentication.basic",
              "authentication.bearer",
              "authentication.custom",
              "authentication.jwt",
              "authentication.oauth1",
              "authentication.oauth2",
              "authentication.session",
              "authentication.signature",
              "baseUrl",
              "canonical",
              "custom",
              "deletes",
              "deletes.compared",
              "deletes.listed",
              "deletes.marked",
              "errors",
              "graphql",
              "incremental",
              "limits",
              "operations",
              "pagination",
              "pagination.cursor",
              "pagination.keyset",
              "pagination.linkHeader",
              "pagination.nextLink",
              "pagination.offset",
              "pagination.page",
              "pagination.window",
              "parent",
              "primaryKey",
              "records",
              "records.array",
              "records.map",
              "records.single",
              "records.table",
              "safe",
              "schema",
              "settings",
              "webhooks",
              "webhooks.sharedSecret",
              "webhooks.signature",
              "webhooks.unsigned"));

  /** What fields are called that say something about a feature of another name. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "hosts", "baseUrl",
          "method", "safe",
          "body", "safe",
          "form", "safe",
          "emptyStatuses", "errors",
          "read", "operations",
          "path", "operations",
          "query", "operations",
          "arguments", "operations",
          "policy", "limits");

  private Features() {}

  /** Whether there is such a word. */
  public static boolean isKnown(String feature) {
    return KNOWN.contains(feature);
  }

  /** All of them but the kinds, to be shown. */
  static String parts() {
    return KNOWN.stream().filter(it -> !it.contains(".")).collect(Collectors.joining(", "));
  }

  /** What a definition has, each once, in the order in which a definition says it. */
  public static List<String> of(Definition definition) {
    Set<String> found = new LinkedHashSet<>();
    if (!definition.endpoint().baseUrl().placeholders().isEmpty()) {
      found.add("baseUrl");
    }
    definition.authentication().forEach(it -> found.add("authentication." + kind(it)));
    if (!definition.errors().isEmpty()) {
      found.add("errors");
    }
    definition.resources().values().forEach(it -> add(it, found));
    definition.webhooks().ifPresent(it -> found.add("webhooks." + kind(it.verification())));
    found.retainAll(KNOWN); // nothing is to be learnt about an API that asks for no credentials
    return List.copyOf(found);
  }

  /**
   * What places in a definition are about, each once, in their order: those of gaps, or of
   * findings.
   *
   * @param pointers JSON Pointers into {@code connector.json}, of what is there or is to be
   */
  public static List<String> at(Collection<String> pointers) {
    Set<String> found = new LinkedHashSet<>();
    for (String pointer : pointers) {
      List<String> names = List.of(pointer.split("/"));
      // What users name themselves, resources and operations, may be called anything.
      int at = names.size() < 2 || !names.get(1).equals("resources") ? 1 : 3;
      at = names.size() > at && names.get(at).equals("operations") ? at + 2 : at;
      if (names.size() > at) {
        String name = ELSEWHERE.getOrDefault(names.get(at), names.get(at));
        boolean window = names.size() > at + 1 && names.get(at + 1).equals("window");
        found.add(window ? name + ".window" : name);
      }
    }
    found.retainAll(KNOWN);
    return List.copyOf(found);
  }

  private static void add(Resource resource, Set<String> found) {
    resource.reading().parent().ifPresent(it -> found.add("parent"));
    resource.operations().values().forEach(it -> add(it, found));
    resource.reading().incremental().ifPresent(it -> found.add("incremental"));
    resource.reading().deletes().ifPresent(it -> found.add("deletes." + kind(it)));
    if (resource.record().primaryKey().isEmpty()) {
      found.add("primaryKey"); // a key that is missing is a question, one that is there is none
    }
  }

  private static void add(Operation operation, Set<String> found) {
    operation.pagination().ifPresent(it -> add(it, found));
    operation.answer().records().ifPresent(it -> found.add("records." + kind(it.shape())));
    if (operation.request().payload() instanceof Payload.GraphQl) {
      found.add("graphql");
    }
    if (operation.effect().safe() && operation.request().method().equals("POST")) {
      found.add("safe");
    }
    if (!operation.answer().errors().isEmpty()) {
      found.add("errors");
    }
  }

  private static void add(Pagination pagination, Set<String> found) {
    found.add("pagination." + kind(pagination));
    pagination.window().ifPresent(it -> found.add("pagination.window"));
  }

  /** The kind of a part, as {@code connector.json} calls it. */
  private static String kind(Object part) {
    return kind(part.getClass());
  }

  static String kind(Class<?> part) {
    String name = part.getSimpleName();
    return name.startsWith("OAuth")
        ? name.toLowerCase(Locale.ROOT)
        : name.equals("Entries")
            ? "map"
            : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}

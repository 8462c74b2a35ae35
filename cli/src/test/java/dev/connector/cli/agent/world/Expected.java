package dev.connector.cli.agent.world;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a right definition says of one resource, whatever it calls it, and what it then reads.
 *
 * @param path of the list, base path included, {@code {}} for each placeholder
 * @param pagination as the format calls it, or {@code none}
 * @param parent the path of the parent's list
 * @param cursor where a record says when it changed, if the API filters by that
 * @param records that exist, without those deleted
 */
public record Expected(
    String path,
    String pagination,
    List<String> key,
    Optional<String> parent,
    Optional<String> cursor,
    List<ObjectNode> records) {

  public Expected {
    key = List.copyOf(key);
    records = List.copyOf(records);
  }

  static Expected of(String path, String pagination, String key, List<ObjectNode> records) {
    return new Expected(
        path, pagination, List.of(key), Optional.empty(), Optional.empty(), records);
  }

  Expected keys(String... keys) {
    return new Expected(path, pagination, List.of(keys), parent, cursor, records);
  }

  Expected below(String parentPath) {
    return new Expected(path, pagination, key, Optional.of(parentPath), cursor, records);
  }

  Expected since(String pointer) {
    return new Expected(path, pagination, key, parent, Optional.of(pointer), records);
  }

  List<Fact> facts() {
    return List.of(
        fact("is read", (definition, it) -> true),
        fact("pages: " + pagination, (definition, it) -> pagination.equals(pages(list(it)))),
        fact("key " + key, (definition, it) -> key.equals(texts(it.record().primaryKey()))),
        fact("parent " + parent.orElse("none"), this::isBelow),
        fact("changes by " + cursor.orElse("none"), (definition, it) -> cursor.equals(cursor(it))));
  }

  /** The resource of a definition that is read here, by its name. */
  Optional<Map.Entry<String, Resource>> find(Definition definition) {
    return definition.resources().entrySet().stream()
        .filter(it -> path.equals(path(definition, it.getValue()).orElse("")))
        .findFirst();
  }

  private boolean isBelow(Definition definition, Resource resource) {
    return resource
        .reading()
        .parent()
        .map(it -> definition.resources().get(it.resource()))
        .flatMap(it -> path(definition, it))
        .equals(parent);
  }

  private Fact fact(String what, BiPredicate<Definition, Resource> holds) {
    return new Fact(
        path + " " + what,
        definition ->
            find(definition).filter(it -> holds.test(definition, it.getValue())).isPresent());
  }

  private static Optional<String> path(Definition definition, Resource resource) {
    String base = definition.endpoint().baseUrl().text().replaceFirst("^https://[^/]+", "");
    return Optional.ofNullable(list(resource))
        .map(it -> (base + it.request().path().text()).replaceAll("\\{[^}]*}", "{}"));
  }

  private static Operation list(Resource resource) {
    return resource.operations().get(resource.reading().operation().orElse("list"));
  }

  /** The format's own word: the record's name with a small letter. */
  private static String pages(Operation operation) {
    return operation
        .pagination()
        .map(it -> it.getClass().getSimpleName())
        .map(it -> it.substring(0, 1).toLowerCase() + it.substring(1))
        .orElse("none");
  }

  private static Optional<String> cursor(Resource resource) {
    return resource.reading().incremental().map(it -> it.cursor().toString());
  }

  private static List<String> texts(List<JsonPointer> pointers) {
    return pointers.stream().map(JsonPointer::toString).toList();
  }
}

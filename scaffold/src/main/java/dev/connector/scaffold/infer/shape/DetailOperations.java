package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations about one record each, {@code /users/{login}}, by what they are about. */
final class DetailOperations {

  private final Map<String, Detail> byPath = new LinkedHashMap<>();
  private final Map<String, Detail> bySchema = new LinkedHashMap<>();

  DetailOperations(ApiDescription description) {
    for (ApiOperation operation : description.operations()) {
      List<String> segments = Paths.segments(operation.path());
      if (segments.isEmpty()) {
        continue;
      }
      String last = segments.get(segments.size() - 1);
      Optional<String> variable = Paths.variable(last);
      if (variable.isPresent() && !operation.method().equals("POST")) {
        add(operation, segments, variable.get());
      }
    }
  }

  /**
   * An operation about one record.
   *
   * @param variable which of the path says which record
   * @param record empty where the document does not say what it returns
   */
  record Detail(ApiOperation operation, String variable, Optional<ApiSchema> record) {
    boolean returns(ApiSchema what) {
      return record.filter(what::equals).isPresent();
    }

    Evidence evidence() {
      return new Evidence(operation.place(), "one is read by " + variable);
    }
  }

  /** The one for records of a list: its path is the list's and a variable, or it returns them. */
  Optional<Detail> of(ApiOperation list, Optional<ApiSchema> record) {
    List<String> segments = Paths.segments(list.path());
    Optional<Detail> below = Optional.ofNullable(byPath.get(key(segments)));
    if (below.isEmpty() && segments.size() > 1) {
      below = Optional.ofNullable(byPath.get(key(segments.subList(0, segments.size() - 1))));
      boolean variable = Paths.variable(segments.get(segments.size() - 1)).isPresent();
      boolean same = below.isPresent() && record.isPresent() && below.get().returns(record.get());
      below = same && !variable ? below : Optional.empty();
    }
    return below.or(() -> record.flatMap(it -> Optional.ofNullable(bySchema.get(it.place()))));
  }

  private void add(ApiOperation operation, List<String> segments, String variable) {
    Optional<ApiSchema> record =
        operation.method().equals("GET") ? record(operation) : Optional.empty();
    Detail detail = new Detail(operation, variable, record);
    String key = key(segments.subList(0, segments.size() - 1));
    if (record.isPresent() || !byPath.containsKey(key)) {
      byPath.merge(key, detail, (old, its) -> old.record().isPresent() ? old : its);
    }
    record
        .filter(it -> it.name().isPresent())
        .ifPresent(it -> bySchema.putIfAbsent(it.place(), detail));
  }

  private static Optional<ApiSchema> record(ApiOperation operation) {
    Optional<ApiSchema> body =
        operation.success().flatMap(it -> it.json()).flatMap(it -> it.schema());
    if (body.isEmpty() || body.get().isArray()) {
      return Optional.empty();
    }
    Map<String, ApiSchema> properties = body.get().properties();
    List<ApiSchema> objects = new ArrayList<>();
    for (ApiSchema property : properties.values()) {
      if (property.isObject() && property.name().isPresent()) {
        objects.add(property);
      }
    }
    boolean envelope = objects.size() == 1 && properties.size() <= 3;
    return envelope ? Optional.of(objects.get(0)) : body;
  }

  private static String key(List<String> segments) {
    StringBuilder key = new StringBuilder();
    for (String segment : segments) {
      key.append('/').append(Paths.variable(segment).isPresent() ? "{}" : segment);
    }
    return key.toString();
  }
}

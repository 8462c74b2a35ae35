package dev.connector.runtime.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that is put together from parts, of which those without a value are left out:
 * immutable, so each method returns a changed copy.
 *
 * <pre>{@code
 * JsonObject.empty().with("name", name).with("owner", Optional.empty()).json();
 * }</pre>
 */
public final class JsonObject {

  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, JsonNode> members;

  private JsonObject(Map<String, JsonNode> members) {
    this.members = members;
  }

  /** An object without members yet. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** An array of these; an empty {@link Optional} among them is left out. */
  public static ArrayNode array(Object... elements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Object element : elements) {
      tree(element).ifPresent(array::add);
    }
    return array;
  }

  /** The same with a member, which may be anything that JSON can say; not where it is empty. */
  public JsonObject with(String name, Object value) {
    return tree(value).map(it -> new JsonObject(Copies.with(members, name, it))).orElse(this);
  }

  /** The same with the members of another, in place of those of the same names. */
  public JsonObject withAll(JsonObject more) {
    Map<String, JsonNode> all = new LinkedHashMap<>(members);
    all.putAll(more.members);
    return new JsonObject(Collections.unmodifiableMap(all));
  }

  /** The object, for whoever asked for it alone. */
  public JsonNode json() {
    return JsonNodeFactory.instance.objectNode().setAll(members).deepCopy();
  }

  private static Optional<JsonNode> tree(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(JsonObject::tree);
    }
    if (value instanceof JsonObject object) {
      return Optional.of(object.json());
    }
    return Optional.of(Json.write(value));
  }

  /** Names the members only: values may be secret. */
  @Override
  public String toString() {
    return "JsonObject" + members.keySet();
  }
}

package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Copies;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the reading of child resources has got, parent by parent. Bounded: where there is no room
 * for another parent, the one whose checkpoint is oldest is forgotten, and its children are read
 * from the beginning the next time, which repeats records but loses none.
 *
 * @param checkpoints by the key of the parent, the oldest first
 * @param capacity the most parents that are remembered
 */
public record ParentCheckpoints(Map<String, Checkpoint> checkpoints, int capacity) {
  private static final int DEFAULT_CAPACITY = 10_000;

  /** Before the first read. */
  public static final ParentCheckpoints NONE = new ParentCheckpoints(Map.of(), DEFAULT_CAPACITY);

  public ParentCheckpoints {
    checkpoints = Copies.of(checkpoints);
    if (capacity < 1 || checkpoints.size() > capacity) {
      throw new IllegalArgumentException("there is room for " + capacity + " parents");
    }
  }

  /** Where the children of this parent are read from. */
  public Checkpoint of(String parent) {
    return checkpoints.getOrDefault(parent, Checkpoint.NONE);
  }

  /** The same with a newer checkpoint for this parent. */
  public ParentCheckpoints with(String parent, Checkpoint newer) {
    Map<String, Checkpoint> changed = new LinkedHashMap<>(checkpoints);
    changed.remove(parent);
    if (changed.size() == capacity) {
      changed.remove(changed.keySet().iterator().next());
    }
    changed.put(parent, newer);
    return new ParentCheckpoints(changed, capacity);
  }

  /** These checkpoints as a JSON document. */
  public JsonNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("capacity", capacity);
    ObjectNode parents = json.putObject("parents");
    checkpoints.forEach((parent, checkpoint) -> parents.set(parent, checkpoint.toJson()));
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  public static ParentCheckpoints fromJson(JsonNode json) {
    Map<String, Checkpoint> checkpoints = new LinkedHashMap<>();
    json.path("parents")
        .properties()
        .forEach(
            parent -> checkpoints.put(parent.getKey(), Checkpoint.fromJson(parent.getValue())));
    return new ParentCheckpoints(checkpoints, json.path("capacity").asInt(DEFAULT_CAPACITY));
  }
}

package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a page begins.
 *
 * @param token what the strategy asks the API with: a number, a cursor, a link; missing for the
 *     first page
 * @param pages how many pages lie before it
 * @param records how many records lie before it
 */
public record Position(JsonNode token, long pages, long records) {

  /** The first page. */
  public static final Position START = new Position(MissingNode.getInstance(), 0, 0);

  boolean isStart() {
    return pages == 0;
  }

  /** The position behind a page that began here. */
  Position plus(Page page, JsonNode next) {
    return new Position(next, pages + 1, records + page.records().size());
  }

  public ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("pages", pages).put("records", records);
    return json.set("token", token);
  }

  public static Position fromJson(JsonNode json) {
    return new Position(
        json.path("token").deepCopy(), json.path("pages").asLong(), json.path("records").asLong());
  }
}

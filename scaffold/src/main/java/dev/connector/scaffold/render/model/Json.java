package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON as expressions that {@code JsonObject} and {@code Json.write} make JSON of.
 *
 * @param each what the parts of a container become
 */
record Json(Function<JsonNode, Expression> each) {

  private static final Expression EMPTY = Expression.call("JsonObject.empty");

  /** A value that never changes, as something that can be turned into JSON. */
  static Expression constant(JsonNode value) {
    return value.isTextual()
        ? Expression.text(value.textValue())
        : new Json(Json::constant).of(value);
  }

  /** A value that never changes, as a tree. */
  static Expression tree(JsonNode value) {
    if (value.isTextual()) {
      return Expression.call("TextNode.valueOf", constant(value));
    }
    if (value.isObject()) {
      return constant(value).then("json");
    }
    return value.isArray() ? constant(value) : Expression.call("Json.write", constant(value));
  }

  Expression of(JsonNode value) {
    if (value.isObject()) {
      Expression whole = EMPTY;
      Expression part = EMPTY;
      int members = 0;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        if (members > 0 && members % Statement.LONGEST_CHAIN == 0) {
          whole = members == Statement.LONGEST_CHAIN ? part : whole.then("withAll", part);
          part = EMPTY;
        }
        part = part.then("with", Expression.text(member.getKey()), each.apply(member.getValue()));
        members++;
      }
      return members > Statement.LONGEST_CHAIN ? whole.then("withAll", part) : part;
    }
    if (value.isArray()) {
      List<Expression> elements = new ArrayList<>();
      value.forEach(element -> elements.add(each.apply(element)));
      return Expression.call("JsonObject.array", elements);
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Expression.number(value.longValue());
    }
    if (value.isNumber()) {
      return Expression.call("new BigDecimal", Expression.text(value.asText()));
    }
    return value.isBoolean()
        ? Expression.name(String.valueOf(value.booleanValue()))
        : Expression.call("NullNode.getInstance");
  }
}

package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code type} keyword. */
final class Types {

  private enum Type {
    OBJECT,
    ARRAY,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL
  }

  private Types() {}

  static Check check(JsonNode keyword) {
    Set<Type> allowed = EnumSet.noneOf(Type.class);
    if (keyword.isArray()) {
      keyword.forEach(name -> allowed.add(type(name)));
    } else {
      allowed.add(type(keyword));
    }
    String message =
        "must be "
            + allowed.stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    return new Check.Plain(value -> fits(value, allowed), message);
  }

  private static Type type(JsonNode name) {
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name.textValue())) {
        return type;
      }
    }
    throw new IllegalArgumentException("JSON Schema has no type " + name);
  }

  private static boolean fits(JsonNode value, Set<Type> allowed) {
    switch (value.getNodeType()) {
      case OBJECT:
        return allowed.contains(Type.OBJECT);
      case ARRAY:
        return allowed.contains(Type.ARRAY);
      case STRING:
        return allowed.contains(Type.STRING);
      case BOOLEAN:
        return allowed.contains(Type.BOOLEAN);
      case NULL:
        return allowed.contains(Type.NULL);
      case NUMBER:
        return allowed.contains(Type.NUMBER) || (allowed.contains(Type.INTEGER) && isWhole(value));
      default:
        return false;
    }
  }

  /** 1.0 is a whole number to JSON Schema. */
  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() || value.decimalValue().stripTrailingZeros().scale() <= 0;
  }
}

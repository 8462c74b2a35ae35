package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a YAML scalar without quotes is by YAML 1.2's core schema: null, a truth value, a number, or
 * text. {@code no}, {@code 12:30} and dates are texts.
 */
final class YamlScalar {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final int LONGEST_NUMBER = 100;

  private YamlScalar() {}

  static JsonNode add(String text, TreeBuilder tree) throws MalformedException {
    if (text.isEmpty()) {
      return tree.value(NullNode.getInstance());
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.') {
      return number(text, tree);
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> tree.value(NullNode.getInstance());
      case "true", "True", "TRUE" -> tree.value(BooleanNode.TRUE);
      case "false", "False", "FALSE" -> tree.value(BooleanNode.FALSE);
      default -> tree.text(text);
    };
  }

  private static JsonNode number(String text, TreeBuilder tree) throws MalformedException {
    if (text.length() > LONGEST_NUMBER) {
      return tree.text(text);
    }
    if (text.startsWith("0x") && digits(text, 2, 16)) {
      return integer(new BigInteger(text.substring(2), 16), tree);
    }
    if (text.startsWith("0o") && digits(text, 2, 8)) {
      return integer(new BigInteger(text.substring(2), 8), tree);
    }
    int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    if (digits(text, start, 10)) {
      return integer(new BigInteger(text), tree);
    }
    return DECIMAL.matcher(text).matches() ? decimal(text, tree) : tree.text(text);
  }

  private static JsonNode decimal(String text, TreeBuilder tree) throws MalformedException {
    try {
      return tree.decimal(new BigDecimal(text), text);
    } catch (NumberFormatException tooGreat) {
      return tree.text(text);
    }
  }

  private static JsonNode integer(BigInteger number, TreeBuilder tree) throws MalformedException {
    if (number.bitLength() < 32) {
      return tree.value(IntNode.valueOf(number.intValue()));
    }
    return number.bitLength() < 64
        ? tree.value(LongNode.valueOf(number.longValue()))
        : tree.value(BigIntegerNode.valueOf(number));
  }

  private static boolean digits(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return text.length() > from;
  }
}

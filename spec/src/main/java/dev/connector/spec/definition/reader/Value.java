package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.InvalidDefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A JSON value and its place. What a value is read as says so by its method; a value of another
 * kind is an {@link InvalidDefinitionException}, which {@link #read} turns into a problem.
 */
record Value(JsonNode node, String pointer, Findings findings) {

  Value member(String name) {
    boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
    String step = plain ? name : name.replace("~", "~0").replace("/", "~1");
    return new Value(node.path(name), pointer + "/" + step, findings);
  }

  /** The last step of the pointer: what the value is called in its object. */
  String name() {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  Value element(int index) {
    return new Value(node.path(index), pointer + "/" + index, findings);
  }

  /** The value as {@code as} reads it; null where that gave a problem, which is then reported. */
  <T> T read(Function<Value, T> as) {
    try {
      return as.apply(this);
    } catch (InvalidDefinitionException e) {
      findings.error(pointer, e.getMessage(), e.fix());
      return null;
    }
  }

  String text() {
    expect(node.isTextual(), "text");
    return node.textValue();
  }

  /** Text with something in it. */
  String words() {
    String text = text();
    if (text.isBlank()) {
      throw new InvalidDefinitionException("the text is empty", "say something, or leave it out");
    }
    return text;
  }

  boolean flag() {
    expect(node.isBoolean(), "true or false");
    return node.booleanValue();
  }

  int integer(int least, int most) {
    expect(node.isIntegralNumber(), "a whole number");
    if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      throw new InvalidDefinitionException(
          node + " is out of range",
          most == Integer.MAX_VALUE
              ? "write a whole number from " + least + " on"
              : "write a whole number from " + least + " to " + most);
    }
    return node.intValue();
  }

  /** One of an enum's constants, written in camel case: {@code EPOCH_SECONDS} as epochSeconds. */
  <E extends Enum<E>> E word(Class<E> type) {
    return constant(type, Choice::camelCase);
  }

  /** One of an enum's constants, written as the enum has it. */
  <E extends Enum<E>> E constant(Class<E> type) {
    return constant(type, name -> name);
  }

  private <E extends Enum<E>> E constant(Class<E> type, Function<String, String> writing) {
    String word = text();
    for (E constant : type.getEnumConstants()) {
      if (writing.apply(constant.name()).equals(word)) {
        return constant;
      }
    }
    return Choice.of(word, Choice.words(type, writing));
  }

  <T> T object(Function<Fields, T> as) {
    expect(node.isObject(), "an object");
    return as.apply(new Fields(this));
  }

  <T> List<T> list(Function<Value, T> as) {
    expect(node.isArray(), "a list");
    List<T> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      T value = element(i).read(as);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** At least one. */
  <T> List<T> some(Function<Value, T> as) {
    List<T> values = list(as);
    if (node.isEmpty()) {
      throw new InvalidDefinitionException(
          "the list is empty", "name at least one, or leave it out");
    }
    return values;
  }

  /** Members by name, each name read too, so that it can be refused at the member's place. */
  <K, V> Map<K, V> map(Function<String, K> names, Function<Value, V> as) {
    expect(node.isObject(), "an object");
    Map<K, V> members = new LinkedHashMap<>();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              K key = member(name).read(ignored -> names.apply(name));
              V value = member(name).read(as);
              if (key != null && value != null) {
                members.put(key, value);
              }
            });
    return members;
  }

  private void expect(boolean fits, String wanted) {
    if (!fits) {
      String found = node.getNodeType().name().toLowerCase(Locale.ROOT);
      throw new InvalidDefinitionException(
          "expected " + wanted + ", found " + (found.equals("string") ? "text" : found),
          "write " + wanted);
    }
  }

  /** One word out of several. */
  static final class Choice {
    private Choice() {}

    static <E extends Enum<E>> Map<String, E> words(
        Class<E> type, Function<String, String> writing) {
      Map<String, E> words = new LinkedHashMap<>();
      for (E constant : type.getEnumConstants()) {
        words.put(writing.apply(constant.name()), constant);
      }
      return words;
    }

    static String camelCase(String constant) {
      StringBuilder word = new StringBuilder(constant.length());
      for (int i = 0; i < constant.length(); i++) {
        boolean begins = i > 0 && constant.charAt(i - 1) == '_';
        if (constant.charAt(i) != '_') {
          char letter = constant.charAt(i);
          word.append(begins ? letter : Character.toLowerCase(letter));
        }
      }
      return word.toString();
    }

    static <T> T of(String word, Map<String, T> words) {
      T chosen = words.get(word);
      if (chosen == null) {
        throw new InvalidDefinitionException(
            "\"" + word + "\" is not known here",
            NearMatch.of(word, words.keySet())
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "use one of " + String.join(", ", words.keySet())));
      }
      return chosen;
    }
  }
}

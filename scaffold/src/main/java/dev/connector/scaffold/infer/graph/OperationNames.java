package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations are called: letters and digits alone, whatever the document has. */
final class OperationNames {

  private static final int LONGEST = 60;

  private static final Map<String, String> ITEM =
      Map.of("GET", "get", "PUT", "replace", "PATCH", "update", "DELETE", "delete", "POST", "post");

  /** The methods that change something, the likeliest first; what there is alone is the update. */
  private static final List<String> UPDATES = List.of("PATCH", "PUT", "POST");

  private static final Map<String, String> WHOLE =
      Map.of("GET", "get", "PUT", "updateMany", "PATCH", "updateMany", "POST", "create");

  private static final Map<String, String> ACTION =
      Map.of("GET", "get", "PUT", "set", "PATCH", "update", "DELETE", "delete", "POST", "");

  /** Others change some of what there is and leave the rest. */
  private static final Set<String> REPLACES = Set.of("replace", "replaces", "set", "overwrite");

  private OperationNames() {}

  /**
   * @param methods all that the same path has
   */
  static String ofItem(String method, Set<String> methods) {
    boolean updates =
        UPDATES.stream().filter(methods::contains).findFirst().filter(method::equals).isPresent();
    return updates ? "update" : ITEM.getOrDefault(method, "call");
  }

  /**
   * What is done with all there are; with one, where a parameter has to say which, and with some,
   * where a body has to.
   */
  static String ofWhole(ApiOperation operation) {
    String method = operation.method();
    boolean one =
        operation.parameters().stream()
            .anyMatch(it -> it.in() == ApiParameter.In.QUERY && it.required());
    if (one && !method.equals("POST")) {
      return ofItem(method, Set.of(method));
    }
    if (method.equals("DELETE")) {
      return operation.body().isPresent() ? "deleteMany" : "deleteAll";
    }
    if (method.equals("PUT") && said(operation).stream().anyMatch(REPLACES::contains)) {
      return "replace";
    }
    return WHOLE.getOrDefault(method, "call");
  }

  /** By what the document itself calls it where the path ends with that verb: merge. */
  static String ofAction(ApiOperation operation, String word) {
    String method = operation.method();
    List<String> words = Words.of(word);
    if (!words.isEmpty() && !method.equals("GET") && verbs(operation).contains(words.get(0))) {
      return camel(word.replace("{}", " "));
    }
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    if (method.equals("POST") && !Words.singular(last).equals(last)) {
      List<String> one = new ArrayList<>(words);
      one.set(one.size() - 1, Words.singular(last));
      return camel("create " + String.join(" ", one));
    }
    return camel(ACTION.getOrDefault(method, "") + " " + word.replace("{}", " "));
  }

  /** The words that its name and its summary begin with. */
  private static List<String> verbs(ApiOperation operation) {
    List<String> verbs = new ArrayList<>();
    Words.of(operation.words().id()).stream().findFirst().ifPresent(verbs::add);
    Words.of(operation.words().summary()).stream().findFirst().ifPresent(verbs::add);
    return verbs;
  }

  private static List<String> said(ApiOperation operation) {
    return Words.of(operation.words().id() + " " + operation.words().summary());
  }

  /** Words as one, each but the first with a capital. */
  static String camel(String text) {
    List<String> words = Words.of(text);
    StringBuilder camel = new StringBuilder();
    for (String word : words) {
      if (camel.length() + word.length() > LONGEST) {
        break;
      }
      camel.append(
          camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    if (camel.length() == 0) {
      return "call";
    }
    return Character.isLetter(camel.charAt(0)) ? camel.toString() : "n" + camel;
  }
}

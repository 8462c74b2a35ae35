package dev.connector.scaffold.infer.assembly;

import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import dev.connector.scaffold.infer.graph.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as a definition has them, made of whatever a document has. */
final class Names {

  private static final int LONGEST = 60;

  /** What says nothing without the word for the thing. */
  private static final Set<String> GENERIC =
      Set.of(
          "id",
          "uuid",
          "guid",
          "key",
          "name",
          "slug",
          "sid",
          "code",
          "number",
          "identifier",
          "ref",
          "value",
          "param",
          "path",
          "type",
          "email",
          "token",
          "hash");

  /** Reading gives these a value. */
  private static final Set<String> RESERVED = Set.of("cursor", "until");

  /** Settings that every connector has: the policy's, and where it calls and keeps things. */
  private static final Set<String> COMMON =
      Stream.concat(
              Policy.SETTINGS.stream().map(Setting::name),
              Stream.of(
                  "baseUrl",
                  "origins",
                  "allowLoopback",
                  "allowPrivateNetworks",
                  "tokenStore",
                  "maskPersonal"))
          .collect(Collectors.toUnmodifiableSet());

  private Names() {}

  /** Words as one, each but the first with a capital, beginning with a small letter. */
  static String camel(String text) {
    StringBuilder camel = new StringBuilder();
    for (String word : Words.of(spoken(text))) {
      if (camel.length() > 0 && camel.length() + word.length() > LONGEST) {
        break;
      }
      String part = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
      camel.append(
          camel.length() == 0 ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    if (camel.length() == 0) {
      return "value";
    }
    String name = Character.isDigit(camel.charAt(0)) ? "n" + camel : camel.toString();
    return RESERVED.contains(name) ? name + "Value" : name;
  }

  /** Signs that tell names apart, as words. */
  static String spoken(String name) {
    return name.replace("<", " before ").replace(">", " after ").replace("!", " not ");
  }

  static String setting(String name) {
    return COMMON.contains(name) ? name + "Value" : name;
  }

  static boolean isGeneric(String name) {
    List<String> words = Words.of(name);
    return words.isEmpty() || (words.size() == 1 && GENERIC.contains(words.get(0)));
  }

  /** The singular of what words name. */
  static String one(String text) {
    List<String> words = new ArrayList<>(Words.of(text));
    if (words.isEmpty()) {
      return "";
    }
    words.set(words.size() - 1, Words.singular(words.get(words.size() - 1)));
    return String.join(" ", words);
  }
}

package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the whole of a definition, in the order people read one. */
final class DocumentWriter {

  private static final Pattern LINK = Pattern.compile("https://[^/?#@\\s\\\\{}]+([/?#][^\\s{}]*)?");
  private static final Set<String> NOT_A_NAME =
      Set.of(
          "api",
          "apis",
          "rest",
          "restful",
          "http",
          "openapi",
          "swagger",
          "specification",
          "spec",
          "documentation",
          "docs",
          "reference",
          "the",
          "public",
          "web",
          "service",
          "v1",
          "v2",
          "v3",
          "v4",
          "beta");
  private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST_NAME = 40;

  private final Assembly assembly;
  private final Set<String> without = new HashSet<>();

  DocumentWriter(Assembly assembly) {
    this.assembly = assembly;
  }

  /** Leaves out a member that cannot be read, from the next document on. */
  void without(String member, String why, List<String> leftOut) {
    if (without.add(member)) {
      leftOut.add("\"" + member + "\" of the definition: " + why);
    }
  }

  ObjectNode write(
      Map<String, ObjectNode> resources, Map<String, Map<String, Binding.Question>> questions) {
    ApiDescription.Info info = assembly.description().info();
    ObjectNode members = assembly.access().members();
    String title = Prose.sentence(info.title());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", 1).put("name", name(title, members)).put("version", "0.1.0");
    document.put("title", title.isEmpty() ? name(title, members) : title);
    document.put("description", description(info, resources));
    Optional.of(info.documentation())
        .filter(it -> it.length() < 500 && LINK.matcher(it).matches())
        .ifPresent(it -> document.put("documentation", it));
    put(document, "baseUrl", members);
    put(document, "hosts", members);
    ObjectNode settings = settings(members, questions);
    if (!settings.isEmpty()) {
      document.set("settings", settings);
    }
    for (String name :
        List.of("authentication", "headers", "query", "limits", "policy", "errors")) {
      put(document, name, members);
    }
    ObjectNode written = document.putObject("resources");
    resources.forEach(written::set);
    put(document, "webhooks", members);
    check(resources, questions).ifPresent(it -> document.put("check", it));
    put(document, "custom", members);
    return document;
  }

  private void put(ObjectNode document, String name, ObjectNode members) {
    if (members.has(name) && !without.contains(name)) {
      document.set(name, members.get(name));
    }
  }

  private static ObjectNode settings(
      ObjectNode members, Map<String, Map<String, Binding.Question>> questions) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    members.path("settings").properties().forEach(it -> settings.set(it.getKey(), it.getValue()));
    questions
        .values()
        .forEach(
            each ->
                each.forEach(
                    (name, question) -> {
                      if (!settings.has(name)) {
                        settings.set(name, setting(question));
                      }
                    }));
    return settings;
  }

  private static JsonNode setting(Binding.Question question) {
    ObjectNode setting = JsonNodeFactory.instance.objectNode();
    setting.put("title", question.title().isBlank() ? "Value" : question.title());
    if (!question.description().isEmpty()) {
      setting.put("description", question.description());
    }
    if (!question.values().isEmpty()) {
      question.values().forEach(setting.withArrayProperty("values")::add);
    }
    return setting;
  }

  /** The list that tells whether credentials work: one that needs nothing, others being below. */
  private static Optional<String> check(
      Map<String, ObjectNode> resources, Map<String, Map<String, Binding.Question>> questions) {
    Map<String, Integer> children = new HashMap<>();
    resources
        .values()
        .forEach(
            it -> children.merge(it.path("parent").path("resource").asText(), 1, Integer::sum));
    return resources.entrySet().stream()
        .filter(it -> !it.getValue().has("parent"))
        .filter(it -> !it.getValue().path("operations").path("list").has("method"))
        .map(Map.Entry::getKey)
        .min(
            Comparator.comparingInt((String it) -> questions.get(it).size())
                .thenComparing(it -> -children.getOrDefault(it, 0)))
        .map(it -> it + ".list");
  }

  private static String description(ApiDescription.Info info, Map<String, ObjectNode> resources) {
    String says = Prose.sentence(info.description());
    if (!says.isEmpty()) {
      return says;
    }
    List<String> titles =
        resources.values().stream()
            .limit(5)
            .map(it -> it.path("title").asText().toLowerCase(Locale.ROOT))
            .toList();
    return "Reads "
        + String.join(", ", titles)
        + (resources.size() > titles.size() ? " and more." : ".");
  }

  private static String name(String title, ObjectNode members) {
    String name = name(words(title));
    if (name.isEmpty()) {
      String host = members.path("baseUrl").asText().replaceAll("^https://([^/]*).*$", "$1");
      List<String> labels = List.of(host.split("\\."));
      name = name(words(labels.size() > 1 ? labels.get(labels.size() - 2) : host));
    }
    return name.isEmpty() ? "connector" : name;
  }

  /** Brands are one word, however they are written. */
  private static List<String> words(String title) {
    return List.of(WORDS.split(title.toLowerCase(Locale.ROOT)));
  }

  private static String name(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      boolean says = !word.isEmpty() && !NOT_A_NAME.contains(word) && !word.matches("[0-9]+");
      if (says && name.length() + word.length() < LONGEST_NAME) {
        name.append(name.length() == 0 ? "" : "-").append(word);
      }
    }
    return name.length() > 0 && Character.isDigit(name.charAt(0)) ? "n" + name : name.toString();
  }
}

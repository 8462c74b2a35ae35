package dev.connector.scaffold.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person found out about one operation by reading its description. */
record Label(JsonNode json) {

  private static final Pattern ALTERNATIVE_KIND = Pattern.compile("alt_kind=([a-z_]+)");
  private static final Pattern OR_KIND = Pattern.compile("alt_kind=[^;]*\\bor ([a-z_]+)");
  private static final Pattern ALTERNATIVE_KEY = Pattern.compile("alt key ([\\w.]+)");

  static List<Label> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Label> labels = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        labels.add(new Label(mapper.readTree(line)));
      }
    }
    return labels;
  }

  String document() {
    return json.path("spec").asText();
  }

  String operation() {
    return json.path("method").asText() + " " + json.path("path").asText();
  }

  /** Whether it answers a question at all. */
  boolean answers(String question) {
    return json.has(question);
  }

  /** Where the operation is in its document. */
  String place() {
    String path = json.path("path").asText().replace("~", "~0").replace("/", "~1");
    return "#/paths/" + path + "/" + json.path("method").asText().toLowerCase(Locale.ROOT);
  }

  boolean collection() {
    return json.path("collection").asBoolean();
  }

  /** A JSON Pointer. */
  Optional<String> records() {
    return text(json.path("records")).map(it -> pointer(it.replaceFirst("^\\$\\.?", "")));
  }

  /** JSON Pointers. */
  Optional<Set<String>> primaryKey() {
    if (!json.path("primary_key").isArray()) {
      return Optional.empty();
    }
    Set<String> key = new TreeSet<>();
    json.path("primary_key").forEach(it -> key.add(pointer(it.asText())));
    return Optional.of(key);
  }

  Optional<Set<String>> otherKey() {
    Matcher matcher = ALTERNATIVE_KEY.matcher(note());
    return matcher.find() ? Optional.of(Set.of(pointer(matcher.group(1)))) : Optional.empty();
  }

  String pagination() {
    return json.path("pagination").path("kind").asText();
  }

  /** The one that leads on. */
  Optional<String> parameter() {
    JsonNode request = json.path("pagination").path("request");
    switch (pagination()) {
      case "page":
        return text(request.path("page"));
      case "offset":
        return text(request.path("offset"));
      default:
        return text(request.path("cursor"));
    }
  }

  Optional<Integer> firstPage() {
    return number(json.path("pagination").path("first_page"));
  }

  Optional<Integer> largestPage() {
    return number(json.path("pagination").path("max_page_size"));
  }

  /** Where what leads on is handed out: a JSON Pointer, or {@code header} and its name. */
  Optional<String> next() {
    return text(json.path("pagination").path("next_from"))
        .filter(it -> it.startsWith("$.") || it.startsWith("header "))
        .map(it -> it.startsWith("$.") ? pointer(it.substring(2)) : it);
  }

  /** Every kind that counts as right. */
  Set<String> paginations() {
    Set<String> kinds = new TreeSet<>(Set.of(pagination()));
    for (Pattern pattern : List.of(ALTERNATIVE_KIND, OR_KIND)) {
      Matcher matcher = pattern.matcher(note());
      while (matcher.find()) {
        kinds.add(matcher.group(1));
      }
    }
    text(json.path("pagination").path("real_kind")).ifPresent(kinds::add);
    return kinds;
  }

  /** By parameter: path of the parents' list and field in it, {@code /users id}. */
  Map<String, String> bound() {
    Map<String, String> bound = new LinkedHashMap<>();
    json.path("parent")
        .path("path_params")
        .properties()
        .forEach(
            it ->
                bound.put(
                    it.getKey(),
                    it.getValue().path("resource_path").asText()
                        + " "
                        + pointer(it.getValue().path("field").asText())));
    return bound;
  }

  Set<String> configured() {
    Set<String> configured = new TreeSet<>();
    json.path("parent").path("unbound").forEach(it -> configured.add(it.asText()));
    return configured;
  }

  Optional<String> incremental() {
    return text(json.path("incremental").path("param"));
  }

  Set<String> authentication() {
    Set<String> names = new TreeSet<>();
    json.path("auth").forEach(it -> names.add(it.asText()));
    return names;
  }

  String note() {
    return json.path("note").asText();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static String pointer(String dotted) {
    return dotted.isEmpty() ? "" : "/" + dotted.replace(".", "/");
  }
}

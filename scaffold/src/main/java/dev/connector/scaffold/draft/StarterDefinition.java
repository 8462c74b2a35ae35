package dev.connector.scaffold.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.assembly.Explanation;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.ConnectorName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A definition to begin with where an API has no description: one list, read by its first page,
 * with a gap for each thing that was assumed.
 *
 * @param name the connector's name, {@code acme}
 * @param baseUrl an https URL
 * @param path of a first list, {@code /v1/customers}; its {@code {variables}} become settings
 */
public record StarterDefinition(
    String name, String baseUrl, StarterAuthentication authentication, String path) {

  private static final Pattern BASE_URL =
      Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^\\s?#\\\\{}]*)?");
  private static final Pattern PATH =
      Pattern.compile("(/([^/\\s?#\\\\{}]|\\{[A-Za-z][A-Za-z0-9_-]*\\})+)+");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)\\}");
  private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
  private static final List<Evidence> ASSUMED =
      List.of(new Evidence("", "there is no description; this is what most APIs do"));

  /**
   * @throws ConnectorException where an answer cannot be used
   */
  public StarterDefinition {
    baseUrl = withoutSlash(baseUrl.strip());
    path = withoutSlash(path.strip());
    ConnectorName.require(name);
    require(
        BASE_URL.matcher(baseUrl).matches(),
        "the base URL is no https URL that paths can be appended to",
        "give one such as https://api.acme.com/v1, without user, query and fragment");
    require(
        PATH.matcher(path).matches(),
        "\"" + path + "\" is no path",
        "begin with a slash and leave parameters out, such as /customers");
  }

  /** What there is to render; the same answers give the same bytes. */
  public InferredDefinition definition() {
    String resource = resource();
    ObjectNode document = object();
    document
        .put("format", 1)
        .put("name", name)
        .put("version", "0.1.0")
        .put("title", title(name))
        .put(
            "description",
            "Reads " + String.join(" ", words(resource)) + " from " + title(name) + ".")
        .put("baseUrl", baseUrl);
    ObjectNode settings = object();
    String template = withSettings(settings);
    document.set("settings", settings);
    authentication.write(document, settings, origin());
    if (settings.isEmpty()) {
      document.remove("settings");
    }
    String schema = "schemas/" + resource + ".json";
    ObjectNode described = document.putObject("resources").putObject(resource);
    described
        .put("title", title(resource))
        .put("description", "The list at " + path + ".")
        .put("schema", schema);
    described.putArray("primaryKey").add("/id");
    described
        .putObject("operations")
        .putObject("list")
        .put("description", "The first page of the list at " + path + ".")
        .put("path", template)
        .put("records", "/data");
    return new InferredDefinition(
        document,
        Map.of(schema, schema(resource)),
        Map.of(),
        new Explanation(title(name), List.of(), List.of()),
        gaps(resource),
        List.of());
  }

  /** Named by the last part of the path that is no variable. */
  private String resource() {
    String last = "records";
    for (String segment : path.split("/")) {
      String bare = VARIABLE.matcher(segment).replaceAll("").replaceFirst("\\.[A-Za-z]+$", "");
      String identifier = identifier(bare);
      last = identifier.isEmpty() ? last : identifier;
    }
    return last;
  }

  /** The path's variables are for the user to configure. */
  private String withSettings(ObjectNode settings) {
    return VARIABLE
        .matcher(path)
        .replaceAll(
            match -> {
              String setting = identifier(match.group(1));
              settings
                  .putObject(setting)
                  .put("title", title(setting))
                  .put("description", "Goes into the path " + path + ".");
              return Matcher.quoteReplacement("{" + setting + "}");
            });
  }

  private String origin() {
    return "https://" + URI.create(baseUrl).getAuthority();
  }

  private List<Gap> gaps(String resource) {
    String list = resource + ".list";
    String at = "/resources/" + resource;
    List<Gap> gaps = new ArrayList<>(authentication.gaps());
    gaps.add(
        gap(
            list,
            "Where in an answer are the records?",
            List.of("/data", "the answer itself", "/items", "/results"),
            at + "/operations/list/records",
            "\"/data\""));
    gaps.add(
        gap(
            list,
            "How are further pages asked for? Only the first is read, which loses the others.",
            List.of("page", "offset", "cursor", "a link to the next page"),
            at + "/operations/list/pagination",
            "{\"type\":\"page\",\"parameter\":\"page\"}"));
    gaps.add(
        gap(
            resource,
            "Which field identifies a record?",
            List.of("/id", "/uuid", "/key"),
            at + "/primaryKey",
            "[\"/id\"]"));
    gaps.add(
        gap(
            resource,
            "What does a record look like? Its schema knows the identifier alone; edit schemas/"
                + resource
                + ".json, too.",
            List.of(),
            at + "/description",
            "\"One sentence on what a record is.\""));
    return gaps;
  }

  static Gap gap(
      String subject, String question, List<String> alternatives, String pointer, String value) {
    return new Gap(subject, question, alternatives, new Gap.Edit(pointer, value), ASSUMED);
  }

  private static JsonNode schema(String resource) {
    ObjectNode schema =
        object()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", title(resource))
            .put("description", "A record, as far as it is known.")
            .put("type", "object");
    schema.putArray("required").add("id");
    schema
        .putObject("properties")
        .putObject("id")
        .put("description", "Identifies the record.")
        .put("type", "string");
    return schema;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : WORDS.split(text)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** {@code sales-orders} is {@code salesOrders}; empty where nothing could be a name. */
  private static String identifier(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : words(text)) {
      if (name.length() > 0) {
        name.append(capital(word));
      } else if (Character.isLetter(word.charAt(0))) {
        name.append(word);
      }
    }
    return name.toString();
  }

  private static String title(String text) {
    return capital(String.join(" ", words(text)));
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String withoutSlash(String text) {
    String shorter = text;
    while (shorter.length() > 1 && shorter.endsWith("/")) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter;
  }

  private static void require(boolean holds, String message, String hint) {
    if (!holds) {
      throw new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
    }
  }
}

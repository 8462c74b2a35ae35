package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a description calls things and says of them, the code compiles and says no more. */
class HostileDescriptionsTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String TEXT =
      "*/ class Evil {} /* \\u002a/ <script> @see {@link Evil} } ${7*7} <#assign x=1> \\ \" ' \n"
          + "\u202e\u0007\u2028 \uD83D\uDE00 \u4e2d\u6587 Caf\u00e9 \\u000a \"\"\"";

  @TempDir Path folder;

  @Test
  void texts_stay_inside_the_comment_or_literal_they_are_in() throws Exception {
    String template = new Template(TEXT.replace("{", "{{").replace("}", "}}")).text();
    ObjectNode document = document("acme");
    document.put("title", "Acme " + TEXT).put("description", TEXT);
    ObjectNode settings = document.putObject("settings");
    settings.putObject("token").put("title", TEXT).put("description", TEXT).put("secret", true);
    settings.putObject("word").put("title", "T").put("default", TEXT).put("pattern", "(?s).*\"*/");
    settings.putObject("kind").put("title", "T").putArray("values").add(TEXT).add("*/");
    document.putArray("authentication").addObject().put("type", "bearer").put("token", "{token}");
    document.putArray("errors").addObject().put("when", "/e\u2028*/\"").put("equals", TEXT);
    ObjectNode things = resource(document, "things", "/id\"*/");
    things.put("title", TEXT).put("description", TEXT);
    ObjectNode list = (ObjectNode) things.at("/operations/list");
    list.put("description", TEXT).put("path", "/a\"*/b/{q}").put("records", "/da\"*/ta");
    list.putObject("query").put("x\"*/" + TEXT, template).put("p", "{p}");
    ObjectNode arguments = list.putObject("arguments");
    arguments.putObject("q").put("description", TEXT).put("default", TEXT);
    arguments.putObject("p").put("description", TEXT);
    ObjectNode schema = JSON.objectNode().put("description", TEXT).put("type", "object");
    ObjectNode field = schema.putObject("properties").putObject(TEXT).put("description", TEXT);
    field.putArray("enum").add(TEXT).add("*/").add("@");

    Compiled compiled = compiled(document, schema);

    assertThat(compiled.complaints()).isEmpty();
    compiled
        .files()
        .forEach(
            (path, content) -> {
              if (path.startsWith("java/src/main")) {
                String text = new String(content, StandardCharsets.UTF_8);
                assertThat(text).as(path).matches("[\\n -~]*");
                assertThat(withoutLiterals(text)).as(path).doesNotContain("${", "<#", "{@link");
              }
            });
    assertThat(compiled.names()).doesNotContain("Evil");
  }

  @Test
  void names_that_cannot_be_or_are_taken_get_others() throws Exception {
    ObjectNode document = document("switch");
    ObjectNode settings = document.putObject("settings");
    for (String name : List.of("class", "policy", "of", "addresses", "toString", "settings")) {
      settings.putObject(name).put("title", "T").put("required", false);
    }
    for (String name :
        List.of(
            "string",
            "list",
            "close",
            "connect",
            "getClass",
            "wait",
            "client",
            "default",
            "request",
            "requests",
            "con",
            "aB",
            "ab",
            "connectorMain",
            "switch",
            "override",
            "settings",
            "switchSettings",
            "arguments",
            "thing",
            "things",
            "thingRequests")) {
      ObjectNode resource = resource(document, name, "/id");
      ObjectNode operations = (ObjectNode) resource.path("operations");
      for (String operation :
          List.of("new", "import", "toString", "changes", "requests", "getClass", "request")) {
        ObjectNode call =
            operations.putObject(operation).put("path", "/x/{import}/{with}/{client}");
        ObjectNode arguments = call.putObject("arguments");
        for (String argument : List.of("import", "with", "client")) {
          arguments.putObject(argument).put("required", true);
        }
        for (String argument : List.of("none", "arguments", "hashCode", "options", "int")) {
          arguments.putObject(argument);
          call.withObject("/query").put(argument, "{" + argument + "}");
        }
      }
    }
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name :
        List.of(
            "id",
            "ID",
            "Id",
            "id2",
            "class",
            "Class",
            "",
            " ",
            "!?",
            "1st",
            "2nd",
            "_",
            "$ref",
            "hashCode",
            "getClass",
            "toString",
            "\u4e2d\u6587",
            "\u00e9",
            "user id",
            "user-id",
            "userId",
            "user_id",
            "others",
            "wait",
            "record",
            "var",
            "enum",
            "List",
            "String",
            "Thing",
            "a".repeat(300),
            "a".repeat(301),
            "@type",
            "odata.nextLink",
            "\n",
            "\"*/")) {
      ObjectNode nested = properties.putObject(name).put("type", "object");
      nested.putObject("properties").putObject("x").put("type", "string");
    }

    Compiled compiled = compiled(document, schema);

    assertThat(compiled.complaints()).isEmpty();
    TreeSet<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    assertThat(compiled.files().keySet()).allMatch(folded::add).noneMatch(it -> it.length() > 200);
    assertThat(compiled.names()).noneMatch(it -> it.equalsIgnoreCase("con"));
  }

  @Test
  void schemas_may_be_huge_deep_recursive_or_nonsense() throws Exception {
    ObjectNode document = document("acme");
    resource(document, "things", "/id");
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("self").put("$ref", "#");
    properties.putObject("node").put("$ref", "#/$defs/Node");
    properties.putObject("loop").put("$ref", "#/$defs/Loop");
    properties.putObject("nowhere").put("$ref", "#/$defs/None");
    properties.putObject("away").put("$ref", "https://example.com/x.json");
    properties.put("number", 7).put("text", "x").putNull("none");
    properties.putArray("array").add(1);
    properties.putObject("wrong").put("type", 7).put("properties", "x").put("enum", "y");
    properties.putObject("types").putArray("type").add("string").add("integer");
    properties.putObject("maybe").putArray("type").add("null").add("integer");
    ArrayNode any = properties.putObject("any").putArray("anyOf");
    any.addObject().put("$ref", "#/$defs/Node");
    any.addObject().put("type", "null");
    properties.putObject("one").putArray("oneOf").addObject().put("type", "string");
    properties
        .putObject("map")
        .put("type", "object")
        .putObject("additionalProperties")
        .put("type", "number");
    properties
        .putObject("lists")
        .put("type", "array")
        .putObject("items")
        .put("type", "array")
        .putObject("items")
        .put("type", "string")
        .put("format", "date");
    ObjectNode deep = properties.putObject("deep");
    for (int i = 0; i < 200; i++) {
      deep = deep.put("type", "object").putObject("properties").putObject("deeper");
    }
    for (int i = 0; i < 400; i++) {
      properties.putObject("field" + i).put("type", "integer");
    }
    schema.putArray("required").add("id").add(7).add("unknown").add("maybe");
    ObjectNode defs = schema.putObject("$defs");
    defs.putObject("Loop").put("$ref", "#/$defs/Loop");
    defs.putObject("Node")
        .put("type", "object")
        .putObject("properties")
        .putObject("children")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/$defs/Node");

    Compiled compiled = compiled(document, schema);

    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.text("Thing.java"))
        .contains("Optional<Thing> self", "List<Node> children", "Map<String, BigDecimal> map")
        .contains("Optional<Node> any", "Optional<JsonNode> types", "Optional<Long> maybe")
        .contains("List<List<LocalDate>> lists", "Map<String, JsonNode> others");
    JsonNode found =
        Json.parse(
            "{\"id\":\"a\",\"maybe\":7,\"field1\":1,\"field399\":2,\"node\":{\"children\":[{}]}}");
    Object read = Json.read(found, compiled.type("dev.connector.connectors.acme.Thing"));
    assertThat(read.toString()).contains("maybe=Optional[7]", "children=[Node[children=[]]]");
    assertThat(Json.write(read).path("field399").asInt()).isEqualTo(2);
  }

  private Compiled compiled(ObjectNode document, ObjectNode schema) throws Exception {
    ConnectorSource source =
        RenderedFeaturesTest.source(
            document.toString(), Map.of("schemas/thing.json", schema.toString()));
    return Compiled.in(folder, new ConnectorRenderer().render(source));
  }

  private static ObjectNode document(String name) {
    return JSON.objectNode()
        .put("format", 1)
        .put("name", name)
        .put("version", "1.0.0")
        .put("title", name)
        .put("description", "Things.")
        .put("baseUrl", "https://api.acme.example/v1");
  }

  private static ObjectNode resource(ObjectNode document, String name, String key) {
    ObjectNode resource = document.withObject("/resources").putObject(name);
    resource.put("title", "Things").put("schema", "schemas/thing.json");
    resource.putArray("primaryKey").add(key);
    resource.putObject("operations").putObject("list").put("path", "/" + name).put("records", "");
    return resource;
  }

  private static String withoutLiterals(String source) {
    return source.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
  }
}

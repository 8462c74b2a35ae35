package dev.connector.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connector.cli.acceptance.SmallRegistry;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every tool, called by the SDK's client in a process of its own; one server for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class McpToolsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OPENAPI =
      """
      openapi: 3.0.3
      info: { title: Shop, version: "1" }
      servers: [ { url: "https://api.example.com" } ]
      paths:
        /orders:
          get:
            operationId: listOrders
            responses:
              "200":
                description: Orders.
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        type: object
                        required: [id]
                        properties: { id: { type: string }, total: { type: number } }
      """;

  @TempDir static Path temporary;
  private final Set<String> called = new TreeSet<>();
  private final Map<String, Tool> tools = new TreeMap<>();
  private MockApi api;
  private Assistant assistant;
  private Path folder;

  @BeforeAll
  void start() throws IOException {
    Path application = temporary.resolve("application");
    Path registry = temporary.resolve("registry");
    SmallRegistry.pack(registry, application.resolve("registry/default.zip"));
    folder = Files.createDirectories(temporary.resolve("work")).toRealPath();
    SmallRegistry.write(folder.resolve("ours"));
    ConnectorFolder connector = ConnectorFolder.read(folder.resolve("ours/connectors/weather"));
    api = MockApi.start(connector.definition(), connector.schemas(), new MockOptions(1, 5, 2));
    Map<String, String> variables = new HashMap<>(api.environment());
    variables.put("CONNECTOR_CACHE", temporary.resolve("cache").toString());
    variables.put("GIT_AUTHOR_NAME", "Zoe");
    variables.put("GIT_AUTHOR_EMAIL", "zoe@example.com");
    variables.put("CONNECTOR_CONFIG", temporary.resolve("config").toString());
    assistant = Assistant.in(folder, application, variables);
    assistant.client().listTools().tools().forEach(it -> tools.put(it.name(), it));
  }

  @AfterAll
  void stop() {
    assistant.close();
    api.close();
  }

  @Test
  @Order(1)
  void each_tool_says_what_it_does_and_what_it_takes_and_gives() {
    assertThat(tools).hasSizeGreaterThan(15);
    for (Tool tool : tools.values()) {
      JsonNode input = JSON.valueToTree(tool.inputSchema());
      assertThat(tool.title()).as(tool.name()).isNotBlank();
      assertThat(tool.description()).as(tool.name()).endsWith(".").hasSizeGreaterThan(60);
      assertThat(tool.outputSchema()).as(tool.name()).containsEntry("type", "object");
      assertThat(tool.annotations().readOnlyHint()).as(tool.name()).isNotNull();
      assertThat(tool.annotations().destructiveHint()).as(tool.name()).isNotNull();
      assertThat(input.path("additionalProperties").asBoolean(true)).as(tool.name()).isFalse();
      for (JsonNode property : input.path("properties")) {
        assertThat(property.path("description").asText()).as(tool.name()).isNotBlank();
      }
      assertThat(input.findValuesAsText("$ref")).isEmpty();
    }
    assertThat(property("add", "connectors").path("type").asText()).isEqualTo("array");
    assertThat(property("add", "on-conflict").path("enum")).hasSize(4);
    assertThat(tools.get("search").inputSchema()).containsEntry("required", List.of("words"));
    assertThat(property("add", "trust").isMissingNode()).isTrue();
    assertThat(property("verify", "allow-writes").isMissingNode()).isTrue();
    assertThat(property("verify", "yes").isMissingNode()).isTrue();
    assertThat(property("test", "command").isMissingNode()).isTrue();
    assertThat(property("contribute", "draft").path("default").asBoolean()).isTrue();
    assertThat(property("contribute", "registry").isMissingNode()).isTrue();
    assertThat(property("contribute", "command").isMissingNode()).isTrue();
    assertThat(property("run", "confirmed-hosts").isMissingNode()).isTrue();
    assertThat(tools.get("contribute").annotations().destructiveHint()).isTrue();
    assertThat(tools.get("contribute").annotations().openWorldHint()).isTrue();
  }

  @Test
  @Order(2)
  void the_registry_can_be_looked_at() {
    assertThat(good("list", Map.of()).findValuesAsText("name")).contains("weather", "tides");
    assertThat(good("search", Map.of("words", List.of("high", "water"))).path("connectors"))
        .hasSize(1);
    assertThat(good("view", Map.of("connector", "weather")).path("title").asText())
        .isEqualTo("Weather");
    good("registry-list", Map.of());
    assertThat(
            good("registry-validate", Map.of("folder", "ours")).path("connectors").isMissingNode())
        .isFalse();
    assertThat(good("doctor", Map.of()).path("checks")).isNotEmpty();
  }

  @Test
  @Order(3)
  void a_connector_is_added_kept_and_taken_out_again() throws IOException {
    Path project = Files.createDirectories(folder.resolve("shop"));
    Map<String, Object> here = Map.of("cwd", "shop");
    good("init", with(here, "yes", true));
    JsonNode planned = good("add", with(here, "connectors", List.of("weather"), "dry-run", true));
    assertThat(planned.path("applied").asBoolean()).isFalse();
    assertThat(project.resolve(".connectors/weather")).doesNotExist();
    assertThat(
            good("add", with(here, "connectors", List.of("weather"))).path("applied").asBoolean())
        .isTrue();
    assertThat(project.resolve(".connectors/weather/connector.json")).exists();
    assertThat(good("status", here).path("items")).isNotEmpty();
    good("diff", with(here, "stat", true));
    good("outdated", here);
    good("update", with(here, "all", true, "dry-run", true));
    good("install", with(here, "frozen", true));
    good("validate", here);
    good("remove", with(here, "connectors", List.of("weather"), "yes", true));
    assertThat(project.resolve(".connectors/weather/connector.json")).doesNotExist();
    good("undo", here);
    assertThat(project.resolve(".connectors/weather/connector.json")).exists();
  }

  @Test
  @Order(4)
  void a_connector_is_made_from_a_text() {
    JsonNode told = good("new", Map.of("openapi-text", OPENAPI, "explain", true));

    assertThat(told.path("definition").path("resources").has("orders")).isTrue();
    String people =
        OPENAPI
            .replace("orders", "people")
            .replace("total: { type: number }", "first_name: { type: string }");
    assertThat(good("new", Map.of("openapi-text", people, "explain", true)).toString())
        .contains("canonical type", "/givenName from /first_name (sure)");
    assertThat(refused("new", Map.of("openapi-text", OPENAPI, "from-openapi", "x")))
        .contains("say the same twice");
  }

  @Test
  @Order(5)
  void a_definition_is_tested_verified_and_run() {
    String connector = "ours/connectors/weather";
    JsonNode report = good("test", Map.of("connectors", List.of(connector), "engine", true));
    assertThat(report.path("reports")).hasSize(1);
    good("verify", Map.of("connector", connector));
    JsonNode log = good("run", Map.of("connector", connector, "limit", 2));
    assertThat(log.path("events").findValuesAsText("event")).isNotNull();
    assertThat(log.path("events").size()).isGreaterThanOrEqualTo(2);
    assertThat(refused("run", Map.of("connector", connector, "limit", 5_000_000)))
        .contains("from 1 to 500");
  }

  @Test
  @Order(5)
  void credentials_go_to_no_host_that_an_assistant_was_talked_into() throws IOException {
    Path file = folder.resolve("ours/connectors/weather/connector.json");
    String honest = Files.readString(file);
    int before = api.requests().size();
    for (String tool : List.of("run", "verify")) {
      Files.writeString(
          file,
          honest.replace("{ \"path\":", "{ \"baseUrl\": \"https://thief.example.org\", \"path\":"));
      CallToolResult result = assistant.call(tool, Map.of("connector", "ours/connectors/weather"));
      assertThat(result.isError()).isTrue();
      assertThat(Assistant.text(result))
          .contains("nothing was sent", "https://thief.example.org", "connector verify");
      Files.writeString(
          folder.resolve(".env"), "TIDES_API_KEY=k\nTIDES_BASE_URL=https://thief.example.org\n");
      assertThat(Assistant.text(assistant.call(tool, Map.of("connector", "ours/connectors/tides"))))
          .contains("https://thief.example.org");
    }
    Files.delete(folder.resolve(".env"));
    Files.writeString(file, honest);
    assertThat(api.requests()).hasSize(before);
    assertThat(refused("verify", Map.of("connector", "weather", "confirmed-hosts", false)))
        .contains("there is no");
  }

  @Test
  @Order(5)
  void what_was_learnt_is_proposed_as_a_draft_and_only_with_consent() throws Exception {
    Path registry = folder.resolve("team");
    SmallRegistry.write(registry);
    try (Git git = Git.init().setDirectory(registry.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("Begin").setAuthor("Zoe", "zoe@example.com").setSign(false).call();
    }
    Map<String, Object> here = Map.of("cwd", "giving");
    good(
        "init",
        Map.of(
            "cwd",
            Files.createDirectories(folder.resolve("giving")).getFileName().toString(),
            "yes",
            true));
    good("add", with(here, "connectors", List.of(registry + "#weather")));
    Files.writeString(
        folder.resolve("giving/pages.md"),
        "---\ntitle: Pages\napplies: [pagination.page]\n---\n\nThey begin at 0.\n");
    Map<String, Object> lesson = with(here, "connector", "weather", "lesson", "pages.md");

    JsonNode seen = good("contribute", with(lesson, "dry-run", true));
    assertThat(seen.path("files").path(0).path("path").asText()).isEqualTo("lessons/pages.md");
    assertThat(seen.has("sent")).isFalse();
    assertThat(refused("contribute", lesson)).contains("nobody is there to be asked");
    JsonNode sent = good("contribute", with(lesson, "yes", true));
    assertThat(sent.path("sent").path("branch").asText()).isEqualTo("connector/weather");
    assertThat(refused("contribute", with(lesson, "lesson", "../../pages.md")))
        .contains("is not below");
  }

  @Test
  @Order(6)
  void long_work_tells_how_far_it_is_where_that_is_asked() {
    List<ProgressNotification> told =
        assistant.watched(
            "test", Map.of("connectors", List.of("ours/connectors/tides"), "engine", true));

    assertThat(told).isNotEmpty();
    assertThat(told).extracting(ProgressNotification::progressToken).containsOnly("watched");
    assertThat(told).extracting(ProgressNotification::progress).isSorted();
  }

  @Test
  @Order(7)
  void nothing_leaves_the_folder_of_the_server() throws IOException {
    Path outside = temporary.toRealPath();
    Files.createSymbolicLink(folder.resolve("link"), outside);
    for (String way : List.of("..", outside.toString(), "shop/../..", "link", "link/registry")) {
      assertThat(refused("status", Map.of("cwd", way))).contains("is not below");
      assertThat(refused("new", Map.of("from-openapi", way))).contains("is not below");
      assertThat(refused("list", Map.of("registry", way))).contains("is not below");
      assertThat(refused("validate", Map.of("connectors", List.of(way)))).contains("is not below");
    }
    assertThat(refused("list", Map.of("registry", outside.toUri().toString())))
        .contains("is not below");
    assertThat(refused("run", Map.of("connector", "ours/connectors/weather", "state", "../s.json")))
        .contains("is not below");
  }

  @Test
  @Order(8)
  void a_wrong_value_is_named() {
    assertThat(refused("list", Map.of("offline", "yes"))).contains("\\\"offline\\\" is to be true");
    assertThat(refused("search", Map.of("words", "one"))).contains("an array");
    assertThat(refused("search", Map.of("words", List.of()))).contains("at least one");
    assertThat(refused("search", Map.of())).contains("is missing");
    assertThat(refused("view", Map.of("connector", 7))).contains("a string");
    assertThat(refused("view", Map.of("connector", "weather", "trust", true)))
        .contains("there is no \\\"trust\\\"");
    assertThat(refused("view", Map.of("connector", "--help")))
        .contains("is not a connector's name");
    assertThat(refused("view", Map.of("connector", "wether"))).contains("did you mean");
  }

  @Test
  @Order(9)
  void what_is_no_tool_is_an_error_of_the_protocol() {
    assertThatThrownBy(() -> assistant.call("nonsense", Map.of())).isInstanceOf(McpError.class);
  }

  @Test
  @Order(10)
  void every_tool_was_called_and_gave_what_its_schema_says() {
    assertThat(called).isEqualTo(tools.keySet());
  }

  @Test
  @Order(11)
  void the_specification_and_the_canonical_types_can_be_read() throws IOException {
    Map<String, String> read = new TreeMap<>();
    for (Resource resource : assistant.client().listResources().resources()) {
      assertThat(resource.title()).as(resource.uri()).isNotBlank();
      read.put(resource.uri(), content(resource.uri()));
    }
    assertThat(read.get("connector://spec/SPEC.md"))
        .isEqualTo(Files.readString(Path.of("../spec/SPEC.md")));
    assertThat(read)
        .containsKeys("connector://spec/rules.json", "connector://spec/connector.schema.json");
    try (Stream<Path> types = Files.list(Path.of("../spec/canonical"))) {
      for (Path type : types.filter(it -> it.toString().endsWith(".json")).toList()) {
        assertThat(read)
            .containsEntry("connector://canonical/" + type.getFileName(), Files.readString(type));
      }
    }
    assertThat(read.get("connector://lessons/odd-offsets"))
        .contains("title: Odd offsets", "They begin at 1.");
    assertThatThrownBy(() -> content("connector://spec/../x")).isInstanceOf(McpError.class);
  }

  @Test
  @Order(12)
  void what_is_installed_can_be_read_and_what_is_removed_not_any_more() throws IOException {
    String uri = "connector://installed/weather/connector.json";
    Path own = Files.createDirectories(temporary.resolve("own")).toRealPath();
    Map<String, String> variables =
        Map.of("CONNECTOR_CACHE", temporary.resolve("cache2").toString());
    try (Assistant other = Assistant.in(own, temporary.resolve("application"), variables)) {
      other.call("add", Map.of("connectors", List.of("weather"), "yes", true));
      ReadResourceResult read =
          other.client().readResource(ReadResourceRequest.builder(uri).build());
      assertThat(((TextResourceContents) read.contents().get(0)).text())
          .isEqualTo(Files.readString(own.resolve(".connectors/weather/connector.json")));
      other.call("remove", Map.of("connectors", List.of("weather"), "yes", true));
      assertThat(other.client().listResources().resources())
          .extracting(Resource::uri)
          .doesNotContain(uri);
    }
  }

  @Test
  @Order(13)
  void prompts_are_filled_with_what_is_given_and_nothing_else() {
    assertThat(assistant.client().listPrompts().prompts())
        .extracting(Prompt::name)
        .containsExactlyInAnyOrder("author", "verify", "repair");
    assertThat(prompt("author", Map.of("api", "the {resources} of {api}")))
        .contains("API: the {resources} of {api}\n", "Wanted of it: not said");
    assertThat(prompt("repair", Map.of("connector", "weather", "problem", "it is late")))
        .contains("connector weather.", "problem: it is late");
    assertThatThrownBy(() -> prompt("verify", Map.of())).isInstanceOf(McpError.class);
  }

  private String content(String uri) {
    ReadResourceResult read =
        assistant.client().readResource(ReadResourceRequest.builder(uri).build());
    return ((TextResourceContents) read.contents().get(0)).text();
  }

  private String prompt(String name, Map<String, Object> arguments) {
    GetPromptResult result =
        assistant.client().getPrompt(GetPromptRequest.builder(name).arguments(arguments).build());
    return ((TextContent) result.messages().get(0).content()).text();
  }

  private JsonNode property(String tool, String name) {
    JsonNode schema = JSON.valueToTree(tools.get(tool).inputSchema());
    return schema.path("properties").path(name);
  }

  private JsonNode good(String tool, Map<String, Object> arguments) {
    CallToolResult result = assistant.call(tool, arguments);
    assertThat(result.isError()).as("%s: %s", tool, Assistant.text(result)).isFalse();
    JsonNode document = JSON.valueToTree(result.structuredContent());
    JsonNode schema = JSON.valueToTree(tools.get(tool).outputSchema());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(document))
        .as("%s: %s", tool, document)
        .isEmpty();
    called.add(tool);
    return document;
  }

  private String refused(String tool, Map<String, Object> arguments) {
    CallToolResult result = assistant.call(tool, arguments);
    assertThat(result.isError()).as("%s: %s", tool, Assistant.text(result)).isTrue();
    assertThat(Assistant.text(result)).startsWith("{\"error\"");
    return Assistant.text(result);
  }

  private static Map<String, Object> with(Map<String, Object> arguments, Object... more) {
    Map<String, Object> all = new HashMap<>(arguments);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }
}

package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.cli.distribution.Shell.Ended;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as an MCP server, before clients that are not ours: npm's, of the protocol's makers.
 */
@DisabledOnOs(OS.WINDOWS)
class McpIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> PACKAGES =
      List.of("@modelcontextprotocol/sdk@1.32.2", "@modelcontextprotocol/inspector@2.12.0");

  @TempDir static Path temporary;
  static Path launcher;
  static Path modules;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(isOnPath("node") && isOnPath("npm"), "no Node here");
    launcher = Release.unpack(temporary.resolve("release"));
    modules = Files.createDirectories(temporary.resolve("npm"));
    Files.writeString(modules.resolve("package.json"), "{ \"private\": true }\n");
    List<Object> npm = new ArrayList<>(List.of("npm", "install", "--ignore-scripts", "--no-audit"));
    npm.addAll(PACKAGES);
    Shell.in(modules).run(npm.toArray()).succeeded();
    Files.copy(Path.of("src/test/resources/mcp/client.mjs"), modules.resolve("client.mjs"));
  }

  @Test
  void the_typescript_client_uses_every_part_of_it() throws Exception {
    Path project = Files.createDirectories(temporary.resolve("project"));

    Ended ended =
        Shell.in(modules).run("node", "client.mjs", launcher, "mcp", "--cwd", project).succeeded();

    JsonNode seen = JSON.readTree(ended.output());
    assertThat(seen.path("errors")).isEmpty();
    assertThat(seen.path("server").asText()).isEqualTo("connector");
    assertThat(seen.path("tools")).hasSizeGreaterThan(15);
    assertThat(seen.path("resources").toString()).contains("connector://spec/SPEC.md");
    assertThat(seen.path("prompts")).hasSize(3);
    assertThat(seen.path("prompt").asText()).contains("connector hubspot");
    assertThat(seen.path("rules").asBoolean()).isTrue();
    assertThat(seen.path("results")).hasSizeGreaterThan(10);
    for (JsonNode result : seen.path("results")) {
      assertThat(result.isArray()).as(seen.path("results").toString()).isTrue();
    }
    assertThat(seen.path("progress").asInt()).isPositive();
    assertThat(seen.path("refused").asText()).isEqualTo("authentication");
    assertThat(seen.path("unknown").asInt()).isEqualTo(-32602);
    assertThat(project.resolve(".connectors/hubspot/connector.json")).exists();
  }

  @Test
  void the_inspector_finds_the_tools_and_calls_one() throws Exception {
    JsonNode listed = inspect("--method", "tools/list");
    JsonNode called =
        inspect("--method", "tools/call", "--tool-name", "view", "--tool-arg", "connector=hubspot");

    assertThat(listed.path("tools").findValuesAsText("name")).contains("list", "new", "verify");
    assertThat(called.path("structuredContent").path("title").asText()).isEqualTo("HubSpot");
  }

  @Test
  void nothing_but_the_protocol_is_on_standard_output_and_the_end_of_input_ends_it()
      throws Exception {
    String line = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    Path input = Files.writeString(temporary.resolve("input"), "nonsense\n" + line + "\n");

    Ended ended =
        Shell.in(temporary).run("sh", "-c", "'" + launcher + "' mcp < '" + input + "'").succeeded();

    assertThat(ended.error()).isEmpty();
    assertThat(ended.output().lines())
        .hasSize(2)
        .allSatisfy(it -> assertThat(JSON.readTree(it).path("error").has("code")).isTrue());
  }

  private static JsonNode inspect(String... arguments) throws Exception {
    List<Object> words = new ArrayList<>();
    words.add(modules.resolve("node_modules/.bin/mcp-inspector"));
    words.addAll(List.of("--cli", launcher, "mcp"));
    words.addAll(List.of(arguments));
    return JSON.readTree(Shell.in(temporary).run(words.toArray()).succeeded().output());
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}

package dev.connector.cli.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.lesson.Lessons;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * The server: one session with one client, over two streams.
 *
 * <p>No call asks anything: what a tool does to files is told by its hints, and the client asks its
 * user. Calls stay in the folder the server works in.
 */
public final class McpService {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Environment environment;
  private final Program program;
  private final Lessons lessons;

  /**
   * A server for a program, working where the environment says.
   *
   * @param lessons to be read by whoever builds a connector
   */
  public McpService(Environment environment, Program program, Lessons lessons) {
    this.environment = environment;
    this.program = program;
    this.lessons = lessons;
  }

  /**
   * Serves until the client closes its end.
   *
   * @param out takes one line of the protocol at a time, from any thread
   */
  public void serve(InputStream in, Consumer<byte[]> out, String version) {
    McpJsonMapper json = new JacksonMcpJsonMapper(JSON);
    Workshop workshop = new Workshop(environment, program);
    StdioTransport transport = new StdioTransport(json, in, out, workshop.calls());
    InstalledResources installed = new InstalledResources(environment.directory());
    McpSyncServer server =
        McpServer.sync(transport)
            .serverInfo(
                Implementation.builder("connector", version).title("Source connectors").build())
            .instructions(Catalogue.text("instructions.md"))
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .resources(false, true)
                    .prompts(false)
                    .build())
            .jsonMapper(json)
            // Values are checked where they become words of a command line.
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
            .validateToolInputs(false)
            .tools(tools(workshop))
            .resources(PackagedResources.all())
            .resources(LessonResources.of(lessons))
            .resources(installed.atStart())
            .prompts(Prompts.all())
            .build();
    workshop.whenWritten(() -> installed.refresh(server));
    transport.serve();
    server.close();
  }

  private List<SyncToolSpecification> tools(Workshop workshop) {
    CommandLine commands = program.commands(environment);
    List<SyncToolSpecification> tools = new ArrayList<>();
    for (ToolText text : Catalogue.tools()) {
      CommandLine command = commands;
      for (String word : text.command()) {
        command = command.getSubcommands().get(word);
      }
      ToolInput input = new ToolInput(text, command.getCommandSpec());
      ToolCall call = new ToolCall(text, input, workshop);
      tools.add(
          SyncToolSpecification.builder()
              .tool(tool(text, input))
              .callHandler(call::answer)
              .build());
    }
    return tools;
  }

  private static Tool tool(ToolText text, ToolInput input) {
    return Tool.builder(text.name(), map(input.schema()))
        .title(text.title())
        .description(text.description())
        .outputSchema(map(OutputSchema.of(text.output())))
        .annotations(
            ToolAnnotations.builder()
                .title(text.title())
                .readOnlyHint(text.hint("readOnly"))
                .destructiveHint(text.hint("destructive"))
                .idempotentHint(text.hint("idempotent"))
                .openWorldHint(text.hint("openWorld"))
                .build())
        .build();
  }

  private static Map<String, Object> map(JsonNode schema) {
    return JSON.convertValue(schema, new TypeReference<Map<String, Object>>() {});
  }
}

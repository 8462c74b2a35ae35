package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The SDK's own client, with a server of its own: this program, started as a process. */
final class Assistant implements AutoCloseable {

  private final List<ProgressNotification> progress;
  private final McpSyncClient client;

  private Assistant(McpSyncClient client, List<ProgressNotification> progress) {
    this.client = client;
    this.progress = progress;
  }

  /** Starts a server that works in a folder, and shakes hands with it. */
  static Assistant in(Path folder, Path application, Map<String, String> variables) {
    ServerParameters server =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin/java").toString())
            .args(
                "-Dconnector.application=" + application,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.connector.cli.Main",
                "mcp",
                "--cwd",
                folder.toString())
            .env(variables)
            .build();
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
    List<ProgressNotification> heard = Collections.synchronizedList(new ArrayList<>());
    McpSyncClient client =
        McpClient.sync(new StdioClientTransport(server, json))
            .requestTimeout(Duration.ofMinutes(2))
            .initializationTimeout(Duration.ofMinutes(1))
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
            .progressConsumer(heard::add)
            .build();
    client.initialize();
    return new Assistant(client, heard);
  }

  McpSyncClient client() {
    return client;
  }

  CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  /** The same, wishing to be told how far it is; what was told so far. */
  List<ProgressNotification> watched(String tool, Map<String, Object> arguments) {
    client.callTool(
        CallToolRequest.builder(tool).arguments(arguments).progressToken("watched").build());
    return List.copyOf(progress);
  }

  /** All that an answer says in words. */
  static String text(CallToolResult result) {
    List<String> texts = new ArrayList<>();
    result.content().forEach(each -> texts.add(((TextContent) each).text()));
    return String.join("\n", texts);
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}

package dev.connector.cli.mcp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file in which a client is told, for one project, which servers there are. */
public enum ClientFile {
  /** Claude Code. */
  CLAUDE(".mcp.json", "mcpServers"),
  /** Cursor, which starts servers anywhere, so that it must be told where. */
  CURSOR(".cursor/mcp.json", "mcpServers", "--cwd", "${workspaceFolder}"),
  /** Visual Studio Code, likewise. */
  VSCODE(".vscode/mcp.json", "servers", "--cwd", "${workspaceFolder}"),
  /** Codex, which reads it in projects that its user trusts. */
  CODEX(".codex/config.toml", "mcp_servers");

  /** What the server is called in every client. */
  static final String NAME = "connector";

  private final String path;
  private final String servers;
  private final List<String> more;

  ClientFile(String path, String servers, String... more) {
    this.path = path;
    this.servers = servers;
    this.more = List.of(more);
  }

  /** The client that is typed so: {@code claude}. */
  public static Optional<ClientFile> of(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the file is, relative to the project. */
  public String path() {
    return path;
  }

  /**
   * The file with the server in it, and everything else as it was, to the byte.
   *
   * @param before what the file holds; empty where there is none
   * @param program what starts this program
   * @throws dev.connector.spec.ConnectorException where the file cannot be read, or has another
   *     server of that name
   */
  public String with(String before, String program) {
    List<String> arguments = Stream.concat(Stream.of("mcp"), more.stream()).toList();
    return this == CODEX
        ? new TomlServers(path).with(before, program, arguments)
        : new JsonServers(path, servers).with(before, program, arguments);
  }
}

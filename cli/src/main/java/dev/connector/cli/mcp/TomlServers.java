package dev.connector.cli.mcp;

import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client's TOML file, to whose end a table is added. TOML lets tables stand in any order, so that
 * nothing of it need be understood but whether the table is there.
 *
 * @param path for messages
 */
record TomlServers(String path) {

  private static final Pattern TABLE =
      Pattern.compile(
          "(?m)^\\s*\\[\\s*[\"']?mcp_servers[\"']?\\s*\\.\\s*[\"']?connector[\"']?\\s*[.\\]]");

  /** Where the servers are written in another way, to which no table can be added. */
  private static final Pattern INLINE =
      Pattern.compile(
          "(?m)^\\s*[\"']?mcp_servers[\"']?\\s*(=|\\.\\s*[\"']?connector[\"']?\\s*[.=])"
              + "|^\\s*\\[\\s*mcp_servers\\s*\\][^\\[]*?^\\s*[\"']?connector[\"']?\\s*[.=]");

  String with(String before, String program, List<String> arguments) {
    String line = before.contains("\r\n") ? "\r\n" : "\n";
    String table =
        "[mcp_servers.%s]\ncommand = %s\nargs = [%s]\n"
            .formatted(
                ClientFile.NAME,
                quoted(program),
                arguments.stream().map(TomlServers::quoted).collect(Collectors.joining(", ")))
            .replace("\n", line);
    if (before.contains(table)) {
      return before;
    }
    if (TABLE.matcher(before).find() || INLINE.matcher(before).find()) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          path + " has another \"" + ClientFile.NAME + "\", or lists servers in one value",
          "take it out of the file, or write by hand: " + table.strip().replace(line, "; "));
    }
    String gap = before.isBlank() ? "" : before.endsWith("\n") ? line : line + line;
    return before + gap + table;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

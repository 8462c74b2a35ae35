package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.runtime.message.Json;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.live.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether records may be made in the user's account, and which. */
final class WriteOptions {

  @Option(names = "--allow-writes", description = "Also make a record, read, change and delete it.")
  private boolean allowed;

  @Option(
      names = "--write-body",
      paramLabel = "<file>",
      description = "What to make, as a JSON object of arguments.")
  private String body;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask again before writing.")
  private boolean yes;

  /** What the user allows, asked once more where somebody is there to answer. */
  Optional<Verification.Writing> writing(Path directory, Terminal terminal, String title) {
    if (!allowed) {
      if (body != null) {
        throw usage("--write-body needs --allow-writes", "add --allow-writes, or leave it out");
      }
      return Optional.empty();
    }
    Optional<ObjectNode> object = Optional.ofNullable(body).map(it -> read(directory.resolve(it)));
    if (!yes && !terminal.interactive()) {
      throw usage(
          "records would be made in " + title + " and deleted again", "add --yes if that is meant");
    }
    if (!yes
        && !terminal
            .ask(
                "Make records in your account of "
                    + Text.visible(title)
                    + ", and delete them? [y/N]")
            .toLowerCase(Locale.ROOT)
            .startsWith("y")) {
      throw usage("stopped; nothing was sent", "leave out --allow-writes to read only");
    }
    return Optional.of(new Verification.Writing(object));
  }

  private static ObjectNode read(Path file) {
    try {
      JsonNode read = Json.parse(Files.readString(file));
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw usage(file + " holds no JSON object", "write one with the arguments of \"create\"");
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          file + " cannot be read as JSON",
          "name a file that holds a JSON object: --write-body <file>",
          e);
    }
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}

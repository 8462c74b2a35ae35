package dev.connector.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.cli.terminal.Environment;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.openapi.OpenApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that name a description of an API, and say how far it may reach. */
final class DescriptionOptions {

  @Option(
      names = "--from-openapi",
      paramLabel = "<file|URL|->",
      description = "The API's description: OpenAPI 3 or Swagger 2, JSON or YAML.")
  private String address;

  boolean given() {
    return address != null;
  }

  /** Where the description is, for those who read of it: never more of a file than its name. */
  String source() {
    if (address.contains("://")) {
      return address.replaceFirst("://[^/@]*@", "://").replaceFirst("[?#].*", "");
    }
    return Path.of(address).getFileName().toString();
  }

  ApiDescription read(Environment environment, Path directory) {
    try {
      return OpenApiReader.read(new ObjectMapper().readTree(directory.resolve(address).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

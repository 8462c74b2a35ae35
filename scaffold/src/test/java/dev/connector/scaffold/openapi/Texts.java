package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.openapi.document.DocumentParser;
import dev.connector.scaffold.openapi.document.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Descriptions written in tests, as YAML. */
final class Texts {

  private Texts() {}

  static ApiDescription read(String yaml) {
    try {
      return OpenApiReader.read(DocumentParser.parse(yaml.getBytes(StandardCharsets.UTF_8)).root());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  static ApiOperation only(ApiDescription description) {
    if (description.operations().size() != 1) {
      throw new AssertionError(description.operations() + " " + description.defects());
    }
    return description.operations().get(0);
  }

  static List<String> problems(ApiDescription description) {
    return description.defects().stream().map(it -> it.place() + " " + it.problem()).toList();
  }
}

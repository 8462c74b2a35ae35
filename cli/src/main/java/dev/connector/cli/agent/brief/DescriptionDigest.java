package dev.connector.cli.agent.brief;

import dev.connector.cli.terminal.Text;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A description of which nothing could be inferred, a line for each thing it does say. */
public final class DescriptionDigest {

  private static final int MOST_OPERATIONS = 120;
  private static final int LONGEST = 160;

  private DescriptionDigest() {}

  /** Its servers and operations, with what they take. */
  public static List<String> of(ApiDescription description) {
    List<String> lines = new ArrayList<>();
    description.servers().forEach(server -> lines.add("server " + cut(server.url())));
    description.schemes().keySet().forEach(scheme -> lines.add("security scheme " + cut(scheme)));
    description.operations().stream()
        .limit(MOST_OPERATIONS)
        .forEach(operation -> lines.add(line(operation)));
    int more = description.operations().size() - MOST_OPERATIONS;
    if (more > 0) {
      lines.add("and " + more + " operations more");
    }
    return lines;
  }

  private static String line(ApiOperation operation) {
    String parameters =
        operation.parameters().stream()
            .map(DescriptionDigest::word)
            .collect(Collectors.joining(", "));
    return cut(
            operation.method()
                + " "
                + operation.path()
                + ": "
                + operation.words().summary().strip())
        + (parameters.isEmpty() ? "" : " (" + cut(parameters) + ")");
  }

  private static String word(ApiParameter parameter) {
    return parameter.in().name().toLowerCase(Locale.ROOT) + " " + parameter.name();
  }

  private static String cut(String text) {
    return Text.shorten(text, LONGEST);
  }
}

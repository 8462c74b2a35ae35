package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.spec.definition.reader.Problem;
import dev.connector.spec.definition.reader.ReadResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The definition, whole or as changes to what stands; with schemas and examples. */
public final class ProposeDefinition implements AgentTool {

  public static final String NAME = "propose_definition";

  private static final Pattern SCHEMA = Pattern.compile("schemas/[a-zA-Z][A-Za-z0-9_-]*\\.json");
  private static final int MOST_PROBLEMS = 40;
  private static final int MOST_OPEN = 12;
  private static final int MOST_BYTES = 1 << 20;

  private final BiFunction<String, Integer, Optional<Example>> documented;

  /**
   * @param documented the JSON code block of a section of the documentation, by their names
   */
  public ProposeDefinition(BiFunction<String, Integer, Optional<Example>> documented) {
    this.documented = documented;
  }

  @Override
  public Tool description() {
    return new Input()
        .object("definition", "The whole connector.json. Either this or changes.")
        .object("changes", "A JSON Merge Patch (RFC 7396) of connector.json; null removes.")
        .object(
            "schemas",
            "JSON Schemas by path, schemas/<record>.json; those that are new or changed.")
        .object(
            "examples",
            "By operation (orders.list): {\"section\": id, \"block\": number from 1} of the documentation.")
        .texts("open", "What you could not find out, and what a person has to do still.")
        .tool(
            NAME,
            "Proposes connector.json with its schemas. It is checked at once, rendered, compiled and tested; what is found comes back.");
  }

  @Override
  public boolean readsOutside() {
    return false;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    JsonNode whole = arguments.path("definition");
    JsonNode changes = arguments.path("changes");
    if (whole.isObject() == changes.isObject()
        && !arguments.has("schemas")
        && !arguments.has("examples")) {
      return Answer.refused(
          "give definition, or changes, as a JSON object; not both, and not as text");
    }
    ObjectNode document = draft.document().deepCopy();
    if (whole.isObject()) {
      document = whole.deepCopy();
    }
    if (changes.isObject()) {
      merge(document, (ObjectNode) changes);
    }
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : arguments.path("schemas").properties()) {
      if (!SCHEMA.matcher(each.getKey()).matches() || !each.getValue().isObject()) {
        return Answer.refused(
            each.getKey() + ": schemas are JSON objects at paths such as schemas/orders.json");
      }
      schemas.put(each.getKey(), each.getValue());
    }
    if (document.toString().length() + schemas.toString().length() > MOST_BYTES) {
      return Answer.refused("it has more than " + MOST_BYTES + " bytes");
    }
    Map<String, Example> examples = new LinkedHashMap<>();
    StringBuilder notes = new StringBuilder();
    for (Map.Entry<String, JsonNode> each : arguments.path("examples").properties()) {
      String section = each.getValue().path("section").asText();
      int block = each.getValue().path("block").asInt(1);
      Optional<Example> example = documented.apply(section, block);
      example.ifPresentOrElse(
          it -> examples.put(each.getKey(), it),
          () ->
              notes
                  .append("\nno example for ")
                  .append(each.getKey())
                  .append(": section ")
                  .append(section)
                  .append(" has no JSON code block ")
                  .append(block));
    }
    Draft next =
        draft
            .with(document, schemas)
            .shown(examples)
            .open(Input.texts(arguments, "open", MOST_OPEN));
    next.unusedExamples().forEach(note -> notes.append("\nwarning ").append(note));
    return Answer.changed(told(next.read()) + notes, next);
  }

  private static String told(ReadResult read) {
    List<Problem> problems = read.problems();
    String listed =
        problems.stream()
            .limit(MOST_PROBLEMS)
            .map(problem -> "\n" + word(problem) + problem)
            .collect(Collectors.joining());
    int more = problems.size() - MOST_PROBLEMS;
    return (read.definition().isPresent()
            ? "Taken; the definition can be read."
            : "Taken, but the definition cannot be read:")
        + listed
        + (more > 0 ? "\nand " + more + " more" : "");
  }

  private static String word(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR ? "error " : "warning ";
  }

  /** As RFC 7396 has it. */
  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> each : patch.properties()) {
      JsonNode now = target.path(each.getKey());
      if (each.getValue().isNull()) {
        target.remove(each.getKey());
      } else if (each.getValue() instanceof ObjectNode inner) {
        ObjectNode below = now instanceof ObjectNode object ? object : target.objectNode();
        target.set(each.getKey(), below);
        merge(below, inner);
      } else {
        target.set(each.getKey(), each.getValue());
      }
    }
  }
}

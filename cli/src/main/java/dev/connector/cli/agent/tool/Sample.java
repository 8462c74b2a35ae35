package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import dev.connector.spec.engine.Destinations;
import dev.connector.spec.engine.Engine;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads from the real API, by GET alone, at the address that the user named; with the user's
 * credentials, which the model never sees. A definition that would send anything anywhere else is
 * refused.
 */
public final class Sample implements AgentTool {

  private static final int MOST_CHARACTERS = 6_000;
  private static final int MOST_REQUESTS = 20;
  private static final String RESOURCE = "sample";

  private final URI base;
  private final Function<Definition, Map<String, String>> variables;
  private final Redaction redaction;
  private int sent;

  /**
   * @param base what the user named
   * @param variables the environment a definition is run with
   */
  public Sample(
      URI base, Function<Definition, Map<String, String>> variables, Redaction redaction) {
    this.base = base;
    this.variables = variables;
    this.redaction = redaction;
  }

  @Override
  public Tool description() {
    return new Input()
        .text("path", "Appended to " + base + ", such as /orders.")
        .object("query", "Query parameters, texts by name.")
        .required("path")
        .tool(
            "sample",
            "Reads one answer of the real API by GET, authenticated as the present definition says: propose how first. An accepted proposal ends the run, so sample before the last one.");
  }

  @Override
  public boolean readsOutside() {
    return true;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    if (draft.read().definition().isEmpty()) {
      return Answer.refused("propose a definition first that says how to authenticate");
    }
    if (++sent > MOST_REQUESTS) {
      return Answer.refused("no more than " + MOST_REQUESTS + " samples are taken in a run");
    }
    ReadResult read = new DefinitionReader().read(request(arguments, draft.document()));
    if (read.definition().isEmpty()) {
      return Answer.refused("that is no request: " + read.errors());
    }
    try {
      return sampled(read.definition().get());
    } catch (ApiException refused) {
      return Answer.refused(
          redaction.of(Input.cut(refused.code() + ": " + refused.getMessage(), 500)));
    } catch (ConnectorException | IllegalArgumentException unusable) {
      return Answer.refused(redaction.of(Input.cut(String.valueOf(unusable.getMessage()), 500)));
    }
  }

  private Answer sampled(Definition definition) {
    Map<String, String> with = variables.apply(definition);
    SortedSet<String> elsewhere = elsewhere(definition, with);
    if (!elsewhere.isEmpty()) {
      return Answer.refused(
          "refused: something would be sent to "
              + String.join(", ", elsewhere)
              + ", and the user allowed "
              + base
              + " alone");
    }
    JsonNode anything = JsonNodeFactory.instance.objectNode();
    try (Engine engine = new Engine(definition, Map.of(schema(), anything), with, List.of())) {
      JsonNode body =
          engine.call(CallRequest.of(RESOURCE + ".get"), event -> {}, new Cancellation()).data();
      return Answer.of(Input.cut(redaction.of(body).toString(), MOST_CHARACTERS));
    }
  }

  /** The draft's way of asking, and one request instead of its resources. */
  private static ObjectNode request(ObjectNode arguments, ObjectNode draft) {
    ObjectNode document = draft.deepCopy();
    document.remove(List.of("hosts", "webhooks", "check", "limits", "custom"));
    ObjectNode resource = document.putObject("resources").putObject(RESOURCE);
    resource.put("schema", schema()).put("read", "get");
    ObjectNode operation = resource.putObject("operations").putObject("get");
    operation.put("path", escaped(arguments.path("path").asText()));
    operation.putObject("records").put("shape", "single");
    ObjectNode query = operation.putObject("query");
    arguments
        .path("query")
        .properties()
        .forEach(each -> query.put(each.getKey(), escaped(each.getValue().asText())));
    return document;
  }

  private static String schema() {
    return "schemas/" + RESOURCE + ".json";
  }

  /** A model gives values, not templates, which could hold a setting. */
  private static String escaped(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  /** Whatever the request, and getting credentials for it, would reach but the user's address. */
  private SortedSet<String> elsewhere(Definition definition, Map<String, String> with) {
    SortedSet<String> elsewhere = new TreeSet<>(Destinations.of(definition, with));
    elsewhere.remove(Destinations.origin(base.toString()));
    return elsewhere;
  }
}

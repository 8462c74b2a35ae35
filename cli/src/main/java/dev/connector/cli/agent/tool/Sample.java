package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import dev.connector.spec.engine.Engine;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from the real API, by GET alone, at the address that the user named; with the user's
 * credentials, which the model never sees. A definition that would send them anywhere else is
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
            "Reads one answer of the real API by GET, authenticated as the present definition says.");
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
    Optional<String> elsewhere = elsewhere(draft.document());
    if (elsewhere.isPresent()) {
      return Answer.refused(
          "refused: credentials would be sent to "
              + elsewhere.get()
              + ", and the user allowed "
              + base.getHost()
              + " alone");
    }
    if (++sent > MOST_REQUESTS) {
      return Answer.refused("no more than " + MOST_REQUESTS + " samples are taken in a run");
    }
    ReadResult read = new DefinitionReader().read(request(arguments, draft.document()));
    if (read.definition().isEmpty()) {
      return Answer.refused("that is no request: " + read.errors());
    }
    return sampled(read.definition().get());
  }

  private Answer sampled(Definition definition) {
    JsonNode anything = JsonNodeFactory.instance.objectNode();
    try (Engine engine =
        new Engine(
            definition, Map.of(schema(), anything), variables.apply(definition), List.of())) {
      JsonNode body =
          engine.call(CallRequest.of(RESOURCE + ".get"), event -> {}, new Cancellation()).data();
      return Answer.of(Input.cut(redaction.of(body.toString()), MOST_CHARACTERS));
    } catch (ApiException refused) {
      return Answer.refused(
          redaction.of(Input.cut(refused.code() + ": " + refused.getMessage(), 500)));
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

  /** Any other host that the way to authenticate, or a header, names. */
  private Optional<String> elsewhere(ObjectNode document) {
    for (JsonNode node : document.path("authentication").findParents("type")) {
      for (JsonNode value : node) {
        Optional<String> host = value.isTextual() ? otherHost(value.textValue()) : Optional.empty();
        if (host.isPresent()) {
          return host;
        }
      }
    }
    for (JsonNode login : document.path("authentication").findValues("baseUrl")) {
      Optional<String> host = otherHost(login.asText());
      if (host.isPresent()) {
        return host;
      }
    }
    return Optional.empty();
  }

  private Optional<String> otherHost(String text) {
    if (!text.contains("://")) {
      return Optional.empty();
    }
    try {
      URI there = URI.create(text);
      return base.getHost().equalsIgnoreCase(there.getHost())
          ? Optional.empty()
          : Optional.of(String.valueOf(there.getHost()));
    } catch (IllegalArgumentException templated) {
      return Optional.of(text);
    }
  }
}

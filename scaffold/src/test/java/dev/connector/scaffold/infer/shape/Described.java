package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;

/** Small descriptions, in JSON with single quotes. */
final class Described {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Described() {}

  /** What is inferred of the one operation, or of the first of several. */
  static Collection paths(String paths) {
    return paths(paths, "{}");
  }

  static Collection paths(String paths, String schemas) {
    String document =
        "{'openapi': '3.0.0', 'paths': " + paths + ", 'components': {'schemas': " + schemas + "}}";
    ApiDescription description = OpenApiReader.read(json(document));
    return new CollectionInference(description, Lexicon.standard())
        .infer(description.operations().get(0));
  }

  /** Of {@code GET path}, which answers what a schema says. */
  static Collection get(String path, String words, String schema) {
    return answering(path, words, "'200': " + content("'schema': " + schema));
  }

  static Collection answering(String path, String words, String responses) {
    return paths("{'" + path + "': {'get': {" + words + ", 'responses': {" + responses + "}}}}");
  }

  static String content(String content) {
    return "{'description': 'OK', 'content': {'application/json': {" + content + "}}}";
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

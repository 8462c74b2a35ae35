package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON, and what people take for it: comments, a comma too many, line breaks in texts. */
final class JsonTree {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // one parser shares its names anyway
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.MOST_NESTING + 10)
                  .maxStringLength(Limits.MOST_BYTES)
                  .build())
          .build();

  private JsonTree() {}

  static Tree read(String text) throws MalformedException {
    TreeBuilder tree = new TreeBuilder();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        add(parser, token, tree);
        token = parser.nextToken();
        if (token != null && tree.depth() == 0) {
          throw MalformedException.malformed(
              "goes on after its end, " + at(parser.currentLocation()));
        }
      }
    } catch (JsonProcessingException e) {
      throw MalformedException.malformed(
          "is not JSON, " + at(e.getLocation()) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree.tree();
  }

  private static void add(JsonParser parser, JsonToken token, TreeBuilder tree)
      throws IOException, MalformedException {
    switch (token) {
      case START_OBJECT -> tree.startObject();
      case START_ARRAY -> tree.startArray();
      case END_OBJECT, END_ARRAY -> tree.end();
      case FIELD_NAME -> tree.key(parser.currentName());
      case VALUE_STRING -> tree.text(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser, tree);
      case VALUE_NUMBER_FLOAT -> tree.decimal(parser.getDecimalValue(), parser.getText());
      case VALUE_TRUE -> tree.value(BooleanNode.TRUE);
      case VALUE_FALSE -> tree.value(BooleanNode.FALSE);
      default -> tree.value(NullNode.getInstance());
    }
  }

  private static void integer(JsonParser parser, TreeBuilder tree)
      throws IOException, MalformedException {
    switch (parser.getNumberType()) {
      case INT -> tree.value(IntNode.valueOf(parser.getIntValue()));
      case LONG -> tree.value(LongNode.valueOf(parser.getLongValue()));
      default -> tree.value(BigIntegerNode.valueOf(parser.getBigIntegerValue()));
    }
  }

  private static String at(JsonLocation location) {
    return location == null
        ? "at its start"
        : "line " + location.getLineNr() + " column " + location.getColumnNr();
  }
}

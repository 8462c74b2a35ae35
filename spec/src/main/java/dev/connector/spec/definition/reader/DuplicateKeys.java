package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds members written twice in one object, of which a parser would silently keep the last. */
final class DuplicateKeys {

  private DuplicateKeys() {}

  static void report(JsonParser parser, Findings findings) throws IOException {
    Deque<Set<String>> open = new ArrayDeque<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        open.push(new HashSet<>());
      } else if (token == JsonToken.END_OBJECT) {
        open.pop();
      } else if (token == JsonToken.FIELD_NAME && !open.peek().add(parser.currentName())) {
        findings.error(
            parser.getParsingContext().pathAsPointer().toString(),
            "\"" + parser.currentName() + "\" is written twice in one object",
            "remove one of the two");
      }
    }
  }
}

package dev.connector.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One thing a connector must or should do.
 *
 * @param id chapter and number, {@code RETRY-2}
 * @param statement what is so in a connector that keeps the rule
 * @param rationale why that matters
 * @param values the figures of the rule by name, defaults where users can change them; durations in
 *     ISO 8601
 */
public record Rule(
    String id,
    String title,
    Level level,
    CheckKind check,
    String statement,
    String rationale,
    Map<String, JsonNode> values) {

  private static final Pattern ID = Pattern.compile("[A-Z]+-[1-9][0-9]*");

  public Rule {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a rule's id is a chapter and a number: " + id);
    }
    if (title.isBlank() || statement.isBlank() || rationale.isBlank()) {
      throw new IllegalArgumentException(id + " lacks its title, statement or rationale");
    }
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The chapter it belongs to, {@code RETRY}. */
  public String chapter() {
    return id.substring(0, id.indexOf('-'));
  }

  /** What keeping it shows. */
  public Agreement agreement() {
    return check == CheckKind.LIVE || chapter().equals("TRUTH")
        ? Agreement.EVIDENCE
        : Agreement.DEFINITION;
  }
}

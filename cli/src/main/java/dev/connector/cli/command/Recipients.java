package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a connector would send to, as its definition says it: the API, other hosts of operations
 * and links, and wherever tokens come from. For a person who decides whether to keep it, and who
 * may not have a credential yet.
 */
final class Recipients {

  private static final Set<String> ONLY_WORDS =
      Set.of("$schema", "title", "description", "documentation");
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#\\s]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  private final JsonNode document;
  private final Set<String> found = new TreeSet<>();

  private Recipients(JsonNode document) {
    this.document = document;
  }

  /** Their origins; placeholders of settings without a default stay as they are. */
  static Collection<String> of(JsonNode document) {
    Recipients recipients = new Recipients(document);
    recipients.look(document);
    document.path("hosts").forEach(it -> recipients.add("https://" + it.asText()));
    return recipients.found;
  }

  private void look(JsonNode node) {
    if (node.isTextual()) {
      add(node.textValue());
    } else if (node.isObject()) {
      node.properties().stream()
          .filter(it -> !ONLY_WORDS.contains(it.getKey()) || !it.getValue().isTextual())
          .forEach(it -> look(it.getValue()));
    } else {
      node.forEach(this::look);
    }
  }

  private void add(String text) {
    Matcher origin = ORIGIN.matcher(text);
    while (origin.find()) {
      found.add(filled(origin.group()));
    }
  }

  private String filled(String template) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            place -> {
              JsonNode value = document.path("settings").path(place.group(1)).path("default");
              return Matcher.quoteReplacement(value.asText(place.group()));
            });
  }
}

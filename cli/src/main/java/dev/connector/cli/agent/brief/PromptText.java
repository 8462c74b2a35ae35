package dev.connector.cli.agent.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts in {@code templates/agent}. */
final class PromptText {

  private static final String FOLDER = "/dev/connector/templates/agent/";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");

  private PromptText() {}

  static String of(String role) {
    try (InputStream in = PromptText.class.getResourceAsStream(FOLDER + role + ".md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text with its places filled; what is filled in is never looked at for places of its own. */
  static String filled(String role, Map<String, String> values) {
    Matcher places = PLACE.matcher(of(role));
    return places.replaceAll(
        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }
}

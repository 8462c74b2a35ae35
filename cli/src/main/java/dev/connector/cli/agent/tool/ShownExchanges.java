package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.cli.agent.docs.DocumentIndex;
import dev.connector.scaffold.description.ApiContent.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that a documentation shows, in code blocks, byte for byte as it shows them. */
public final class ShownExchanges {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(`{3,}|~{3,})[^\\n]*\\n(.*?)^\\1[ \\t]*$");
  private static final Pattern REQUEST =
      Pattern.compile("(?i)(curl|http|\\$|(GET|POST|PUT|PATCH|DELETE|HEAD)) ");
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private final DocumentIndex index;

  public ShownExchanges(DocumentIndex index) {
    this.index = index;
  }

  /**
   * One of the JSON code blocks of a section.
   *
   * @param number from 1
   */
  public Optional<Example> find(String section, int number) {
    return index
        .read(section)
        .flatMap(
            excerpt -> {
              List<JsonNode> blocks = blocks(excerpt.section().text());
              return number < 1 || number > blocks.size()
                  ? Optional.empty()
                  : Optional.of(new Example(excerpt.section().address(), blocks.get(number - 1)));
            });
  }

  private static List<JsonNode> blocks(String text) {
    List<JsonNode> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      json(block.group(2)).ifPresent(blocks::add);
    }
    return blocks;
  }

  /** Many show the status line and headers above the body; what is sent is no answer. */
  private static Optional<JsonNode> json(String code) {
    if (REQUEST.matcher(code.stripLeading()).lookingAt()) {
      return Optional.empty();
    }
    Matcher body = Pattern.compile("(?m)^\\s*[\\[{]").matcher(code);
    if (!body.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(code.substring(body.start())));
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }
}

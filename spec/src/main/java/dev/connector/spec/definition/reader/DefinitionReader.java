package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.spec.definition.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads {@code connector.json} and reports all its problems at once. Never throws for what a
 * document says; safe for concurrent use.
 */
public final class DefinitionReader {

  /** More than any definition a person could read. */
  private static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Optional<Predicate<String>> files;

  /** A reader of a definition that stands alone: whether its schema files exist is not checked. */
  public DefinitionReader() {
    this.files = Optional.empty();
  }

  /**
   * A reader of a definition in its folder.
   *
   * @param files whether the folder has a file at a path such as {@code schemas/contact.json}
   */
  public DefinitionReader(Predicate<String> files) {
    this.files = Optional.of(files);
  }

  /** Reads a document, UTF-8. */
  public ReadResult read(byte[] document) {
    Findings findings = new Findings();
    if (document.length > MAX_BYTES) {
      findings.error(
          "", "the definition has more than " + MAX_BYTES + " bytes", "divide the connector");
      return new ReadResult(Optional.empty(), findings.problems());
    }
    try (JsonParser parser = JSON.createParser(document)) {
      JsonNode root = JSON.readTree(document);
      DuplicateKeys.report(parser, findings);
      return read(root, findings);
    } catch (JsonProcessingException e) {
      findings.error("", notJson(e), "mend the JSON there");
      return new ReadResult(Optional.empty(), findings.problems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document that has been parsed. */
  public ReadResult read(JsonNode document) {
    return read(document, new Findings());
  }

  private ReadResult read(JsonNode root, Findings findings) {
    Value value = new Value(root, "", findings);
    Definition definition =
        value.read(v -> v.object(fields -> new RootReader(root, files).definition(fields)));
    return new ReadResult(
        findings.errors() > 0 ? Optional.empty() : Optional.ofNullable(definition),
        findings.problems());
  }

  private static String notJson(JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return "not JSON: " + e.getOriginalMessage() + place;
  }
}

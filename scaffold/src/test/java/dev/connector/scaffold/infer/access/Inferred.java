package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.Problem;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is inferred from a small document, which a definition always has to accept. */
record Inferred(Access access) {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();
  private static final Lexicon LEXICON = Lexicon.standard();

  /** A document in JSON, whose quotes may be single or left out. */
  static Inferred from(String document) {
    return from(document, Optional.empty());
  }

  static Inferred from(String document, Optional<URI> address) {
    Access access =
        new AccessInference(OpenApiReader.read(json(document)), LEXICON, address).infer();
    List<Problem> errors =
        new DefinitionReader()
            .read(complete(access)).problems().stream()
                .filter(it -> !it.toString().contains("not executed yet"))
                .toList();
    assertThat(errors).isEmpty();
    return new Inferred(access);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode complete(Access access) {
    ObjectNode definition = JSON.createObjectNode();
    definition.put("format", 1).put("name", "acme").put("version", "1.0.0");
    definition.put("title", "Acme").put("description", "Acme.");
    definition.setAll(access.members());
    definition.set(
        "resources",
        json(
            "{things:{title:'Things',description:'Things.',schema:'schemas/thing.json',"
                + "operations:{list:{description:'All.',path:'/things',records:''}}}}"));
    return definition;
  }

  JsonNode at(String pointer) {
    return access.members().at(pointer);
  }

  /** What is written at a place is exactly this. */
  Inferred has(String pointer, String expected) {
    assertThat(at(pointer)).isEqualTo(json(expected));
    return this;
  }

  Inferred hasNo(String pointer) {
    assertThat(at(pointer).isMissingNode()).as(pointer).isTrue();
    return this;
  }

  Inferred is(String pointer, Confidence confidence) {
    assertThat(access.findings().stream().filter(it -> it.pointer().equals(pointer)))
        .as(pointer)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.fact().confidence()).isEqualTo(confidence))
        .allSatisfy(it -> assertThat(it.fact().evidence()).isNotEmpty());
    return this;
  }

  Inferred asks(String subject, String words) {
    assertThat(access.gaps())
        .as("gaps")
        .anySatisfy(
            gap -> {
              assertThat(gap.subject()).isEqualTo(subject);
              assertThat(gap.question()).contains(words);
              assertThat(gap.edit().pointer()).startsWith("/");
              json(gap.edit().value());
            });
    return this;
  }

  Inferred asksNothingAbout(String subject) {
    assertThat(access.gaps()).extracting(Gap::subject).doesNotContain(subject);
    return this;
  }
}

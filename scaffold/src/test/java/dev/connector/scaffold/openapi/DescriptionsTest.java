package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionsTest {

  private static final String SMALL = "openapi: 3.0.0\npaths: {/a: {get: {}}}\n";

  @TempDir Path temporary;

  private static ReadDescription pipe(String text) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return Descriptions.read(DescriptionSource.of("-", Path.of(""), in), ReadOptions.standard());
  }

  @Test
  void standard_input_is_read_and_has_no_address() {
    ReadDescription read = pipe(SMALL);
    assertThat(read.description().operations()).hasSize(1);
    assertThat(read.address()).isEmpty();
    assertThat(read.files()).singleElement().extracting(FileRead::sha256).isEqualTo(read.sha256());
  }

  @Test
  void a_file_is_read_by_the_name_that_was_typed() throws IOException {
    Files.writeString(temporary.resolve("api.yaml"), SMALL);
    for (String typed :
        new String[] {"api.yaml", temporary.resolve("api.yaml").toUri().toString()}) {
      ReadDescription read =
          Descriptions.read(
              DescriptionSource.of(typed, temporary, InputStream.nullInputStream()),
              ReadOptions.standard());
      assertThat(read.description().operations()).hasSize(1);
      assertThat(read.address()).endsWith("/api.yaml");
    }
  }

  @Test
  void what_is_typed_is_a_file_an_address_or_standard_input() {
    InputStream in = InputStream.nullInputStream();
    assertThat(DescriptionSource.of("HTTPS://api.example/a.json", temporary, in))
        .isInstanceOf(DescriptionSource.Address.class);
    assertThat(DescriptionSource.of("-", temporary, in))
        .isInstanceOf(DescriptionSource.StandardInput.class);
    for (String typed : new String[] {"https://me:secret@api.example/", "https://", "file://%"}) {
      assertThatThrownBy(() -> DescriptionSource.of(typed, temporary, in))
          .isInstanceOf(ConnectorException.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void secrets_in_an_address_are_not_recorded() {
    assertThat(
            Addresses.shown(
                new DescriptionSource.Address(
                    URI.create("https://a.example/x?v=1&token=t&api_key=k&Signature=s#f"))))
        .isEqualTo("https://a.example/x?v=1");
  }

  @Test
  void a_file_that_is_missing_or_a_folder_is_told_of() {
    for (String name : new String[] {"gone.yaml", "."}) {
      assertThatThrownBy(
              () ->
                  Descriptions.read(
                      new DescriptionSource.LocalFile(temporary.resolve(name)),
                      ReadOptions.standard()))
          .isInstanceOf(ConnectorException.class)
          .hasMessageMatching("(?s).*(does not exist|is a folder)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`<!doctype html><html><body>Docs</body></html>` | a web page | the description itself",
        "`<html><div id=swagger-ui></div><script>url: \"/v3/api-docs\"</script></html>` | shows a description | takes it from /v3/api-docs",
        "`<html><redoc spec-url='https://a.example/o.json'></redoc></html>` | shows a description | https://a.example/o.json",
        "`<?xml version='1.0'?><x/>` | is XML | OpenAPI",
        "`{\"info\": {\"_postman_id\": \"1\"}, \"item\": []}` | a Postman collection | export it",
        "`asyncapi: 2.0.0` | an AsyncAPI description | requests",
        "`type Query { users: [User!]! }` | a GraphQL schema | REST",
        "`{\"data\": {\"__schema\": {}}}` | a GraphQL schema | REST",
        "`#%RAML 1.0\ntitle: x` | a RAML description | convert",
        "`FORMAT: 1A\n# API` | an API Blueprint | convert",
        "`swaggerVersion: '1.2'` | a Swagger 1 description | convert",
        "`openapi: 4.0.0` | a version of OpenAPI that is not known | convert",
        "`arazzo: 1.0.0` | an Arazzo description | give the OpenAPI",
        "`{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}` | a JSON Schema | the API",
        "`{\"log\": {\"entries\": []}}` | an HTTP archive | vendor",
        "`%PDF-1.7` | a PDF document | machines",
        "`` | is empty | OpenAPI",
        "`just text` | not a description of an API | OpenAPI",
        "`[1, 2]` | not a description of an API | OpenAPI",
        "`{\"a\": 1}` | it has no paths | OpenAPI",
        "`{\"a\": 1` | is not JSON | mend",
      })
  void whatIsNoDescriptionIsToldWithWhatItIs(String text, String what, String hint) {
    assertThatThrownBy(() -> pipe(text == null ? "" : text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            it -> {
              assertThat(it).hasMessageContaining(what).hasMessageStartingWith("standard input");
              assertThat(it.hint()).contains(hint);
            });
  }

  @Test
  void a_document_that_does_not_say_its_version_is_read_all_the_same() {
    ReadDescription read = pipe("paths: {/a: {get: {}}}\n");
    assertThat(read.description().operations()).hasSize(1);
    assertThat(Texts.problems(read.description()))
        .containsExactly("# does not say which version of OpenAPI it is; taken for 3.0");
    assertThat(pipe("openapi: 3.0\npaths: {/a: {get: {}}}\n").description().defects()).isEmpty();
    assertThat(pipe("swagger: 2\npaths: {/a: {get: {}}}\n").description().defects()).isEmpty();
  }

  @Test
  void names_that_are_there_twice_are_defects() {
    ReadDescription read = pipe("openapi: 3.0.0\npaths: {/a: {get: {}}, /a: {post: {}}}\n");
    assertThat(Texts.problems(read.description()))
        .containsExactly("#/paths/~1a is there twice; the last one counts");
  }
}

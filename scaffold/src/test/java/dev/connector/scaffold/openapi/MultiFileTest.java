package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiFileTest {

  @TempDir Path temporary;

  private Path write(String name, String text) throws IOException {
    Path file = temporary.resolve("api").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private ReadDescription read(ReadOptions options) {
    return Descriptions.read(
        new DescriptionSource.LocalFile(temporary.resolve("api/openapi.yaml")), options);
  }

  private ReadDescription read() {
    return read(ReadOptions.standard());
  }

  private static ApiSchema schema(ApiOperation operation) {
    return operation.success().flatMap(it -> it.json()).flatMap(ApiContent::schema).orElseThrow();
  }

  private void users() throws IOException {
    write(
        "openapi.yaml",
        """
        openapi: 3.0.0
        paths:
          /users:
            get: {$ref: './paths/users.yaml#/list'}
          /users/{id}:
            $ref: 'paths/users.yaml#/~1users~1%7Bid%7D'
          /people:
            get: {$ref: './paths/users.yaml#/list'}
        components:
          schemas:
            Error: {type: object, title: Failure}
        """);
    write(
        "paths/users.yaml",
        """
        list:
          parameters: [{$ref: '../parameters.json#/limit'}]
          responses:
            200: {content: {application/json: {schema: {$ref: '../schemas/user%20list.yaml'}}}}
            400: {content: {application/json: {schema: {$ref: '../openapi.yaml#/components/schemas/Error'}}}}
        /users/{id}:
          get:
            parameters: [{in: path, name: id, required: true, schema: {type: string}}]
            responses: {200: {content: {application/json: {schema: {$ref: '../schemas/user.yaml#/User'}}}}}
        """);
    write("parameters.json", "{\"limit\": {\"in\": \"query\", \"name\": \"limit\"}}");
    write("schemas/user list.yaml", "type: array\nitems: {$ref: 'user.yaml#/User'}\n");
    write(
        "schemas/user.yaml",
        "User: {type: object, properties: {boss: {$ref: '#/User'}, id: {type: string}}}\n");
  }

  @Test
  void references_lead_from_file_to_file() throws IOException {
    users();
    ReadDescription read = read();
    assertThat(read.description().defects()).isEmpty();
    assertThat(read.description().operations())
        .extracting(ApiOperation::place)
        .containsExactly(
            "#/paths/~1users/get", "#/paths/~1users~1{id}/get", "#/paths/~1people/get");
    ApiOperation list = read.description().operations().get(0);
    assertThat(list.parameters()).extracting(ApiParameter::name).containsExactly("limit");
    assertThat(list.parameters().get(0).place()).isEqualTo("parameters.json#/limit");
    ApiSchema user = schema(list).items().orElseThrow();
    assertThat(user.place()).isEqualTo("schemas/user.yaml#/User");
    assertThat(user.property("boss")).contains(user);
    assertThat(schema(read.description().operations().get(1))).isEqualTo(user);
    assertThat(list.responses().get(1).json().orElseThrow().schema().orElseThrow().title())
        .isEqualTo("Failure");
  }

  @Test
  void the_hash_is_of_all_files_and_the_same_wherever_they_are() throws IOException {
    users();
    ReadDescription first = read();
    assertThat(first.files())
        .extracting(FileRead::name)
        .containsExactlyInAnyOrder(
            "",
            "paths/users.yaml",
            "parameters.json",
            "schemas/user list.yaml",
            "schemas/user.yaml");
    Files.move(temporary.resolve("api"), temporary.resolve("elsewhere"));
    users();
    assertThat(read().sha256()).isEqualTo(first.sha256()).matches("[0-9a-f]{64}");
    write("schemas/user.yaml", "User: {type: object}\n");
    assertThat(read().sha256()).isNotEqualTo(first.sha256());
  }

  @Test
  void a_list_of_schemas_may_be_a_reference_itself() throws IOException {
    write(
        "openapi.yaml",
        """
        openapi: 3.0.0
        paths: {$ref: paths.yaml}
        components: {schemas: {$ref: schemas.yaml}}
        """);
    write(
        "paths.yaml",
        """
        /a:
          get:
            responses:
              200: {content: {application/json: {schema: {$ref: 'openapi.yaml#/components/schemas/A'}}}}
        """);
    write("schemas.yaml", "A: {type: integer}\n");
    ReadDescription read = read();
    assertThat(read.description().defects()).isEmpty();
    assertThat(schema(Texts.only(read.description())).types()).containsExactly("integer");
  }

  @Test
  void what_is_outside_of_the_folder_is_not_read() throws IOException {
    Files.writeString(temporary.resolve("secret.yaml"), "A: {type: string, title: leaked}\n");
    write(
        "openapi.yaml",
        """
        openapi: 3.0.0
        paths:
          /dots: {get: {responses: {200: {content: {application/json: {schema: {$ref: '../secret.yaml#/A'}}}}}}}
          /link: {get: {responses: {200: {content: {application/json: {schema: {$ref: 'link.yaml#/A'}}}}}}}
          /root: {$ref: '%s'}
          /file: {$ref: 'file:///etc/hostname'}
          /folder: {$ref: 'folder'}
          /hidden: {$ref: '%%2e%%2e/secret.yaml'}
          /back: {$ref: '..\\secret.yaml'}
        """
            .formatted(temporary.resolve("secret.yaml")));
    Files.createDirectory(temporary.resolve("api/folder"));
    Files.createSymbolicLink(temporary.resolve("api/link.yaml"), temporary.resolve("secret.yaml"));
    ReadDescription read = read();
    assertThat(read.files()).hasSize(1);
    assertThat(read.description().operations()).hasSize(2);
    assertThat(schema(read.description().operations().get(0)).title()).isEmpty();
    assertThat(schema(read.description().operations().get(1)).title()).isEmpty();
    assertThat(Texts.problems(read.description()))
        .hasSize(7)
        .filteredOn(it -> it.contains("is outside of the description's folder"))
        .hasSize(6);
    ReadDescription wider = read(ReadOptions.standard().withFolder(temporary));
    assertThat(schema(wider.description().operations().get(0)).title()).isEqualTo("leaked");
  }

  @Test
  void files_that_are_missing_or_malformed_are_defects() throws IOException {
    write(
        "openapi.yaml",
        """
        openapi: 3.0.0
        paths:
          /a: {$ref: 'gone.yaml'}
          /b: {$ref: 'bad.yaml#/b'}
          /c: {$ref: 'https://api.example/c.yaml'}
          /d: {get: {}}
        """);
    write("bad.yaml", "b: [\n");
    ReadDescription read = read();
    assertThat(read.description().operations()).hasSize(1);
    assertThat(Texts.problems(read.description()))
        .hasSize(3)
        .contains(
            "#/paths/~1a refers to gone.yaml, which does not exist",
            "#/paths/~1c refers to https://api.example/c.yaml, which is remote, and followed"
                + " only with --allow-remote-references")
        .anyMatch(
            it -> it.startsWith("#/paths/~1b refers to bad.yaml#/b, which is not YAML, line"));
  }
}

package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiParameter.In;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

  private static ApiDescription path(String key) {
    return Texts.read("openapi: 3.0.0\npaths:\n  '" + key + "':\n    get: {responses: {}}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/users, /users, ''",
    "/users/, /users/, ''",
    "users, /users, ''",
    "'/report.{format}', '/report.{format}', format",
    "'/users({id})', '/users({id})', id",
    "'/{a}/{b}', '/{a}/{b}', 'a,b'",
    "'/{a}{b}', '/{a}{b}', 'a,b'",
    "'/v1/{+name}', '/v1/{name}', name",
    "'/files/{path*}', '/files/{path}', path",
    "'/proxy/{proxy+}', '/proxy/{proxy}', proxy",
    "'/users/{id:[0-9]+}', '/users/{id}', id",
    "'/users/{ id }', '/users/{id}', id",
    "'/users/:id/posts', '/users/{id}/posts', id",
    "'/projects/{name}:cancel', '/projects/{name}:cancel', name",
    "'/users{?limit,offset}', /users, ''",
    "'/users#byName', /users, ''",
    "'/send/#env/v1', '/send/{env}/v1', env",
  })
  void aPathIsCleanedAndItsVariablesAreFound(String key, String path, String variables) {
    ApiOperation operation = Texts.only(path(key));
    assertThat(operation.path()).isEqualTo(path);
    assertThat(String.join(",", operation.parameters().stream().map(ApiParameter::name).toList()))
        .isEqualTo(variables);
    assertThat(operation.parameters()).allMatch(it -> it.in() == In.PATH && it.required());
    assertThat(operation.place()).startsWith("#/paths/");
  }

  @ParameterizedTest
  @CsvSource({"'/users/{id'", "'/users/id}'", "'/users/{}'", "'/users/{a{b}}'"})
  void aPathWhoseBracesDoNotMatchCostsItsEndpoint(String key) {
    ApiDescription description = path(key);
    assertThat(description.operations()).isEmpty();
    assertThat(Texts.problems(description)).singleElement().asString().contains("braces");
  }

  @Test
  void operations_that_differ_in_their_fragment_alone_are_kept_apart() {
    ApiDescription description =
        Texts.read(
            "openapi: 3.0.0\npaths:\n  '/#Action=A': {post: {}}\n  '/#Action=B': {post: {}}\n");
    assertThat(description.operations()).hasSize(2).doesNotHaveDuplicates();
    assertThat(description.operations()).allMatch(it -> it.path().equals("/"));
  }

  @Test
  void what_a_path_fixes_of_the_query_is_a_required_parameter_with_one_value() {
    ApiOperation operation = Texts.only(path("/files?comp=list&type=a%20b&flag"));
    assertThat(operation.path()).isEqualTo("/files");
    assertThat(operation.parameters()).hasSize(3).allMatch(ApiParameter::required);
    assertThat(operation.parameter(In.QUERY, "type").orElseThrow().schema().values())
        .singleElement()
        .hasToString("\"a b\"");
    assertThat(operation.parameter(In.QUERY, "comp").orElseThrow().schema().values())
        .singleElement()
        .hasToString("\"list\"");
  }

  @Test
  void a_variable_in_the_query_of_a_path_is_a_query_parameter() {
    ApiOperation operation =
        Texts.only(
            Texts.read(
                """
                openapi: 3.0.0
                paths:
                  /alerts?lat={latitude}:
                    get:
                      parameters:
                        - {in: path, name: latitude, required: true, schema: {type: number}}
                """));
    assertThat(operation.path()).isEqualTo("/alerts");
    assertThat(operation.parameters()).singleElement();
    ApiParameter parameter = operation.parameter(In.QUERY, "lat").orElseThrow();
    assertThat(parameter.schema().types()).containsExactly("number");
    assertThat(parameter.style()).isEqualTo("form");
  }

  @Test
  void a_name_in_braces_in_the_query_of_a_path_is_a_query_parameter() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /numbers?{search}=1:
                get: {parameters: [{in: path, name: search, schema: {type: integer}}]}
            """);
    assertThat(description.defects()).isEmpty();
    assertThat(Texts.only(description).parameters()).hasSize(1);
    assertThat(Texts.only(description).parameter(In.QUERY, "search").orElseThrow().schema().types())
        .containsExactly("integer");
  }

  @Test
  void variables_and_declared_parameters_are_made_to_agree() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a/{userId}/{other}:
                get:
                  parameters:
                    - {in: path, name: userid, schema: {type: integer}}
                    - {in: path, name: stranger, schema: {type: string}}
            """);
    ApiOperation operation = Texts.only(description);
    assertThat(operation.parameters())
        .extracting(ApiParameter::name)
        .containsExactly("userId", "other");
    assertThat(operation.parameters()).allMatch(ApiParameter::required);
    assertThat(operation.parameter(In.PATH, "userId").orElseThrow().schema().types())
        .containsExactly("integer");
    assertThat(operation.parameter(In.PATH, "other").orElseThrow().schema().types())
        .containsExactly("string");
    assertThat(Texts.problems(description))
        .containsExactlyInAnyOrder(
            "#/paths/~1a~1{userId}~1{other}/get writes {userid} in other letters",
            "#/paths/~1a~1{userId}~1{other}/get/parameters/1 is said to be in the path, and is not",
            "#/paths/~1a~1{userId}~1{other}/get does not declare {other}; taken for a text");
  }

  @Test
  void extensions_are_no_paths_and_whole_addresses_neither() {
    ApiDescription description =
        Texts.read("openapi: 3.0.0\npaths: {x-y: {get: {}}, 'https://a.example/b': {get: {}}}\n");
    assertThat(description.operations()).isEmpty();
    assertThat(Texts.problems(description))
        .containsExactly(
            "#/paths/https:~1~1a.example~1b is a whole address in the place of a path");
  }
}

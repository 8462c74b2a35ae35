package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiBody;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiParameter.In;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Swagger2Test {

  private static final ApiDescription SHOP =
      Texts.read(
          """
          swagger: '2.0'
          info: {title: Shop, version: 1.10}
          host: shop.example
          basePath: /v2
          schemes: [http, https]
          consumes: [application/json]
          produces: [application/json, application/xml]
          securityDefinitions:
            basic: {type: basic}
            key: {type: apiKey, in: header, name: X-Key}
            app: {type: oauth2, flow: application, tokenUrl: 'https://shop.example/token', scopes: {read: all}}
            code: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {}}
          security: [{key: []}]
          parameters:
            limit: {in: query, name: limit, type: integer, format: int32, default: 20, maximum: 100}
          responses:
            Missing: {description: gone, schema: {$ref: '#/definitions/Error'}}
          paths:
            /orders/{id}:
              parameters:
                - {in: path, name: id, required: true, type: string, format: uuid}
              get:
                produces: [application/json]
                parameters:
                  - {$ref: '#/parameters/limit'}
                  - {in: query, name: tags, type: array, items: {type: string}, collectionFormat: multi}
                  - {in: query, name: ids, type: array, items: {type: integer}, collectionFormat: pipes}
                  - {in: query, name: states, type: array, items: {type: string}}
                responses:
                  200:
                    description: ok
                    headers: {x-total: {type: integer, description: how many}}
                    schema: {type: array, items: {$ref: '#/definitions/Order'}}
                    examples: {application/json: [{id: a1}]}
                  404: {$ref: '#/responses/Missing'}
              put:
                parameters:
                  - {in: body, name: order, required: true, schema: {$ref: '#/definitions/Order'}}
                responses: {204: {description: done}}
              post:
                consumes: [multipart/form-data]
                parameters:
                  - {in: formData, name: note, type: string, required: true}
                  - {in: formData, name: picture, type: file}
                responses: {}
          definitions:
            Order: {type: object, properties: {id: {type: string}, paid: {type: string, x-nullable: true}}}
            Error: {type: object, properties: {message: {type: string}}}
          """);

  private static ApiOperation operation(String method) {
    return SHOP.operations().stream()
        .filter(it -> it.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_is_read_without_defects() {
    assertThat(SHOP.defects()).isEmpty();
    assertThat(SHOP.operations()).hasSize(3);
    assertThat(SHOP.info().version()).isEqualTo("1.10");
    assertThat(SHOP.security()).containsExactly(List.of("key"));
  }

  @Test
  void host_path_and_schemes_are_servers_the_safe_one_first() {
    assertThat(SHOP.servers())
        .extracting(Server::url)
        .containsExactly("https://shop.example/v2", "http://shop.example/v2");
  }

  @Test
  void a_document_without_schemes_is_taken_for_safe_and_one_without_host_for_relative() {
    assertThat(Texts.read("swagger: '2.0'\nhost: 'https://a.example'\nbasePath: v1\n").servers())
        .extracting(Server::url)
        .containsExactly("https://a.example/v1");
    assertThat(Texts.read("swagger: '2.0'\nbasePath: /v1\n").servers())
        .extracting(Server::url)
        .containsExactly("/v1");
    assertThat(Texts.read("swagger: '2.0'\n").servers()).isEmpty();
  }

  @Test
  void a_parameter_is_its_own_schema() {
    ApiParameter limit = operation("GET").parameter(In.QUERY, "limit").orElseThrow();
    assertThat(limit.place()).isEqualTo("#/parameters/limit");
    assertThat(limit.schema().types()).containsExactly("integer");
    assertThat(limit.schema().maximum()).hasValueSatisfying(it -> assertThat(it).isEqualTo("100"));
    assertThat(limit.schema().defaultValue()).isPresent();
    assertThat(operation("GET").parameter(In.PATH, "id").orElseThrow().schema().format())
        .isEqualTo("uuid");
  }

  @Test
  void collection_formats_are_styles() {
    ApiParameter tags = operation("GET").parameter(In.QUERY, "tags").orElseThrow();
    assertThat(tags.style()).isEqualTo("form");
    assertThat(tags.explode()).isTrue();
    assertThat(tags.schema().items()).isPresent();
    ApiParameter ids = operation("GET").parameter(In.QUERY, "ids").orElseThrow();
    assertThat(ids.style()).isEqualTo("pipeDelimited");
    ApiParameter states = operation("GET").parameter(In.QUERY, "states").orElseThrow();
    assertThat(states.style()).isEqualTo("form");
    assertThat(states.explode()).isFalse();
  }

  @Test
  void a_response_has_its_schema_in_each_type_and_its_examples() {
    ApiContent content = operation("GET").success().orElseThrow().json().orElseThrow();
    assertThat(content.schema().orElseThrow().items().orElseThrow().place())
        .isEqualTo("#/definitions/Order");
    assertThat(content.examples()).hasSize(1);
    assertThat(operation("GET").success().orElseThrow().contents()).hasSize(1);
    assertThat(operation("GET").success().orElseThrow().headers()).containsOnlyKeys("x-total");
    assertThat(operation("GET").responses().get(1).contents())
        .extracting(ApiContent::type)
        .containsExactly("application/json");
    assertThat(
            content
                .schema()
                .orElseThrow()
                .items()
                .orElseThrow()
                .property("paid")
                .orElseThrow()
                .nullable())
        .isTrue();
  }

  @Test
  void a_body_parameter_is_the_body() {
    ApiBody body = operation("PUT").body().orElseThrow();
    assertThat(body.required()).isTrue();
    assertThat(body.json().orElseThrow().schema().orElseThrow().name()).contains("Order");
    assertThat(operation("PUT").parameters()).extracting(ApiParameter::name).containsExactly("id");
  }

  @Test
  void form_parameters_are_one_body() {
    ApiContent form = operation("POST").body().orElseThrow().contents().get(0);
    assertThat(form.type()).isEqualTo("multipart/form-data");
    assertThat(form.schema().orElseThrow().properties()).containsOnlyKeys("note", "picture");
    assertThat(form.schema().orElseThrow().required()).containsExactly("note");
    assertThat(form.schema().orElseThrow().property("picture").orElseThrow().types())
        .containsExactly("string");
  }

  @Test
  void security_definitions_are_schemes_with_the_names_of_today() {
    assertThat(SHOP.schemes().get("basic")).isEqualTo(new SecurityScheme.Http("", "basic", ""));
    assertThat(SHOP.schemes().get("key"))
        .isEqualTo(new SecurityScheme.ApiKey("", "header", "X-Key", Map.of()));
    assertThat(SHOP.schemes().get("app"))
        .isEqualTo(
            new SecurityScheme.OAuth2(
                "",
                List.of(
                    new SecurityScheme.Flow(
                        "clientCredentials",
                        "",
                        "https://shop.example/token",
                        "",
                        Map.of("read", "all")))));
    assertThat(((SecurityScheme.OAuth2) SHOP.schemes().get("code")).flows().get(0).name())
        .isEqualTo("authorizationCode");
  }
}

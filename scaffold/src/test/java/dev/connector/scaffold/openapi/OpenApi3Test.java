package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiEvent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiParameter.In;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApi3Test {

  @Test
  void parameters_of_the_path_are_replaced_by_those_of_the_operation() {
    ApiOperation operation =
        Texts.only(
            Texts.read(
                """
                openapi: 3.0.0
                paths:
                  /a:
                    parameters:
                      - {in: query, name: limit, description: of the path}
                      - {in: header, name: limit}
                    get:
                      parameters: [{in: query, name: limit, description: its own}]
                """));
    assertThat(operation.parameters()).hasSize(2);
    assertThat(operation.parameter(In.QUERY, "limit").orElseThrow().description())
        .isEqualTo("its own");
  }

  @Test
  void a_parameter_may_have_content_in_the_place_of_a_schema() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a:
                get:
                  parameters:
                    - in: query
                      name: filter
                      content: {application/json: {schema: {type: object}, example: {a: 1}}}
            """);
    ApiParameter filter = Texts.only(description).parameter(In.QUERY, "filter").orElseThrow();
    assertThat(filter.schema().types()).containsExactly("object");
    assertThat(filter.style()).isEqualTo("content");
  }

  @Test
  void references_lead_anywhere_in_the_document() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /users:
                get:
                  parameters:
                    - {in: query, name: page, schema: {type: integer}}
                  responses: {200: {$ref: '#/components/responses/Users'}}
              /posts:
                get:
                  parameters: [{$ref: '#/paths/~1users/get/parameters/0'}]
                  responses: {200: {$ref: '#/paths/~1users/get/responses/200'}}
              /first:
                get:
                  responses:
                    200:
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Alias/properties/name%20of'}
            components:
              responses:
                Users:
                  content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
              schemas:
                Alias: {$ref: '#/components/schemas/User'}
                User: {type: object, properties: {name of: {type: string}}}
            """);
    assertThat(description.defects()).isEmpty();
    ApiOperation posts = description.operations().get(1);
    assertThat(posts.parameters()).extracting(ApiParameter::name).containsExactly("page");
    assertThat(schema(posts).name()).contains("User");
    assertThat(schema(description.operations().get(2)).place())
        .isEqualTo("#/components/schemas/User/properties/name of");
  }

  private static ApiSchema schema(ApiOperation operation) {
    return operation.success().flatMap(it -> it.json()).flatMap(ApiContent::schema).orElseThrow();
  }

  @Test
  void a_dangling_reference_is_a_defect_and_costs_no_more_than_it_must() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a:
                get:
                  parameters: [{$ref: '#/components/parameters/Gone'}, {in: query, name: limit}]
                  responses:
                    200: {content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}
                    404: {$ref: '#/components/responses/Gone'}
                post: {requestBody: {$ref: '#/components/requestBodies/Gone'}}
                put: {$ref: '#/components/x-operations/Gone'}
              /b: {$ref: '#/components/pathItems/Gone'}
              /c: {get: {responses: {200: {description: ok}}}}
            components:
              schemas:
                Circle: {$ref: '#/components/schemas/Circle'}
                Event:
                  discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/Gone'}}
            """);
    assertThat(description.operations())
        .extracting(ApiOperation::place)
        .containsExactly("#/paths/~1a/get", "#/paths/~1c/get");
    ApiOperation get = description.operations().get(0);
    assertThat(get.parameters()).extracting(ApiParameter::name).containsExactly("limit");
    assertThat(get.responses()).hasSize(1);
    assertThat(schema(get).types()).isEmpty();
    assertThat(Texts.problems(description))
        .hasSize(8)
        .contains(
            "#/paths/~1a/get/parameters/0 refers to #/components/parameters/Gone, which leads to"
                + " nothing",
            "#/paths/~1a/post is left out: its body cannot be read",
            "#/components/schemas/Circle refers to #/components/schemas/Circle, which leads in a"
                + " circle");
  }

  @Test
  void nameless_and_misplaced_parameters_are_left_out() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a:
                get:
                  parameters: [{in: query}, {name: x}, {in: body, name: y}, text, null, {in: query, name: z},
                    {in: query, name: z}]
            """);
    assertThat(Texts.only(description).parameters())
        .extracting(ApiParameter::name)
        .containsExactly("z");
    assertThat(description.defects()).hasSize(6);
  }

  @Test
  void servers_of_the_operation_replace_those_of_the_path() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            servers:
              - url: https://{region}.example/{version}
                variables: {region: {default: eu, enum: [eu, us]}}
              - {url: api.example/v1}
              - {url: /relative}
              - {url: ''}
              - {}
            paths:
              /a:
                servers: [{url: https://path.example}]
                get: {}
                post: {servers: [{url: https://own.example}]}
              /b: {get: {}}
            """);
    assertThat(description.servers())
        .extracting(Server::url)
        .containsExactly(
            "https://{region}.example/{version}", "https://api.example/v1", "/relative", "/");
    assertThat(description.servers().get(0).variables()).containsOnlyKeys("region", "version");
    assertThat(description.operations())
        .extracting(it -> it.servers().stream().map(Server::url).toList())
        .containsExactly(
            List.of("https://path.example"), List.of("https://own.example"), List.of());
    assertThat(Texts.problems(description))
        .containsExactlyInAnyOrder(
            "#/servers/0 does not say what {version} is",
            "#/servers/1 is an address without https://; taken for one with it",
            "#/servers/4 has no url");
  }

  @Test
  void callbacks_and_webhooks_are_events() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.1.0
            paths:
              /subscriptions:
                post:
                  callbacks:
                    paid:
                      '{$request.body#/url}':
                        post: {requestBody: {content: {application/json: {schema: {type: object}}}}}
                    again: {$ref: '#/components/callbacks/Again'}
            webhooks:
              created: {$ref: '#/components/pathItems/Created'}
            components:
              pathItems:
                Created: {post: {operationId: onCreated}}
              callbacks:
                Again: {'{$request.query.to}': {put: {}}}
            """);
    assertThat(description.defects()).isEmpty();
    assertThat(description.operations()).hasSize(1);
    assertThat(description.events())
        .extracting(ApiEvent::name)
        .containsExactly("created", "paid", "again");
    ApiEvent paid = description.events().get(1);
    assertThat(paid.operation()).contains("#/paths/~1subscriptions/post");
    assertThat(paid.delivery().path()).isEqualTo("{$request.body#/url}");
    assertThat(paid.delivery().parameters()).isEmpty();
    assertThat(paid.delivery().body()).isPresent();
    assertThat(description.events().get(0).operation()).isEmpty();
    assertThat(description.events().get(0).delivery().words().id()).isEqualTo("onCreated");
  }

  @Test
  void schemas_of_version31_are_found_by_anchor_and_identity() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.1.0
            paths:
              /a: {$ref: '#/components/pathItems/A'}
              /b: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#user'}}}}}}}
              /c:
                get:
                  responses:
                    200:
                      content:
                        application/json:
                          schema: {$ref: 'https://schemas.example/user', description: beside}
              /d:
                get:
                  responses:
                    200: {content: {application/json: {schema: {$ref: '#/components/schemas/User/$defs/Id'}}}}
            components:
              pathItems:
                A: {parameters: [{in: query, name: q}], get: {}}
              schemas:
                User:
                  $id: https://schemas.example/user
                  $anchor: user
                  type: [object, 'null']
                  properties: {kind: {const: user}, $id: {type: string}}
                  $defs: {Id: {type: string, examples: [u1]}}
            """);
    assertThat(description.defects()).isEmpty();
    List<ApiOperation> operations = description.operations();
    assertThat(operations.get(0).place()).isEqualTo("#/paths/~1a/get");
    assertThat(operations.get(0).parameter(In.QUERY, "q")).isPresent();
    assertThat(schema(operations.get(1)).place()).isEqualTo("#/components/schemas/User");
    assertThat(schema(operations.get(1)).types()).containsExactly("object");
    assertThat(schema(operations.get(1)).nullable()).isTrue();
    assertThat(schema(operations.get(1)).properties()).containsOnlyKeys("kind", "$id");
    assertThat(schema(operations.get(2)).description()).isEqualTo("beside");
    assertThat(schema(operations.get(3)).example()).isPresent();
  }

  @Test
  void examples_are_found_beside_the_schema() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a:
                get:
                  responses:
                    200:
                      content:
                        application/json:
                          example: {$ref: '#/components/examples/One/value'}
                          examples:
                            one: {$ref: '#/components/examples/One'}
                            far: {externalValue: 'https://example.com/x.json'}
            components: {examples: {One: {value: {id: 1, $ref: not a reference}}}}
            """);
    assertThat(description.defects()).isEmpty();
    List<ApiContent.Example> examples =
        Texts.only(description).success().orElseThrow().json().orElseThrow().examples();
    assertThat(examples)
        .hasSize(2)
        .allMatch(it -> it.place().equals("#/components/examples/One/value"))
        .allMatch(it -> it.value().path("id").asInt() == 1);
  }

  @Test
  void security_schemes_are_read() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths: {/a: {get: {security: []}}, /b: {get: {security: [{}, {key: [], x-key: []}]}}, /c: {get: {}}}
            security: {key: []}
            components:
              securitySchemes:
                key: {type: apiKey, in: Header, name: X}
                x-key: {$ref: '#/components/securitySchemes/key'}
                bearer: {type: http, scheme: Bearer, bearerFormat: JWT}
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: t, refreshUrl: r, scopes: [a, b]}}}
                oidc: {type: openIdConnect, openIdConnectUrl: u}
                tls: {type: mutualTLS}
            """);
    assertThat(description.defects()).isEmpty();
    assertThat(description.schemes().get("x-key"))
        .isEqualTo(new SecurityScheme.ApiKey("", "header", "X", Map.of()));
    assertThat(description.schemes().get("bearer"))
        .isEqualTo(new SecurityScheme.Http("", "bearer", "JWT"));
    assertThat(((SecurityScheme.OAuth2) description.schemes().get("oauth")).flows().get(0).scopes())
        .containsOnlyKeys("a", "b");
    assertThat(description.schemes().get("oidc"))
        .isEqualTo(new SecurityScheme.OpenIdConnect("", "u"));
    assertThat(description.schemes().get("tls"))
        .isEqualTo(new SecurityScheme.Other("", "mutualTLS"));
    assertThat(description.security()).containsExactly(List.of("key"));
    assertThat(description.operations())
        .extracting(ApiOperation::security)
        .containsExactly(
            Optional.of(List.of()),
            Optional.of(List.of(List.of(), List.of("key", "x-key"))),
            Optional.empty());
  }

  @Test
  void hostile_names_are_kept_as_they_are() {
    String name = "a*/ ${x} <#if> \u202e {{y}} \u0000";
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
    ObjectNode operation = document.putObject("paths").putObject("/a").putObject("get");
    operation.put("operationId", name).putArray("tags").add(name);
    ApiDescription description = OpenApiReader.read(document);
    assertThat(Texts.only(description).words().id()).isEqualTo(name);
  }
}

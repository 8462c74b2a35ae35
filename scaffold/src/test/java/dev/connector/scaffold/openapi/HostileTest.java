package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.openapi.document.DocumentParser;
import dev.connector.scaffold.openapi.document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String WHOLE_3 =
      """
      openapi: 3.1.0
      info: {title: t, version: v, description: d}
      externalDocs: {url: u}
      tags: [{name: a}]
      servers: [{url: 'https://{a}.example', description: d, variables: {a: {default: d, enum: [d]}}}]
      security: [{key: [], other: [a]}]
      paths:
        /a/{id}:
          $ref: '#/components/pathItems/Item'
          servers: [{url: https://b.example}]
          parameters:
            - {in: path, name: id, required: true, style: simple, explode: true, schema: {type: string}}
            - {$ref: '#/components/parameters/Limit'}
            - {in: query, name: filter, content: {application/json: {schema: {type: object}}}}
          post:
            operationId: o
            summary: s
            tags: [a]
            deprecated: true
            security: [{}]
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: 1}}}
            responses:
              200:
                description: d
                headers: {X-A: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: '#a'}, examples: {a: {value: 1}, b: {$ref: '#/components/examples/E'}}}}
            callbacks: {c: {'{$url}': {post: {responses: {}}}}}
      webhooks: {w: {post: {requestBody: {content: {application/json: {schema: true}}}}}}
      components:
        examples: {E: {value: 2}}
        pathItems: {Item: {get: {parameters: [], responses: {default: {description: d}}}}}
        parameters: {Limit: {in: query, name: limit, schema: {type: integer, maximum: 10}, examples: {e: {value: 1}}}}
        securitySchemes:
          key: {type: apiKey, in: header, name: X}
          other: {type: oauth2, flows: {password: {tokenUrl: t, scopes: {a: b}}}}
        schemas:
          A:
            $anchor: a
            type: [object, 'null']
            required: [x]
            allOf: [{$ref: '#/components/schemas/B'}, {title: t}]
            properties:
              x: {type: string, enum: [a, null], default: a, format: f, pattern: p, examples: [a]}
              y: {oneOf: [{type: integer, minimum: 1}, {type: 'null'}]}
              z: {anyOf: [{const: 1}, {prefixItems: [{type: string}]}], nullable: true}
            additionalProperties: {type: array, items: {$ref: '#/components/schemas/A'}}
          B: {properties: {b: {items: [{type: string}]}}, readOnly: true}
      """;

  private static final String WHOLE_2 =
      """
      swagger: '2.0'
      info: {title: t}
      host: a.example
      basePath: /v1
      schemes: [https]
      consumes: [application/json]
      produces: [application/json]
      security: [{key: []}]
      securityDefinitions:
        key: {type: apiKey, in: query, name: k}
        o: {type: oauth2, flow: application, tokenUrl: t, scopes: {a: b}}
      parameters: {Limit: {in: query, name: limit, type: integer, x-example: 1}}
      paths:
        /a/{id}:
          parameters: [{in: path, name: id, type: string}, {$ref: '#/parameters/Limit'}]
          post:
            consumes: [multipart/form-data]
            parameters: [{in: formData, name: f, type: file, required: true}, {in: query, name: q, type: array, items: {type: string}, collectionFormat: csv}]
            responses: {200: {description: d, headers: {X: {type: string}}, schema: {$ref: '#/definitions/A'}, examples: {application/json: {a: 1}}}}
          put: {parameters: [{in: body, name: b, schema: {$ref: '#/definitions/A'}}]}
      definitions: {A: {type: object, required: [a], properties: {a: {type: string, x-nullable: true, enum: [a]}}}}
      """;

  /** Every value of a document in turn is something else: nothing may be thrown. */
  @ParameterizedTest
  @ValueSource(strings = {WHOLE_3, WHOLE_2})
  void valuesOfTheWrongKindCostNoMoreThanTheirPlace(String text) throws Exception {
    JsonNode whole = DocumentParser.parse(text.getBytes(StandardCharsets.UTF_8)).root();
    ApiDescription sane = OpenApiReader.read(whole);
    assertThat(sane.defects()).isEmpty();
    assertThat(sane.operations()).hasSize(2);
    List<JsonNode> odd =
        List.of(
            NODES.textNode("odd"),
            NODES.textNode(""),
            NODES.textNode("{/%zz#~?"),
            NODES.numberNode(-1),
            NODES.booleanNode(true),
            NODES.nullNode(),
            NODES.arrayNode().add(NODES.nullNode()).add("x").add(NODES.arrayNode()),
            NODES.objectNode().put("$ref", "#/nowhere/~2/%"),
            NODES.objectNode().put("$ref", 1).set("", NODES.objectNode()),
            NODES.objectNode().put("$ref", "#"));
    List<List<String>> places = new ArrayList<>();
    places(whole, new ArrayList<>(), places);
    assertThat(places).hasSizeGreaterThan(80);
    for (List<String> place : places) {
      for (JsonNode value : odd) {
        JsonNode broken = whole.deepCopy();
        replace(broken, place, value);
        assertThatCode(() -> Visit.all(OpenApiReader.read(broken)))
            .as(place + " is " + value)
            .doesNotThrowAnyException();
      }
    }
  }

  private static void places(JsonNode node, List<String> path, List<List<String>> places) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      names.add(String.valueOf(i));
    }
    for (String name : names) {
      List<String> place = new ArrayList<>(path);
      place.add(name);
      places.add(place);
      places(node.isArray() ? node.get(Integer.parseInt(name)) : node.get(name), place, places);
    }
  }

  private static void replace(JsonNode root, List<String> place, JsonNode value) {
    JsonNode parent = root;
    for (String name : place.subList(0, place.size() - 1)) {
      parent = parent.isArray() ? parent.get(Integer.parseInt(name)) : parent.get(name);
    }
    String last = place.get(place.size() - 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  @Test
  void many_references_to_references_are_followed_once_each() {
    StringBuilder text =
        new StringBuilder("{\"openapi\": \"3.0.0\", \"components\": {\"schemas\": {");
    for (int i = 0; i < 600_000; i++) {
      text.append("\"S").append(i).append("\":{\"$ref\":\"#/components/schemas/S");
      text.append(i + 1).append("\"},");
    }
    ApiDescription description = Texts.read(text + "\"Z\": {}}}, \"paths\": {}}");
    assertThat(description.defects()).hasSize(Limits.MOST_DEFECTS + 1);
  }

  @Test
  void schemas_that_lead_to_each_other_in_every_way_are_visited_once_each() {
    StringBuilder text =
        new StringBuilder("{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"get\": {");
    text.append("\"responses\": {\"200\": {\"content\": {\"application/json\": {\"schema\": ");
    text.append("{\"$ref\": \"#/components/schemas/S0\"}}}}}}}}, \"components\": {\"schemas\": {");
    int many = 300;
    for (int i = 0; i < many; i++) {
      text.append(i > 0 ? "," : "").append("\"S").append(i).append("\": {");
      for (String word : List.of("allOf", "oneOf", "anyOf")) {
        text.append("\"").append(word).append("\": [");
        for (int j = 0; j < 20; j++) {
          text.append(j > 0 ? "," : "").append("{\"$ref\": \"#/components/schemas/S");
          text.append((i * 7 + j * 13) % many).append("\"}");
        }
        text.append("],");
      }
      text.append("\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/S");
      text.append((i + 1) % many).append("\"}}}");
    }
    ApiDescription description = Texts.read(text + "}}}");
    assertThat(Visit.all(description)).isLessThanOrEqualTo(many);
  }

  @Test
  void pointers_through_references_that_lead_back_end() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths: {/a: {$ref: '#/components/x/a/b'}, /b: {$ref: '#/components/x/b/c'}}
            components:
              x:
                a: {$ref: '#/components/x/b/b'}
                b: {$ref: '#/components/x/a/b'}
            """);
    assertThat(description.operations()).isEmpty();
    assertThat(description.defects()).isNotEmpty();
  }

  @Test
  void callbacks_that_lead_back_to_their_operation_end() {
    ApiDescription description =
        Texts.read(
            """
            openapi: 3.0.0
            paths:
              /a: {post: {callbacks: {again: {'{$url}': {$ref: '#/paths/~1a'}}}}}
            """);
    assertThat(description.operations()).hasSize(1);
    assertThat(description.events()).hasSize(1);
  }
}

package dev.connector.scaffold.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiSchemaTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private final JsonNode document = JSON.createObjectNode();

  private ApiSchema schema(String definitions, String name) throws Exception {
    ((ObjectNode) document).set("d", JSON.readTree(definitions));
    References references =
        (from, reference) -> {
          JsonNode found = document.at(JsonPointer.compile(reference.substring(1)));
          return found.isMissingNode()
              ? Optional.empty()
              : Optional.of(new References.Target(reference, found));
        };
    return ApiSchema.of(references, "#/d/" + name, document.path("d").path(name));
  }

  @Test
  void allOfIsJoinedWithTheWordsBesideIt() throws Exception {
    ApiSchema schema =
        schema(
            "{Base: {type: 'object', required: ['id'], properties: {id: {type: 'integer'}}},"
                + " User: {allOf: [{$ref: '#/d/Base'}, {required: ['name']}],"
                + " properties: {name: {type: 'string'}}, description: 'Who'}}",
            "User");
    assertThat(schema.properties().keySet()).containsExactly("name", "id");
    assertThat(schema.required()).containsExactlyInAnyOrder("id", "name");
    assertThat(schema.types()).containsExactly("object");
    assertThat(schema.description()).isEqualTo("Who");
    assertThat(schema.place()).isEqualTo("#/d/User");
  }

  @Test
  void wordsBesideAReferenceAddToWhatItLeadsTo() throws Exception {
    ApiSchema schema =
        schema(
            "{User: {type: 'object', description: 'any', properties: {id: {type: 'string'}}},"
                + " Owner: {$ref: '#/d/User', description: 'who owns it', nullable: true,"
                + " properties: {since: {type: 'string'}}}}",
            "Owner");
    assertThat(schema.place()).isEqualTo("#/d/User");
    assertThat(schema.name()).contains("User");
    assertThat(schema.description()).isEqualTo("who owns it");
    assertThat(schema.nullable()).isTrue();
    assertThat(schema.properties().keySet()).containsExactly("since", "id");
  }

  @Test
  void oneSchemaOrNullIsThatSchemaAndNullable() throws Exception {
    String text =
        "{User: {type: 'object', properties: {id: {type: 'string'}}},"
            + " A: {anyOf: [{$ref: '#/d/User'}, {type: 'null'}], title: 'Either'},"
            + " B: {allOf: [{$ref: '#/d/User'}], nullable: true},"
            + " C: {type: ['string', 'null']},"
            + " D: {oneOf: [{type: 'string'}, {type: 'integer'}, {type: 'null'}]}}";
    for (String name : new String[] {"A", "B"}) {
      ApiSchema schema = schema(text, name);
      assertThat(schema.place()).isEqualTo("#/d/User");
      assertThat(schema.nullable()).isTrue();
      assertThat(schema.properties()).containsOnlyKeys("id");
      assertThat(schema.alternatives()).isEmpty();
    }
    assertThat(schema(text, "A").title()).isEqualTo("Either");
    assertThat(schema(text, "C").types()).containsExactly("string");
    assertThat(schema(text, "C").nullable()).isTrue();
    assertThat(schema(text, "D").alternatives()).hasSize(2);
    assertThat(schema(text, "D").nullable()).isTrue();
    assertThat(schema(text, "User").nullable()).isFalse();
  }

  @Test
  void aRecursiveSchemaIsAViewThatLeadsBackToItself() throws Exception {
    ApiSchema tree =
        schema(
            "{Tree: {properties: {children: {type: 'array', items: {$ref: '#/d/Tree'}}}}}", "Tree");
    assertThat(tree.property("children").orElseThrow().items()).contains(tree);
  }

  @Test
  void cyclesOfReferencesAndOfAllOfEnd() throws Exception {
    String text =
        "{A: {$ref: '#/d/B'}, B: {$ref: '#/d/A'},"
            + " C: {allOf: [{$ref: '#/d/D'}], properties: {c: {type: 'string'}}},"
            + " D: {allOf: [{$ref: '#/d/C'}], properties: {d: {type: 'string'}}},"
            + " E: {allOf: [{$ref: '#/d/E'}]}}";
    assertThat(schema(text, "A").node().isMissingNode()).isTrue();
    assertThat(schema(text, "C").properties()).containsOnlyKeys("c", "d");
    assertThat(schema(text, "E").types()).isEmpty();
  }

  @Test
  void aDanglingReferenceAllowsAnything() throws Exception {
    ApiSchema schema = schema("{A: {$ref: '#/d/Nothing', description: 'lost'}}", "A");
    assertThat(schema.types()).isEmpty();
    assertThat(schema.description()).isEqualTo("lost");
  }

  @Test
  void aTypeThatIsNotSaidIsSeenFromTheOtherWords() throws Exception {
    assertThat(schema("{A: {properties: {x: {}}}}", "A").isObject()).isTrue();
    assertThat(schema("{A: {additionalProperties: true}}", "A").isObject()).isTrue();
    assertThat(schema("{A: {items: {type: 'string'}}}", "A").isArray()).isTrue();
    assertThat(schema("{A: {enum: ['a', null]}}", "A").types()).containsExactly("string");
    assertThat(schema("{A: {const: 1}}", "A").types()).containsExactly("integer");
    assertThat(schema("{A: {type: 'String'}}", "A").types()).containsExactly("string");
    assertThat(schema("{A: {type: 'file'}}", "A").types()).containsExactly("string");
    assertThat(schema("{A: {}}", "A").types()).isEmpty();
  }

  @Test
  void typesOfJoinedSchemasNarrowEachOther() throws Exception {
    assertThat(
            schema("{A: {allOf: [{type: ['number', 'string']}, {type: 'integer'}]}}", "A").types())
        .containsExactly("integer");
  }

  @Test
  void aPropertyMayBeNamedLikeAReference() throws Exception {
    ApiSchema schema =
        schema(
            "{A: {type: 'object', properties: {$ref: {type: 'string'}, allOf: {type: 'array'}}}}",
            "A");
    assertThat(schema.properties().keySet()).containsExactly("$ref", "allOf");
    assertThat(schema.property("$ref").orElseThrow().types()).containsExactly("string");
  }

  @Test
  void booleanSchemasAreAnythingAndNothing() throws Exception {
    ApiSchema schema = schema("{A: {properties: {any: true, none: false}}}", "A");
    assertThat(schema.properties()).containsOnlyKeys("any");
    assertThat(schema.property("any").orElseThrow().types()).isEmpty();
  }

  @Test
  void aTupleIsReadByItsFirstElement() throws Exception {
    assertThat(schema("{A: {items: [{type: 'string'}]}}", "A").items().orElseThrow().types())
        .containsExactly("string");
    assertThat(schema("{A: {prefixItems: [{type: 'string'}]}}", "A").items().orElseThrow().types())
        .containsExactly("string");
  }

  @Test
  void boundsThatAreExcludedAreNotTheLast() throws Exception {
    assertThat(schema("{A: {type: 'integer', maximum: 100}}", "A").maximum())
        .contains(new BigDecimal(100));
    assertThat(
            schema("{A: {type: 'integer', maximum: 101, exclusiveMaximum: true}}", "A").maximum())
        .contains(new BigDecimal(100));
    assertThat(schema("{A: {type: 'integer', exclusiveMaximum: 101}}", "A").maximum())
        .contains(new BigDecimal(100));
    assertThat(schema("{A: {type: 'integer', minimum: 0, exclusiveMinimum: true}}", "A").minimum())
        .contains(BigDecimal.ONE);
    assertThat(schema("{A: {type: 'number', maximum: 1, exclusiveMaximum: false}}", "A").maximum())
        .contains(BigDecimal.ONE);
    assertThat(schema("{A: {maximum: 'many'}}", "A").maximum()).isEmpty();
  }

  @Test
  void examplesAreTakenWhereverTheyAreWritten() throws Exception {
    assertThat(schema("{A: {example: 1}}", "A").example()).contains(JSON.readTree("1"));
    assertThat(schema("{A: {examples: [2, 3]}}", "A").example()).contains(JSON.readTree("2"));
    assertThat(schema("{A: {examples: {x: {value: 4}}}}", "A").example())
        .contains(JSON.readTree("4"));
    assertThat(schema("{A: {examples: []}}", "A").example()).isEmpty();
  }

  @Test
  void allOfThatGrowsByPowersCostsNoMoreThanItsSchemas() throws Exception {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 3000; i++) {
      String next = "{$ref: '#/d/S" + (i + 1) + "'}";
      text.append(
          "S" + i + ": {allOf: [" + next + ", " + next + "], properties: {p" + i + ": {}}},");
    }
    ApiSchema schema = schema(text + "S3000: {type: 'object'}}", "S0");
    assertThat(schema.properties()).hasSize(ApiSchema.MOST_PARTS);
  }
}

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
  void all_of_is_joined_with_the_words_beside_it() throws Exception {
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
  void words_beside_a_reference_add_to_what_it_leads_to() throws Exception {
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
  void one_schema_or_null_is_that_schema_and_nullable() throws Exception {
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
  void a_recursive_schema_is_a_view_that_leads_back_to_itself() throws Exception {
    ApiSchema tree =
        schema(
            "{Tree: {properties: {children: {type: 'array', items: {$ref: '#/d/Tree'}}}}}", "Tree");
    assertThat(tree.property("children").orElseThrow().items()).contains(tree);
  }

  @Test
  void cycles_of_references_and_of_all_of_end() throws Exception {
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
  void a_dangling_reference_allows_anything() throws Exception {
    ApiSchema schema = schema("{A: {$ref: '#/d/Nothing', description: 'lost'}}", "A");
    assertThat(schema.types()).isEmpty();
    assertThat(schema.description()).isEqualTo("lost");
  }

  @Test
  void a_type_that_is_not_said_is_seen_from_the_other_words() throws Exception {
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
  void types_of_joined_schemas_narrow_each_other() throws Exception {
    assertThat(
            schema("{A: {allOf: [{type: ['number', 'string']}, {type: 'integer'}]}}", "A").types())
        .containsExactly("integer");
  }

  @Test
  void a_property_may_be_named_like_a_reference() throws Exception {
    ApiSchema schema =
        schema(
            "{A: {type: 'object', properties: {$ref: {type: 'string'}, allOf: {type: 'array'}}}}",
            "A");
    assertThat(schema.properties().keySet()).containsExactly("$ref", "allOf");
    assertThat(schema.property("$ref").orElseThrow().types()).containsExactly("string");
  }

  @Test
  void boolean_schemas_are_anything_and_nothing() throws Exception {
    ApiSchema schema = schema("{A: {properties: {any: true, none: false}}}", "A");
    assertThat(schema.properties()).containsOnlyKeys("any");
    assertThat(schema.property("any").orElseThrow().types()).isEmpty();
  }

  @Test
  void a_tuple_is_read_by_its_first_element() throws Exception {
    assertThat(schema("{A: {items: [{type: 'string'}]}}", "A").items().orElseThrow().types())
        .containsExactly("string");
    assertThat(schema("{A: {prefixItems: [{type: 'string'}]}}", "A").items().orElseThrow().types())
        .containsExactly("string");
  }

  @Test
  void bounds_that_are_excluded_are_not_the_last() throws Exception {
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
  void examples_are_taken_wherever_they_are_written() throws Exception {
    assertThat(schema("{A: {example: 1}}", "A").example()).contains(JSON.readTree("1"));
    assertThat(schema("{A: {examples: [2, 3]}}", "A").example()).contains(JSON.readTree("2"));
    assertThat(schema("{A: {examples: {x: {value: 4}}}}", "A").example())
        .contains(JSON.readTree("4"));
    assertThat(schema("{A: {examples: []}}", "A").example()).isEmpty();
  }

  @Test
  void all_of_that_grows_by_powers_costs_no_more_than_its_schemas() throws Exception {
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

package dev.connector.spec.definition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Breaks every single value of a definition that says everything the format can say, and holds the
 * reader's verdict against the schema's.
 */
class SchemaAgreementTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode full = Definitions.tree("valid/full.json");
  private final List<String> disagreements = new ArrayList<>();
  private int compared;
  private int rejected;

  @Test
  void an_unknown_field_is_rejected_by_both_in_every_object() {
    walk(
        full,
        "",
        (pointer, replace) -> {
          if (full.at(pointer) instanceof ObjectNode object && !isMap(pointer)) {
            ObjectNode more = object.deepCopy();
            more.put("colour", "red");
            replace.accept(more);
            agree(pointer + " with a field more");
          }
        });

    assertThat(rejected).isEqualTo(compared).isGreaterThan(100);
    assertThat(disagreements).isEmpty();
  }

  @Test
  void both_say_the_same_of_a_value_of_another_type_wherever_it_stands() {
    walk(
        full,
        "",
        (pointer, replace) -> {
          JsonNode value = full.at(pointer);
          for (JsonNode other : otherTypes()) {
            if (other.getNodeType() != value.getNodeType()) {
              replace.accept(other);
              agree(pointer + " as " + other);
            }
          }
        });

    assertThat(rejected).isGreaterThan(1000);
    assertThat(disagreements).isEmpty();
  }

  @Test
  void what_the_schema_misses_when_it_is_left_out_the_reader_misses_too() {
    walk(
        full,
        "",
        (pointer, replace) -> {
          if (full.at(pointer) instanceof ObjectNode object) {
            object
                .fieldNames()
                .forEachRemaining(
                    name -> {
                      ObjectNode less = object.deepCopy();
                      less.remove(name);
                      replace.accept(less);
                      compared++;
                      if (schemaRejects() && !readerRejects()) {
                        disagreements.add(pointer + " without " + name);
                      }
                    });
          }
        });

    assertThat(compared).isGreaterThan(200);
    assertThat(disagreements).isEmpty();
  }

  private interface Visit {
    void at(String pointer, Consumer<JsonNode> replace);
  }

  /** Visits every value below {@code node}; what a visit replaces is put back after it. */
  private void walk(JsonNode node, String pointer, Visit visit) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode child = object.get(name);
        String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        visitAndPutBack(visit, place, other -> object.set(name, other), child);
        walk(child, place, visit);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode child = array.get(i);
        visitAndPutBack(visit, pointer + "/" + i, other -> array.set(index, other), child);
        walk(child, pointer + "/" + i, visit);
      }
    }
  }

  private static void visitAndPutBack(
      Visit visit, String pointer, Consumer<JsonNode> replace, JsonNode original) {
    visit.at(pointer, replace);
    replace.accept(original);
  }

  private void agree(String what) {
    boolean schema = schemaRejects();
    boolean reader = readerRejects();
    compared++;
    rejected += schema ? 1 : 0;
    if (schema != reader) {
      disagreements.add(what + ": schema " + schema + ", reader " + reader);
    }
  }

  private boolean schemaRejects() {
    return Definitions.schemaRejects(full);
  }

  private boolean readerRejects() {
    return !new DefinitionReader().read(full).errors().isEmpty();
  }

  private static List<JsonNode> otherTypes() {
    return List.of(
        NODES.nullNode(),
        NODES.numberNode(1.5),
        NODES.textNode("\u0000 {"),
        NODES.arrayNode(),
        NODES.objectNode());
  }

  /** Objects whose names are data. */
  private static boolean isMap(String pointer) {
    return pointer.matches(
        ".*/(settings|headers|query|resources|operations|arguments|bind|copy|fields|values|claims"
            + "|form|variables|events|tokenParameters|tokenHeaders|authorizationParameters"
            + "|body|constant)(/contact)?(/filters/0)?");
  }
}

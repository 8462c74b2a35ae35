package dev.connector.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  @Test
  void whatHasNoValueIsLeftOutAtEveryDepth() {
    JsonNode json =
        JsonObject.empty()
            .with("name", "x")
            .with("owner", Optional.empty())
            .with("tags", JsonObject.array("a", Optional.empty(), Optional.of("b")))
            .with("in", JsonObject.empty().with("price", new BigDecimal("1.50")))
            .json();

    assertThat(json).hasToString("{\"name\":\"x\",\"tags\":[\"a\",\"b\"],\"in\":{\"price\":1.50}}");
  }

  @Test
  void membersOfAnotherComeAfterItsOwnAndInPlaceOfThem() {
    JsonObject more = JsonObject.empty().with("b", 3).with("c", 4);

    assertThat(JsonObject.empty().with("a", 1).with("b", 2).withAll(more).json())
        .hasToString("{\"a\":1,\"b\":3,\"c\":4}");
  }

  @Test
  void whatIsDoneToTheJsonIsNotDoneToTheObject() {
    JsonObject object = JsonObject.empty().with("in", JsonObject.empty());

    ((ObjectNode) object.json().path("in")).put("x", 1);

    assertThat(object.json()).hasToString("{\"in\":{}}");
  }
}

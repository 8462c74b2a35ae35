package dev.connector.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentTest {

  @Test
  void whatHasNoValueIsLeftOutAtEveryDepth() {
    JsonNode json =
        Document.object()
            .with("name", "x")
            .with("owner", Optional.empty())
            .with("tags", Document.array("a", Optional.empty(), Optional.of("b")))
            .with("in", Document.object().with("price", new BigDecimal("1.50")))
            .json();

    assertThat(json).hasToString("{\"name\":\"x\",\"tags\":[\"a\",\"b\"],\"in\":{\"price\":1.50}}");
  }

  @Test
  void whatIsDoneToTheJsonIsNotDoneToTheDocument() {
    Document document = Document.object().with("in", Document.object());

    ((ObjectNode) document.json().path("in")).put("x", 1);

    assertThat(document.json()).hasToString("{\"in\":{}}");
  }
}

package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.assembly.Explanation;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.List;

/** Tells a program what was inferred, why, and what is left open. */
final class InferenceDocument {

  private InferenceDocument() {}

  /** All of it, the definition itself included. */
  static ObjectNode whole(InferredDefinition inferred) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("definition", inferred.document());
    node.set("explanation", explanation(inferred.explanation()));
    open(inferred, node);
    return node;
  }

  /** What is left open, added to another document. */
  static void open(InferredDefinition inferred, ObjectNode node) {
    ArrayNode gaps = node.putArray("gaps");
    inferred.gaps().forEach(gap -> gap(gaps.addObject(), gap));
    inferred.leftOut().forEach(node.putArray("leftOut")::add);
  }

  private static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("subject", explanation.subject());
    ArrayNode facts = node.putArray("facts");
    for (Explanation.Statement statement : explanation.statements()) {
      ObjectNode fact = facts.addObject();
      fact.put("what", statement.what())
          .put("value", statement.value())
          .put("confidence", ExplanationText.word(statement.confidence()));
      evidence(fact, statement.evidence());
      statement.alternatives().forEach(fact.putArray("alternatives")::add);
    }
    ArrayNode parts = node.putArray("parts");
    explanation.parts().forEach(part -> parts.add(explanation(part)));
    return node;
  }

  private static void gap(ObjectNode node, Gap gap) {
    node.put("subject", gap.subject()).put("question", gap.question());
    gap.alternatives().forEach(node.putArray("alternatives")::add);
    node.putObject("edit").put("pointer", gap.edit().pointer()).put("value", gap.edit().value());
    evidence(node, gap.evidence());
  }

  private static void evidence(ObjectNode node, List<Evidence> evidence) {
    ArrayNode array = node.putArray("evidence");
    evidence.forEach(it -> array.addObject().put("place", it.place()).put("says", it.says()));
  }
}

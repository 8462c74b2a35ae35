package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.naming.NamedRegistry;
import dev.connector.registry.workspace.change.Plan;
import java.util.Locale;

/** What is said to programs about names of registries. */
final class NamingDocument {

  private NamingDocument() {}

  static ObjectNode of(boolean applied, NamedRegistry registry, Plan plan) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", applied);
    describe(registry, document.putObject("registry"));
    var changes = document.putArray("changes");
    plan.changes()
        .forEach(
            it -> changes.addObject().put("path", it.path()).put("action", PlanWords.action(it)));
    return document;
  }

  static void describe(NamedRegistry registry, ObjectNode node) {
    node.put("name", registry.name())
        .put("address", registry.address())
        .put("scope", registry.scope().name().toLowerCase(Locale.ROOT))
        .put("trusted", registry.trusted());
    registry.problem().ifPresent(it -> node.put("problem", it));
  }
}

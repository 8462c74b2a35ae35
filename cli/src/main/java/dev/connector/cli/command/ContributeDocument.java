package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.Gate;
import dev.connector.registry.contribute.Taught;
import dev.connector.registry.source.RegistryClone;
import dev.connector.registry.workspace.change.Change;

/** What {@code contribute --json} prints. */
final class ContributeDocument {

  private ContributeDocument() {}

  static ObjectNode of(
      RegistryClone clone,
      Contribution contribution,
      ContributionChecks checks,
      Sending.Result result) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("connector", contribution.name());
    document.put("registry", clone.url().toString());
    document.put("base", clone.branch()).put("commit", clone.commit().name());
    ArrayNode files = document.putArray("files");
    for (Change change : contribution.changes()) {
      files
          .addObject()
          .put("path", clone.folder(contribution.name()) + "/" + change.path())
          .put("change", word(change));
    }
    contribution
        .taught()
        .map(Taught::change)
        .ifPresent(it -> files.addObject().put("path", it.path()).put("change", word(it)));
    ArrayNode list = document.putArray("checks");
    for (Gate gate : checks.gates()) {
      ObjectNode check = list.addObject().put("title", gate.title()).put("passed", gate.passed());
      ArrayNode problems = check.putArray("problems");
      gate.problems().forEach(problems::add);
    }
    put(document, result);
    return document;
  }

  private static void put(ObjectNode document, Sending.Result result) {
    if (result instanceof Sending.Result.Written written) {
      document.putObject("sent").put("patch", written.file().toString());
    } else if (result instanceof Sending.Result.Pushed pushed) {
      ObjectNode sent = document.putObject("sent");
      sent.put("url", pushed.sent().url().toString()).put("branch", pushed.sent().branch());
      pushed
          .sent()
          .proposed()
          .ifPresent(it -> sent.put("proposal", it.address()).put("opened", it.fresh()));
    }
  }

  private static String word(Change change) {
    return change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed";
  }
}

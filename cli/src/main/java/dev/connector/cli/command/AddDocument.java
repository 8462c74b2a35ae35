package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.command.ConflictDecision.Choice;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.FileMerge;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import java.util.List;
import java.util.Locale;

/** Tells a program what {@code add} did, or would do. */
final class AddDocument {

  private final Environment environment;
  private final AddResult result;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  AddDocument(Environment environment, AddResult result) {
    this.environment = environment;
    this.result = result;
  }

  ObjectNode build() {
    document.put("applied", result.applied());
    project();
    result.summary().items().forEach(this::item);
    ArrayNode changes = document.putArray("changes");
    result.plan().changes().forEach(change -> change(changes.addObject(), change));
    ArrayNode conflicts = document.putArray("conflicts");
    result.conflicts().forEach((it, choice) -> conflict(conflicts.addObject(), it, choice));
    ArrayNode merges = document.putArray("merges");
    result.planned().merges().forEach(merge -> merge(merges.addObject(), merge));
    dependencies("dependencies", result.summary().dependencies());
    dependencies("missingDependencies", result.summary().missingDependencies());
    ArrayNode settings = document.putArray("settings");
    result.summary().settings().forEach(variable -> setting(settings.addObject(), variable));
    result.summary().advice().forEach(document.putArray("advice")::add);
    result.mended().ifPresent(it -> document.set("mended", MendedText.document(it)));
    if (result.applied()) {
      new NextSteps(environment, result).commands().forEach(document.putArray("next")::add);
    }
    return document;
  }

  private void project() {
    Project project = result.place().project();
    ObjectNode node = document.putObject("project");
    node.put("folder", result.place().folder().toString());
    node.put("language", project.language().id());
    node.put("buildFile", project.buildFile());
    node.put("created", result.fresh());
    document.putArray("items");
  }

  private void item(AddPlan.Placed item) {
    ObjectNode node = document.withArray("items").addObject();
    item.formerly().ifPresent(version -> node.put("formerly", version));
    node.put("name", item.name())
        .put("version", item.version())
        .put("package", item.packageName())
        .put("folder", item.folder())
        .put("files", item.files())
        .put("state", word(item.state()));
  }

  private void change(ObjectNode node, Change change) {
    node.put("path", change.path()).put("action", PlanWords.action(change));
    if (result.mode() == AddResult.Mode.DIFF) {
      node.put("diff", PlanDiff.of(change));
    }
  }

  private void conflict(ObjectNode node, Conflict conflict, Choice choice) {
    node.put("path", conflict.path())
        .put("kind", word(conflict.kind()))
        .put("decision", word(choice));
    if (result.mode() == AddResult.Mode.DIFF) {
      node.put("diff", PlanDiff.of(conflict.change()));
    }
  }

  private static void merge(ObjectNode node, FileMerge merge) {
    node.put("path", merge.path()).put("outcome", word(merge.outcome()));
    merge.formerly().ifPresent(path -> node.put("formerly", path));
  }

  private void dependencies(String name, List<Dependency> dependencies) {
    ArrayNode array = document.putArray(name);
    dependencies.forEach(
        each -> array.addObject().put("id", each.id()).put("scope", each.scope().toString()));
  }

  private static void setting(ObjectNode node, AddPlan.Variable variable) {
    node.put("name", variable.name())
        .put("secret", variable.secret())
        .put("required", variable.required())
        .put("description", variable.description());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.sandbox.Candidate;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.AddPlanner;
import dev.connector.registry.workspace.AddRequest;
import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.FileMerge;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A connector of the project. Its definition is what the user has made of it; what a draft changes
 * is rendered twice, as it was and as it is to be, and the difference is merged with the user's
 * edits. Its origin stays what it was.
 */
final class InstalledConnector implements AgentSubject {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Origin.Rendered NOWHERE = AgentBeginning.nowhere();

  private final Project.Java project;
  private final ProjectTree tree;
  private final String name;
  private final Lock.Entry entry;
  private final InferredDefinition begun;

  InstalledConnector(Project.Java project, ConnectorPlace.InProject place) {
    this.project = project;
    this.tree = ProjectTree.at(project.root());
    this.name = place.title();
    this.entry = place.entry();
    ConnectorFolder folder = place.read();
    this.begun = Draft.written(document(place), new LinkedHashMap<>(folder.schemas()));
  }

  private static ObjectNode document(ConnectorPlace place) {
    try {
      return (ObjectNode) JSON.readTree(place.definition().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InferredDefinition begun() {
    return begun;
  }

  @Override
  public Candidate candidate(Draft draft) {
    Change change = change(draft);
    AddPlan plan =
        new AddPlanner()
            .plan(
                new AddRequest(
                    project,
                    List.of(change.item()),
                    BuildEdits.NONE,
                    change.purpose(),
                    Optional.of(change.edited())));
    Map<String, byte[]> files = new LinkedHashMap<>();
    change.edited().files().forEach(file -> files.put(file.path(), file.content()));
    if (plan.merges().stream().anyMatch(FileMerge::isOverlap)) {
      // What is marked does not compile; the draft itself is judged, and the user is told.
      return Candidate.of(name, files);
    }
    return new Candidate(
        name, files, Optional.of(new ProjectSources(project, tree, entry, plan.plan()).code(name)));
  }

  @Override
  public Change change(Draft draft) {
    Map<String, byte[]> before = new LinkedHashMap<>(Draft.of(name, begun).files("", ""));
    Map<String, byte[]> after = new LinkedHashMap<>(draft.files("", ""));
    TreeSet<String> texts = new TreeSet<>(before.keySet());
    texts.addAll(after.keySet());
    texts.removeIf(path -> path.endsWith(".java") || draft.own().containsKey(path));
    texts.forEach(path -> asItStands(path, before, after));
    draft.own().keySet().stream()
        .filter(path -> !path.endsWith(".java"))
        .forEach(path -> onDisk(path).ifPresent(it -> before.put(path, it)));
    return new Change(
        Item.rendered(name, before, NOWHERE), Item.rendered(name, after, NOWHERE), Purpose.EDIT);
  }

  /**
   * What is no code is not always as it would be rendered: fixtures were recorded, readmes written.
   * What the project has is the base, and what the draft changes comes on top.
   */
  private void asItStands(String path, Map<String, byte[]> before, Map<String, byte[]> after) {
    Optional<byte[]> here = onDisk(path);
    byte[] was = before.get(path);
    byte[] next = after.get(path);
    if (here.isEmpty()) {
      if (was != null && !path.endsWith("item.json")) {
        before.remove(path);
        after.remove(path);
      }
      return;
    }
    before.put(path, here.get());
    if (was != null && next == null) {
      return; // it goes with the operation that it is about
    }
    if (next == null || was == null || Arrays.equals(was, next)) {
      after.put(path, here.get());
      return;
    }
    Merged merged = new ThreeWay(Optional.of(was), here, Optional.of(next)).merged(name);
    boolean clean = merged.outcome() != Outcome.OVERLAP && merged.content().isPresent();
    if (Item.isDefinition(path)) {
      // The model began with what the user has, so that its version says all of it.
      boolean same = clean && json(merged.content().get()).equals(json(next));
      after.put(path, same ? merged.content().get() : next);
    } else {
      after.put(path, clean ? merged.content().get() : here.get());
    }
  }

  private Optional<byte[]> onDisk(String itemPath) {
    return entry.files().entrySet().stream()
        .filter(it -> it.getValue().from().equals(itemPath))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> Optional.of(usual(itemPath)))
        .flatMap(tree::read);
  }

  /** Where a file is that the lock does not know: one that an earlier run brought. */
  private String usual(String itemPath) {
    return itemPath.startsWith("fixtures/")
        ? project.layout().testResources() + "/connectors/" + name + "/" + itemPath
        : ProjectTree.FOLDER + "/" + name + "/" + itemPath;
  }

  private static JsonNode json(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}

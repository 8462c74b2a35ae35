package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors that come into a project, or are there, with edits that count as the user's. */
class EditedItemTest {

  private static final String FOLDER = "src/main/java/com/acme/app/connectors/hubspot/";
  private static final String CLIENT = FOLDER + "Client.java";
  private static final String UPSTREAM = "java/src/main/java/dev/connector/connectors/hubspot/";
  private static final String SOURCE =
      "package dev.connector.connectors.hubspot;\n\nclass Client {\n  int first = 1;\n\n  int second = 2;\n}\n";

  @TempDir Path root;
  private SampleProject project;

  @BeforeEach
  void begin() {
    project = SampleProject.maven(root);
  }

  @Test
  void whatComesEditedStandsEditedAndTheOriginIsItsBase() {
    project.apply(
        plan(Purpose.ADD, hubspot(SOURCE), hubspot(edited()).file(UPSTREAM + "Own.java", own()))
            .plan());
    assertThat(project.read(CLIENT)).contains("second = 20");
    assertThat(project.read(FOLDER + "Own.java")).startsWith("package com.acme.app.connectors");
    assertThat(project.plan(hubspot(SOURCE)).conflicts())
        .extracting(Conflict::path, Conflict::kind)
        .containsExactly(tuple(CLIENT, Conflict.Kind.EDITED));
    project.apply(project.update(hubspot(SOURCE.replace("first = 1", "first = 10"))).plan());
    assertThat(project.read(CLIENT)).contains("first = 10", "second = 20");
    assertThat(project.read(FOLDER + "Own.java")).contains("class Own");
  }

  @Test
  void anEditOfWhatIsHereKeepsTheUsersEditsAndTheOrigin() {
    project.add(SampleItem.runtime("1.0.0"), hubspot(SOURCE));
    project.file(CLIENT, project.read(CLIENT).replace("first = 1", "first = 10"));
    Lock before = Lock.read(ProjectTree.at(root));
    AddPlan plan =
        plan(Purpose.EDIT, hubspot(SOURCE), hubspot(edited()).file(UPSTREAM + "Own.java", own()));
    assertThat(plan.merges())
        .extracting(FileMerge::path, FileMerge::outcome)
        .containsExactly(tuple(CLIENT, Outcome.MERGED));
    project.apply(plan.plan());
    assertThat(project.read(CLIENT)).contains("first = 10", "second = 20");
    assertThat(project.read(FOLDER + "Own.java")).contains("class Own");
    assertThat(Lock.read(ProjectTree.at(root))).isEqualTo(before);
    assertThat(project.update(hubspot(SOURCE)).plan().isEmpty()).isTrue();
  }

  @Test
  void anEditThatOverlapsTheUsersIsMarked() {
    project.add(SampleItem.runtime("1.0.0"), hubspot(SOURCE));
    project.file(CLIENT, project.read(CLIENT).replace("second = 2", "second = 3"));
    project.apply(plan(Purpose.EDIT, hubspot(SOURCE), hubspot(edited())).plan());
    assertThat(project.read(CLIENT)).contains("<<<<<<< yours", "second = 3", "second = 20");
    assertThat(UnfinishedMerge.read(ProjectTree.at(root))).isPresent();
  }

  private AddPlan plan(Purpose purpose, SampleItem item, SampleItem edited) {
    Project here = new ProjectDetector().require(root, ProjectDetector.Overrides.none());
    List<SampleItem> items =
        purpose == Purpose.EDIT ? List.of(item) : List.of(SampleItem.runtime("1.0.0"), item);
    return new AddPlanner()
        .plan(
            new AddRequest(
                here,
                items.stream().map(SampleItem::item).toList(),
                BuildEdits.ADD,
                purpose,
                Optional.of(edited.item())));
  }

  private static String edited() {
    return SOURCE.replace("second = 2", "second = 20");
  }

  private static String own() {
    return "package dev.connector.connectors.hubspot;\n\nclass Own {}\n";
  }

  private static SampleItem hubspot(String client) {
    return SampleItem.connector("hubspot").file(UPSTREAM + "Client.java", client);
  }
}

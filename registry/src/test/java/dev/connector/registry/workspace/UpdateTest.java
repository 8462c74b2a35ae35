package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateTest {

  private static final String FOLDER = "src/main/java/com/acme/app/connectors/hubspot/";
  private static final String CLIENT = FOLDER + "Client.java";
  private static final String UPSTREAM = "java/src/main/java/dev/connector/connectors/hubspot/";
  private static final String SOURCE =
      """
      package dev.connector.connectors.hubspot;

      import dev.connector.runtime.ApiClient;

      class Client {
        int first = 1;

        int second = 2;

        int third = 3;
      }
      """;

  @TempDir Path root;
  private SampleProject project;

  @BeforeEach
  void addAConnector() {
    project = SampleProject.maven(root);
    project.add(SampleItem.runtime("1.0.0"), hubspot(SOURCE));
  }

  @Test
  void bothSidesEditsAreMergedInTheUsersPackage() {
    edit("first = 1", "first = 10");
    AddPlan plan = project.update(hubspot(SOURCE.replace("third = 3", "third = 30")));
    assertThat(plan.merges())
        .extracting(FileMerge::path, FileMerge::outcome)
        .containsExactly(tuple(CLIENT, Outcome.MERGED));
    project.apply(plan.plan());
    assertThat(project.read(CLIENT))
        .startsWith("package com.acme.app.connectors.hubspot;")
        .contains("import com.acme.app.connectors.runtime.ApiClient;", "first = 10", "third = 30");
    assertThat(Files.exists(root.resolve(UnfinishedMerge.PATH))).isFalse();
  }

  @Test
  void afterAnUpdateTheNewVersionIsTheBaseOfTheNext() {
    edit("first = 1", "first = 10");
    SampleItem second = hubspot(SOURCE.replace("third = 3", "third = 30"));
    project.apply(project.update(second).plan());
    assertThat(project.update(second).plan().isEmpty()).isTrue();
    project.apply(project.update(hubspot(SOURCE)).plan());
    assertThat(project.read(CLIENT)).contains("first = 10", "third = 3;");
  }

  @Test
  void anOverlapIsMarkedAndRemembered() {
    edit("second = 2", "second = 20");
    AddPlan plan = project.update(hubspot(SOURCE.replace("second = 2", "second = 200")));
    project.apply(plan.plan());
    assertThat(project.read(CLIENT))
        .contains(
            "<<<<<<< yours\n  int second = 20;\n=======\n  int second = 200;\n>>>>>>> hubspot 1.0.0\n");
    UnfinishedMerge merge = UnfinishedMerge.read(tree()).orElseThrow();
    assertThat(merge).isEqualTo(new UnfinishedMerge("update hubspot", List.of(CLIENT)));
    assertThat(merge.unresolved(tree())).containsExactly(CLIENT);
    project.file(CLIENT, "resolved\n");
    assertThat(merge.unresolved(tree())).isEmpty();
  }

  @Test
  void nothingElseIsPlannedWhileOverlapsAreToBeResolved() {
    edit("second = 2", "second = 20");
    project.apply(project.update(hubspot(SOURCE.replace("second = 2", "second = 200"))).plan());
    assertThatThrownBy(() -> project.plan(SampleItem.connector("billing")))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
              assertThat(failure).hasMessageContaining(CLIENT);
              assertThat(failure.hint()).contains("update --continue", "update --abort");
            });
  }

  @Test
  void endingAnUpdateForgetsTheOverlapsAndKeepsEverythingElse() {
    overlap();
    project.file(CLIENT, "resolved\n");
    Map<String, String> before = project.files();
    project.apply(UnfinishedMerge.read(tree()).orElseThrow().end(tree()));
    before.remove(UnfinishedMerge.PATH);
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void abortingAnUpdateGivesBackEveryByte() {
    edit("second = 2", "second = 20");
    Map<String, String> before = project.files();
    project.apply(project.update(hubspot(SOURCE.replace("second = 2", "second = 200"))).plan());
    project.file(CLIENT, "half resolved\n");
    project.apply(UnfinishedMerge.read(tree()).orElseThrow().abort(tree()));
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void abortingTouchesNothingWhereOtherFilesWereEdited() {
    overlap();
    project.file(".connectors/hubspot/README.md", "mine\n");
    project.file(".connectors/lock.json", project.read(".connectors/lock.json") + "\n");
    assertThatThrownBy(() -> UnfinishedMerge.read(tree()).orElseThrow().abort(tree()))
        .hasMessageContaining(".connectors/lock.json")
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.CONFLICT));
  }

  private void overlap() {
    edit("second = 2", "second = 20");
    project.apply(project.update(hubspot(SOURCE.replace("second = 2", "second = 200"))).plan());
  }

  @Test
  void aRenamedFileIsFollowedWithItsEdits() {
    edit("third = 3", "third = 30");
    SampleItem renamed =
        hubspot(SOURCE)
            .without(UPSTREAM + "Client.java")
            .file(UPSTREAM + "Api.java", SOURCE.replace("class Client", "class Api"));
    AddPlan plan = project.update(renamed);
    assertThat(plan.merges())
        .containsExactly(
            new FileMerge("hubspot", FOLDER + "Api.java", Optional.of(CLIENT), Outcome.MERGED));
    project.apply(plan.plan());
    assertThat(root.resolve(CLIENT)).doesNotExist();
    assertThat(project.read(FOLDER + "Api.java")).contains("class Api", "third = 30");
  }

  @Test
  void filesAreKnownAgainWhereTheSourceFolderMoved() throws IOException {
    edit("first = 1", "first = 10");
    project.file(
        "pom.xml",
        project
            .read("pom.xml")
            .replaceFirst("<build>", "<build><sourceDirectory>code</sourceDirectory>"));
    Files.createDirectory(root.resolve("code"));
    Files.move(root.resolve("src/main/java/com"), root.resolve("code/com"));
    AddPlan plan = project.update(hubspot(SOURCE.replace("third = 3", "third = 30")));
    String moved = "code/" + CLIENT.substring("src/main/java/".length());
    assertThat(plan.merges())
        .extracting(FileMerge::path, FileMerge::outcome)
        .containsExactly(tuple(moved, Outcome.MERGED));
    project.apply(plan.plan());
    assertThat(project.read(moved)).contains("first = 10", "third = 30");
    assertThat(Lock.read(tree()).entries().get("hubspot").files()).containsKey(moved);
    assertThat(Files.exists(root.resolve(CLIENT))).isFalse();
  }

  @Test
  void aFileTheUserRemovedStaysAwayAndIsTold() throws IOException {
    Files.delete(root.resolve(CLIENT));
    AddPlan plan = project.update(hubspot(SOURCE.replace("third = 3", "third = 30")));
    assertThat(plan.merges()).extracting(FileMerge::outcome).containsExactly(Outcome.REMOVED_HERE);
    project.apply(plan.plan());
    assertThat(root.resolve(CLIENT)).doesNotExist();
  }

  @Test
  void aFileTheOriginDroppedGoesUnlessItWasEdited() {
    SampleItem dropped = hubspot(SOURCE).without(UPSTREAM + "Client.java");
    project.apply(project.update(dropped).plan());
    assertThat(root.resolve(CLIENT)).doesNotExist();

    project.apply(project.update(hubspot(SOURCE)).plan());
    edit("first = 1", "first = 10");
    AddPlan plan = project.update(dropped);
    assertThat(plan.merges()).extracting(FileMerge::outcome).containsExactly(Outcome.REMOVED_THERE);
    project.apply(plan.plan());
    assertThat(project.read(CLIENT)).contains("first = 10");
  }

  @Test
  void theRuntimeIsUpdatedTheSameWay() {
    String client = "src/main/java/com/acme/app/connectors/runtime/ApiClient.java";
    project.file(client, project.read(client) + "// mine\n");
    SampleItem newer =
        SampleItem.runtime("1.1.0")
            .file(
                "src/main/java/dev/connector/runtime/ApiClient.java",
                "package dev.connector.runtime;\n\npublic final class ApiClient {}\n")
            .file(
                "src/main/java/dev/connector/runtime/More.java",
                "package dev.connector.runtime;\n");
    AddPlan plan = project.update(newer);
    assertThat(plan.plan().title()).isEqualTo("update runtime");
    project.apply(plan.plan());
    assertThat(project.read(client)).endsWith("// mine\n");
    assertThat(project.read("src/main/java/com/acme/app/connectors/runtime/More.java"))
        .isEqualTo("package com.acme.app.connectors.runtime;\n");
    assertThat(Lock.read(tree()).runtime().orElseThrow().version()).isEqualTo("1.1.0");
  }

  @Test
  void aLibraryThatWasPutInIsRaisedUnlessTheUserHasChosenAnotherVersion() {
    String pom = project.read("pom.xml");
    assertThat(pom).contains("<version>5.5.1</version>", "<version>2.22.4</version>");
    project.file("pom.xml", pom.replace("<version>2.22.4</version>", "<version>2.22.0</version>"));
    SampleItem newer =
        SampleItem.runtime("1.1.0")
            .with("okhttp-jvm:5.5.1", "okhttp-jvm:5.6.0")
            .with("jackson-databind:2.22.4", "jackson-databind:2.23.0");
    AddPlan plan = project.update(newer);
    assertThat(plan.summary().advice())
        .contains(
            "com.squareup.okhttp3:okhttp-jvm goes from 5.5.1 to 5.6.0 in pom.xml.",
            "com.fasterxml.jackson.core:jackson-databind is at 2.22.0 here; the connectors were"
                + " tested with 2.23.0.");
    project.apply(plan.plan());
    assertThat(project.read("pom.xml"))
        .contains("<artifactId>okhttp-jvm</artifactId>\n      <version>5.6.0</version>")
        .contains("<version>2.22.0</version>");
  }

  @Test
  void aBaseThatWasTamperedWithIsRefused() throws IOException {
    Path archive = root.resolve(".connectors/base/hubspot.zip");
    byte[] bytes = Files.readAllBytes(archive);
    String text = new String(bytes, "ISO-8859-1").replace("first = 1", "first = 7");
    Files.write(archive, text.getBytes("ISO-8859-1"));
    Map<String, String> before = project.files();
    assertThatThrownBy(() -> project.update(hubspot(SOURCE)))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.INTEGRITY));
    assertThat(project.files()).isEqualTo(before);
  }

  private void edit(String from, String to) {
    String content = project.read(CLIENT);
    assertThat(content).contains(from);
    project.file(CLIENT, content.replace(from, to));
  }

  private ProjectTree tree() {
    return ProjectTree.at(root);
  }

  private static SampleItem hubspot(String client) {
    return SampleItem.connector("hubspot").file(UPSTREAM + "Client.java", client);
  }
}

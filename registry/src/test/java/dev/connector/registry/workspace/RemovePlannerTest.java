package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.connector.registry.workspace.RemovePlan.Dropped;
import dev.connector.registry.workspace.RemovePlan.Removed;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovePlannerTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/hubspot/Client.java";

  @TempDir Path root;
  private SampleProject project;

  @BeforeEach
  void makeAMavenProject() {
    project = SampleProject.maven(root);
  }

  @Test
  void addAndThenRemoveGivesTheTreeThatWasBefore() {
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.remove("hubspot");
    assertThat(project.files()).isEqualTo(before);
    assertThat(root.resolve("src/test")).as("folders that were made").doesNotExist();
    assertThat(root.resolve(".connectors")).isDirectoryNotContaining("glob:**/base");
  }

  @Test
  void theSameInAGradleBuildWithNamesOfTheUsers() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    project.file("build.gradle", "plugins { id 'java' }\r\ndependencies { }\r\n");
    project.file(".env.example", "MINE=1\r\nWITHOUT_END=2");
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.add(SampleItem.connector("billing"));
    project.remove("hubspot");
    project.remove("billing");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void anEmptyEnvExampleOfTheUsersStays() {
    project.file(".env.example", "");
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.remove("hubspot");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void addAfterRemoveGivesTheSameTree() {
    project.add(runtime(), hubspot());
    Map<String, String> added = project.files();
    project.remove("hubspot");
    project.add(runtime(), hubspot());
    assertThat(project.files()).isEqualTo(added);
  }

  @Test
  void whatAnotherConnectorNeedsStays() {
    project.add(runtime(), SampleItem.connector("billing"));
    Map<String, String> alone = project.files();
    project.add(hubspot());
    RemovePlan plan = project.planRemove("hubspot");
    assertThat(plan.dependencies()).isEmpty();
    assertThat(plan.items()).containsExactly(new Removed("hubspot", "1.0.0", 8));
    project.apply(plan.plan());
    assertThat(project.files()).isEqualTo(alone);
  }

  @Test
  void whatCameInWithTheFirstStaysForTheSecondAndGoesWithIt() {
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.add(SampleItem.connector("billing"));
    project.remove("hubspot");
    assertThat(project.read("pom.xml")).contains("mockwebserver3", "maven-surefire-plugin");
    assertThat(Status.of(root).installed())
        .extracting(Status.Installed::name)
        .containsExactly("billing", "runtime");
    RemovePlan last = project.planRemove("billing");
    assertThat(last.dependencies())
        .extracting(Dropped::library)
        .contains("com.squareup.okhttp3:okhttp-jvm", "org.junit.jupiter:junit-jupiter");
    project.apply(last.plan());
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void aLibraryThatOneAloneNeedsGoesWithIt() {
    project.add(runtime(), SampleItem.connector("billing"));
    String before = project.read("pom.xml");
    SampleItem more = hubspot();
    project.add(
        more.file(
            "java/item.json",
            more.text("java/item.json")
                .replace(
                    "\"dependencies\": [",
                    "\"dependencies\": [{\"id\": \"org.slf4j:slf4j-api:2.0.17\", \"scope\": \"main\"},")));
    assertThat(project.read("pom.xml")).contains("slf4j-api").isNotEqualTo(before);
    RemovePlan plan = project.planRemove("hubspot");
    assertThat(plan.dependencies()).containsExactly(new Dropped("pom.xml", "org.slf4j:slf4j-api"));
    project.apply(plan.plan());
    assertThat(project.read("pom.xml")).isEqualTo(before);
  }

  @Test
  void bothAtOnceTakeTheRuntimeAlong() {
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot(), SampleItem.connector("billing"));
    RemovePlan plan = project.planRemove("hubspot", "billing");
    assertThat(plan.items())
        .extracting(Removed::name)
        .containsExactly("billing", "hubspot", "runtime");
    assertThat(plan.plan().title()).isEqualTo("remove billing hubspot");
    project.apply(plan.plan());
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void editedFilesAreLeftAndListedAndTheirFoldersWithThem() {
    project.add(runtime(), hubspot()).file(CLIENT, "mine");
    RemovePlan plan = project.planRemove("hubspot");
    assertThat(plan.yours()).containsExactly(CLIENT);
    project.apply(plan.plan());
    assertThat(project.read(CLIENT)).isEqualTo("mine");
    assertThat(project.files()).hasSize(3);
  }

  @Test
  void aFileThatIsALinkNowIsLeft() throws IOException {
    project.add(runtime(), hubspot());
    Files.delete(root.resolve(CLIENT));
    Files.createSymbolicLink(root.resolve(CLIENT), Path.of("Other.java"));
    assertThat(project.planRemove("hubspot").yours()).containsExactly(CLIENT);
  }

  @Test
  void missingFilesAndChangedLineEndingsAreNoObstacle() throws IOException {
    project.add(runtime(), hubspot());
    Files.delete(root.resolve(CLIENT));
    String readme = ".connectors/hubspot/README.md";
    project.file(readme, project.read(readme).replace("\n", "\r\n"));
    project.file("pom.xml", project.read("pom.xml").replace("\n", "\r\n"));
    project.remove("hubspot");
    assertThat(root.resolve(readme)).doesNotExist();
    assertThat(project.read("pom.xml")).isEqualTo(SampleProject.pom("17").replace("\n", "\r\n"));
  }

  @Test
  void aDependencyThatTheUserChangedIsLeftAndTold() {
    project.add(runtime(), hubspot());
    project.file("pom.xml", project.read("pom.xml").replace("2.22.4", "2.23.0"));
    RemovePlan plan = project.planRemove("hubspot");
    assertThat(plan.advice())
        .contains(
            "pom.xml: what was put in for com.fasterxml.jackson.core:jackson-databind is no longer"
                + " as it was, and was left.");
    project.apply(plan.plan());
    assertThat(project.read("pom.xml")).contains("2.23.0").doesNotContain("okhttp");
  }

  @Test
  void aDependencyThatTheUserTookOutNeedsNoWord() {
    project.add(runtime(), hubspot());
    project.file("pom.xml", SampleProject.pom("17"));
    assertThat(project.planRemove("hubspot").advice()).isEmpty();
  }

  @Test
  void namesInEnvExampleThatTheUserFilledInAreLeftAndTold() {
    project.add(runtime(), hubspot());
    String own = project.read(".env.example").replace("TOKEN=", "TOKEN=see vault");
    project.file(".env.example", own);
    RemovePlan plan = project.planRemove("hubspot");
    assertThat(plan.advice())
        .containsExactly(
            ".env.example: what was put in for hubspot is no longer as it was, and was left.");
    project.apply(plan.plan());
    assertThat(project.read(".env.example")).isEqualTo(own);
  }

  @Test
  void registriesInTheSettingsStay() {
    Settings own =
        new Settings(
            Optional.empty(), Optional.empty(), new TreeMap<>(Map.of("@acme", "https://x")));
    project.file(Settings.PATH, new String(own.toJson()));
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.remove("hubspot");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void settingsThatTheUserWroteStay() {
    project.file(Settings.PATH, "{\"format\":1,\"package\":\"org.mine\"}");
    Map<String, String> before = project.files();
    project.add(runtime(), hubspot());
    project.remove("hubspot");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void undoingARemoveGivesTheVeryTreeBack() {
    project.add(runtime(), hubspot()).file(CLIENT, "mine");
    Map<String, String> before = project.files();
    project.remove("hubspot");
    ProjectTree tree = ProjectTree.at(root);
    tree.apply(tree.undo().orElseThrow());
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void planningWritesNothing() {
    project.add(runtime(), hubspot());
    Map<String, String> before = project.files();
    assertThat(project.planRemove("hubspot").plan().changes())
        .last()
        .extracting(Change::path)
        .isEqualTo(Lock.PATH);
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    project.add(runtime(), hubspot());
    for (List<String> each :
        List.of(
            List.of("hubspt", "did you mean \"hubspot\"?"),
            List.of("zzz", "there is hubspot"),
            List.of("runtime", "it goes with the last of them: connector remove hubspot"))) {
      assertThatThrownBy(() -> project.planRemove(each.get(0)))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              it ->
                  assertThat(tuple(it.kind(), it.hint()))
                      .isEqualTo(tuple(Kind.USAGE, each.get(1))));
    }
  }

  @Test
  void aProjectWithoutConnectorsIsToldSo() {
    assertThatThrownBy(() -> project.planRemove("hubspot"))
        .hasMessageContaining("no connectors in " + root);
  }

  private static SampleItem runtime() {
    return SampleItem.runtime("1.0.0");
  }

  private static SampleItem hubspot() {
    return SampleItem.connector("hubspot");
  }
}

package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.connector.registry.workspace.AddPlan.Placed;
import dev.connector.registry.workspace.AddPlan.Placed.State;
import dev.connector.registry.workspace.build.Dependency;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddPlannerTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/hubspot/Client.java";

  @TempDir Path root;
  private SampleProject project;

  @BeforeEach
  void makeAMavenProject() {
    project = SampleProject.maven(root);
  }

  @Test
  void everyFileIsWhereTheBuildExpectsIt() {
    project.add(runtime(), hubspot());
    assertThat(project.files().keySet())
        .containsExactlyInAnyOrder(
            "pom.xml",
            ".env.example",
            "src/main/java/com/acme/app/Main.java",
            "src/main/java/com/acme/app/connectors/runtime/ApiClient.java",
            CLIENT,
            "src/test/java/com/acme/app/connectors/hubspot/ClientTest.java",
            "src/main/resources/connectors/hubspot/schemas/thing.json",
            "src/test/resources/connectors/hubspot/fixtures/things.list.json",
            ".connectors/config.json",
            ".connectors/lock.json",
            ".connectors/base/hubspot.zip",
            ".connectors/base/runtime.zip",
            ".connectors/hubspot/connector.json",
            ".connectors/hubspot/schemas/thing.json",
            ".connectors/hubspot/README.md",
            ".connectors/hubspot/LICENSE");
  }

  @Test
  void theDefinitionLosesItsLinkToASchemaThatIsNotCopied() {
    String own = SampleItem.definition("hubspot", "1.0.0");
    String linked = own.replaceFirst("\\{", "{\n  \"\\$schema\": \"../../x.schema.json\",\n  ");
    project.add(runtime(), hubspot().file("connector.json", linked));
    assertThat(project.read(".connectors/hubspot/connector.json"))
        .doesNotContain("$schema")
        .isEqualToIgnoringWhitespace(own);
  }

  @Test
  void sourceIsInTheUsersPackage() {
    project.add(runtime(), hubspot());
    assertThat(project.read(CLIENT))
        .isEqualTo(
            """
            package com.acme.app.connectors.hubspot;

            import com.acme.app.connectors.runtime.ApiClient;

            /** Stands on {@link com.acme.app.connectors.runtime.ApiClient}. */
            public record Client(ApiClient api) {
              static final String NAME = "dev.connector.runtime.ApiClient";
            }
            """);
  }

  @Test
  void planningWritesNothing() {
    Map<String, String> before = project.files();
    assertThat(project.plan(runtime(), hubspot()).plan().isEmpty()).isFalse();
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void theLockIsWrittenLast() {
    assertThat(project.plan(runtime(), hubspot()).plan().changes())
        .last()
        .extracting(Change::path)
        .isEqualTo(Lock.PATH);
  }

  @Test
  void aSecondIdenticalAddChangesNothingAtAll() {
    project.add(runtime(), hubspot());
    AddPlan again = project.plan(runtime(), hubspot());
    assertThat(again.plan().changes()).isEmpty();
    assertThat(again.conflicts()).isEmpty();
    assertThat(again.summary().items()).extracting(Placed::state).containsOnly(State.PRESENT);
    assertThat(project.plan(hubspot()).plan().changes()).isEmpty();
  }

  @Test
  void aSecondConnectorUsesTheRuntimeThatIsThere() {
    project.add(runtime(), hubspot());
    AddPlan plan = project.plan(SampleItem.connector("billing"));
    assertThat(plan.plan().changes())
        .extracting(Change::path)
        .noneMatch(it -> it.contains("runtime"));
    assertThat(plan.summary().items())
        .extracting(Placed::name, Placed::state)
        .containsExactly(tuple("runtime", State.PRESENT), tuple("billing", State.ADDED));
    project.apply(plan.plan());
    assertThat(Lock.read(ProjectTree.at(root)).connectors()).containsOnlyKeys("billing", "hubspot");
  }

  @Test
  void aRuntimeThatTheOldConnectorsCannotUseIsExplained() {
    project.add(runtime(), hubspot());
    assertThatThrownBy(
            () ->
                project.plan(
                    SampleItem.runtime("2.0.0"), SampleItem.connector("billing", "^2.0.0")))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.CONFLICT))
        .hasMessageContaining("this project has runtime 1.0.0")
        .hasMessageContaining("the registry has 2.0.0")
        .hasMessageContaining("hubspot needs ^1.0.0");
  }

  @Test
  void aNewerRuntimeThatServesEverybodyReplacesTheOld() {
    project.add(runtime(), hubspot());
    AddPlan plan =
        project.plan(SampleItem.runtime("1.3.0"), SampleItem.connector("billing", "^1.2.0"));
    assertThat(plan.summary().items().get(0).state()).isEqualTo(State.CHANGED);
    project.apply(plan.plan());
    assertThat(Lock.read(ProjectTree.at(root)).runtime().orElseThrow().version())
        .isEqualTo("1.3.0");
  }

  @Test
  void aMissingRuntimeIsExplained() {
    assertThatThrownBy(() -> project.plan(hubspot()))
        .hasMessageContaining("there is no runtime, but hubspot needs ^1.0.0");
  }

  @Test
  void librariesAreAddedToTheBuildFileAndRemembered() {
    AddPlan plan = project.plan(runtime(), hubspot());
    assertThat(plan.summary().dependencies())
        .extracting(Dependency::id)
        .containsExactly(
            "com.squareup.okhttp3:okhttp-jvm:5.5.1",
            "com.fasterxml.jackson.core:jackson-databind:2.22.4",
            "org.junit.jupiter:junit-jupiter:6.1.3",
            "com.squareup.okhttp3:mockwebserver3:5.5.1");
    project.apply(plan.plan());
    String pom = project.read("pom.xml");
    assertThat(pom).contains("<artifactId>okhttp-jvm</artifactId>");
    assertThat(Lock.read(ProjectTree.at(root)).edits())
        .extracting(Lock.LockedEdit::file)
        .containsOnly("pom.xml", ".env.example");
  }

  @Test
  void withoutBuildEditsTheBuildFileStaysAndWhatIsMissingIsListed() {
    Project found = new ProjectDetector().require(root, ProjectDetector.Overrides.none());
    AddPlan plan =
        new AddPlanner()
            .plan(
                new AddRequest(
                    found,
                    List.of(runtime().item(), hubspot().item()),
                    AddRequest.BuildEdits.NONE,
                    AddRequest.Purpose.ADD));
    assertThat(plan.plan().changes()).extracting(Change::path).doesNotContain("pom.xml");
    assertThat(plan.summary().dependencies()).isEmpty();
    assertThat(plan.summary().missingDependencies()).hasSize(4);
  }

  @Test
  void secretsAreNamedAndNeverGivenAValue() {
    AddPlan plan = project.plan(runtime(), hubspot());
    assertThat(plan.summary().secrets()).containsExactly("HUBSPOT_ACCESS_TOKEN");
    project.apply(plan.plan());
    assertThat(project.read(".env.example"))
        .isEqualTo(
            """
            # The hubspot API
            # A token.
            HUBSPOT_ACCESS_TOKEN=
            # Where.
            # HUBSPOT_REGION=eu
            """);
    assertThat(plan.summary().advice()).anyMatch(it -> it.contains(".env into .gitignore"));
  }

  @Test
  void aFileThatIsThereAndDiffersIsAConflictAndIsLeft() {
    project.file(CLIENT, "mine");
    AddPlan plan = project.plan(runtime(), hubspot());
    assertThat(plan.conflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.path()).isEqualTo(CLIENT);
              assertThat(conflict.kind()).isEqualTo(Conflict.Kind.FOREIGN);
            });
    project.apply(plan.overwriting(conflict -> false));
    assertThat(project.read(CLIENT)).isEqualTo("mine");
    assertThat(Status.of(root).installed().get(0).files())
        .containsEntry(CLIENT, Status.FileState.CHANGED);
  }

  @Test
  void aConflictIsOverwrittenWhenSaid() {
    project.file(CLIENT, "mine");
    project.apply(project.plan(runtime(), hubspot()).overwriting(conflict -> true));
    assertThat(project.read(CLIENT)).contains("package com.acme.app.connectors.hubspot;");
  }

  @Test
  void theUsersEditsAreAConflictOfTheirOwnKind() {
    project.add(runtime(), hubspot()).file(CLIENT, "edited");
    assertThat(project.plan(hubspot()).conflicts())
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.EDITED);
  }

  @Test
  void aNewVersionReplacesWhatWasNotEditedAndDropsWhatIsGone() {
    project.add(runtime(), hubspot());
    SampleItem next =
        hubspot()
            .tree("t2")
            .without("LICENSE")
            .file("connector.json", SampleItem.definition("hubspot", "1.1.0"));
    AddPlan plan = project.plan(next);
    assertThat(plan.conflicts()).isEmpty();
    project.apply(plan.plan());
    assertThat(root.resolve(".connectors/hubspot/LICENSE")).doesNotExist();
    Lock lock = Lock.read(ProjectTree.at(root));
    assertThat(lock.connectors().get("hubspot").version()).isEqualTo("1.1.0");
    assertThat(lock.connectors().get("hubspot").variables())
        .as("names brought in before are still known")
        .containsExactly("HUBSPOT_ACCESS_TOKEN", "HUBSPOT_REGION");
  }

  @Test
  void changedLineEndingsAreNobodysEdit() {
    project.add(runtime(), hubspot());
    project.file(CLIENT, project.read(CLIENT).replace("\n", "\r\n"));
    assertThat(project.plan(hubspot()).plan().isEmpty()).isTrue();
    assertThat(project.plan(hubspot()).conflicts()).isEmpty();
  }

  @Test
  void aFileThatWentMissingIsBroughtBack() throws IOException {
    project.add(runtime(), hubspot());
    Files.delete(root.resolve(CLIENT));
    assertThat(project.plan(hubspot()).plan().changes())
        .singleElement()
        .isInstanceOfSatisfying(Change.Create.class, it -> assertThat(it.path()).isEqualTo(CLIENT));
  }

  @Test
  void aPackageThatWasChosenIsRemembered() {
    ProjectDetector.Overrides chosen =
        new ProjectDetector.Overrides(Optional.of("org.example"), Optional.of("src/gen/java"));
    project.apply(project.plan(chosen, runtime(), hubspot()).plan());
    assertThat(root.resolve("src/gen/java/org/example/connectors/hubspot/Client.java")).exists();
    project.add(SampleItem.connector("billing"));
    assertThat(root.resolve("src/gen/java/org/example/connectors/billing/Client.java")).exists();
    assertThat(project.plan(hubspot()).plan().isEmpty()).isTrue();
  }

  @Test
  void aLanguageLevelThatIsTooLowIsRefusedWithWhatToSet() {
    project.file("pom.xml", SampleProject.pom("11"));
    assertThatThrownBy(() -> project.plan(runtime(), hubspot()))
        .hasMessageContaining("runtime needs Java 17; this project compiles for Java 11")
        .hasMessageContaining("maven.compiler.release in pom.xml")
        .extracting("hint")
        .asString()
        .contains("<maven.compiler.release>17</maven.compiler.release>");
  }

  @Test
  void aProjectInAnotherLanguageGetsAClearAnswer() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    project.file("package.json", "{}");
    assertThatThrownBy(() -> project.plan(runtime(), hubspot()))
        .hasMessageContaining("has no source for TypeScript yet")
        .hasMessageContaining("there is: Java");
  }

  @Test
  void sourceOutsideOfTheItemsPackageIsRefused() {
    SampleItem hostile =
        hubspot().file("java/src/main/java/com/acme/app/Main.java", "package com.acme.app;");
    assertThatThrownBy(() -> project.plan(runtime(), hostile))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.INTEGRITY))
        .hasMessageContaining("outside of the package");
  }

  @Test
  void pathsThatLeaveTheirFolderAreRefusedEvenIfTheRegistryLetThemThrough() {
    for (String path :
        new String[] {
          "schemas/../../../pom.xml",
          "fixtures/../../../../../../pom.xml",
          "java/src/main/java/dev/connector/connectors/hubspot/../../../../../../../pom.xml",
          "schemas/../../lock.json",
          "schemas/.git/hooks/pre-commit",
          "schemas/aux.json",
          "schemas/a\\..\\b.json"
        }) {
      assertThatThrownBy(() -> project.plan(runtime(), hubspot().file(path, "{}")))
          .as(path)
          .isInstanceOfSatisfying(
              ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.INTEGRITY));
    }
  }

  @Test
  void aConnectorThatTakesOneOfOurFoldersIsRefused() {
    assertThatThrownBy(() -> project.plan(runtime(), SampleItem.connector("base")))
        .hasMessageContaining("cannot be called \"base\"");
  }

  @Test
  void aLinkedSourceFolderThatLeadsOutIsRefused(@TempDir Path outside) throws IOException {
    Files.createDirectories(root.resolve("src/test"));
    Files.createSymbolicLink(root.resolve("src/test/java"), outside);
    assertThatThrownBy(() -> project.add(runtime(), hubspot()))
        .hasMessageContaining("src/test/java is a symbolic link");
    assertThat(outside).isEmptyDirectory();
    assertThat(root.resolve(".connectors")).doesNotExist();
  }

  private static SampleItem runtime() {
    return SampleItem.runtime("1.0.0");
  }

  private static SampleItem hubspot() {
    return SampleItem.connector("hubspot");
  }
}

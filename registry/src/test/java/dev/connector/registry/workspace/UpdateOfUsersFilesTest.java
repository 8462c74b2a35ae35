package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateOfUsersFilesTest {

  private static final String ENV = ".env.example";
  private static final String POM = "pom.xml";
  private static final String GUAVA = "com.google.guava:guava";
  private static final String COMMONS = "commons-io:commons-io";

  @TempDir Path root;
  private SampleProject project;
  private String pom;

  @BeforeEach
  void addAConnector() {
    project = SampleProject.maven(root);
    project.add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    pom = project.read(POM);
  }

  @Test
  void aLibraryThatNothingNeedsAnyMoreGoes() {
    update(withLibraries("hubspot"));
    assertThat(project.read(POM)).contains("guava", "commons-io");
    AddPlan plan = project.update(SampleItem.connector("hubspot"));
    assertThat(plan.summary().advice())
        .contains(
            GUAVA + " is not needed any more, and goes out of pom.xml.",
            COMMONS + " is not needed any more, and goes out of pom.xml.");
    project.apply(plan.plan());
    assertThat(project.read(POM)).isEqualTo(pom);
  }

  @Test
  void aLibraryThatTheUserHasEditedStaysAndIsTold() {
    update(withLibraries("hubspot"));
    project.file(POM, project.read(POM).replace("33.0.0-jre", "33.1.0-jre"));
    AddPlan plan = project.update(SampleItem.connector("hubspot"));
    assertThat(plan.summary().advice())
        .contains(GUAVA + " is not needed any more; pom.xml has it otherwise than it was put in.");
    project.apply(plan.plan());
    assertThat(project.read(POM)).contains("33.1.0-jre").doesNotContain("commons-io");
  }

  @Test
  void aLibraryThatAnotherConnectorNeedsStaysUntilThatGoesToo() {
    update(withLibraries("hubspot"));
    project.add(SampleItem.runtime("1.0.0"), withLibraries("billing"));
    update(SampleItem.connector("hubspot"));
    assertThat(project.read(POM)).contains("guava", "commons-io");
    project.remove("billing");
    assertThat(project.read(POM)).isEqualTo(pom);
  }

  @Test
  void theNameOfASettingThatIsReadNoMoreGoesAndTheRestStaysAsItWas() {
    project.file(ENV, "MINE=1\n" + project.read(ENV));
    update(withSetting("zone"));
    assertThat(project.read(ENV))
        .isEqualTo(
            """
            MINE=1
            # The hubspot API
            # A token.
            HUBSPOT_ACCESS_TOKEN=

            # The hubspot API
            # Where.
            # HUBSPOT_ZONE=eu
            """);
    project.remove("hubspot");
    assertThat(project.read(ENV)).isEqualTo("MINE=1\n");
  }

  @Test
  void aNameThatTheUserHasEditedStaysAndIsTold() {
    String edited = project.read(ENV).replace("# HUBSPOT_REGION=eu", "HUBSPOT_REGION=us");
    project.file(ENV, edited);
    AddPlan plan = project.update(withSetting("zone"));
    assertThat(plan.summary().advice()).contains("hubspot does not read HUBSPOT_REGION any more.");
    project.apply(plan.plan());
    assertThat(project.read(ENV)).startsWith(edited).contains("HUBSPOT_ZONE");
  }

  @Test
  void namesGoFromAFileWithOtherLineEndings() {
    project.file(ENV, project.read(ENV).replace("\n", "\r\n"));
    update(withSetting("zone"));
    assertThat(project.read(ENV)).contains("TOKEN=\r\n", "ZONE").doesNotContain("REGION");
  }

  private void update(SampleItem item) {
    project.apply(project.update(item).plan());
  }

  private static SampleItem withSetting(String name) {
    SampleItem item = SampleItem.connector("hubspot");
    String definition = item.text("connector.json");
    return item.file(
        "connector.json",
        definition
            .replace("\"region\": {\"t", "\"" + name + "\": {\"t")
            .replace("{region}", "{" + name + "}"));
  }

  private static SampleItem withLibraries(String name) {
    SampleItem item = SampleItem.connector(name);
    String libraries =
        """
        "dependencies": [{"id": "%s:33.0.0-jre", "scope": "main"},
          {"id": "%s:2.11.0", "scope": "main"},"""
            .formatted(GUAVA, COMMONS);
    String manifest = item.text("java/item.json");
    return item.file("java/item.json", manifest.replace("\"dependencies\": [", libraries));
  }
}

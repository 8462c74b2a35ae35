package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.workspace.Status.FileState;
import dev.connector.registry.workspace.Status.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/hubspot/Client.java";

  @TempDir Path root;
  private SampleProject project;

  @BeforeEach
  void addAConnector() {
    project =
        SampleProject.maven(root).add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
  }

  @Test
  void aProjectWithoutConnectorsHasNothingInstalled(@TempDir Path other) {
    assertThat(Status.of(other).installed()).isEmpty();
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void whatWasJustAddedIsUnmodified() {
    assertThat(Status.of(root).installed())
        .extracting(Installed::name)
        .containsExactly("hubspot", "runtime");
    for (Installed each : Status.of(root).installed()) {
      assertThat(each.files().values()).containsOnly(FileState.UNMODIFIED);
      assertThat(each.files()).hasSameSizeAs(each.entry().files());
    }
  }

  @Test
  void editedMissingAndExtraFilesAreToldApart() throws IOException {
    String extra = "src/main/java/com/acme/app/connectors/hubspot/own/Mine.java";
    project.file(CLIENT, "edited").file(extra, "mine");
    Files.delete(root.resolve(".connectors/hubspot/LICENSE"));
    Installed hubspot = Status.of(root).installed().get(0);
    assertThat(hubspot.files())
        .containsAllEntriesOf(
            Map.of(
                CLIENT,
                FileState.CHANGED,
                extra,
                FileState.EXTRA,
                ".connectors/hubspot/LICENSE",
                FileState.MISSING));
    assertThat(hubspot.count(FileState.UNMODIFIED)).isEqualTo(hubspot.entry().files().size() - 2);
  }

  @Test
  void anotherConnectorsFilesAreNotExtra() {
    project.add(SampleItem.connector("billing"));
    for (Installed each : Status.of(root).installed()) {
      assertThat(each.count(FileState.EXTRA)).as(each.name()).isZero();
    }
  }

  @Test
  void aFileReplacedByALinkIsChanged() throws IOException {
    Files.delete(root.resolve(CLIENT));
    Files.createSymbolicLink(root.resolve(CLIENT), root.resolve("pom.xml"));
    assertThat(Status.of(root).installed().get(0).files()).containsEntry(CLIENT, FileState.CHANGED);
  }

  @Test
  void changedLineEndingsAreNoChange() {
    project.file(CLIENT, project.read(CLIENT).replace("\n", "\r\n"));
    assertThat(Status.of(root).installed().get(0).count(FileState.CHANGED)).isZero();
  }
}

package dev.connector.cli.agent.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version that has ended cannot be read, and says where to read of the one that has not. */
class MovedTest {

  @TempDir private Path folder;

  @Test
  void what_the_guide_says_can_be_said_in_a_definition() {
    try (Moved moved = Moved.start(0)) {
      assertThat(moved.score(moved.solution().definition()).wrong()).isEmpty();
      assertThat(moved.liveCheck(moved.solution())).isEmpty();
    }
  }

  @Test
  void a_project_made_for_the_first_version_is_changed_by_its_owner_and_reads_nothing()
      throws IOException {
    try (Moved moved = Moved.start(0)) {
      UsersProject project = UsersProject.make(folder.toRealPath(), moved.oldDescription());
      ConnectorFolder installed =
          ConnectorFolder.read(project.folder().resolve(".connectors/waypost"));

      assertThat(project.connector("diff", "waypost", "--yours", "--stat"))
          .contains("Parcels.java", "Waypost.java");
      assertThat(Files.readString(project.client())).contains(UsersProject.TEAM);
      assertThat(moved.score(installed.definition()).right()).isEmpty();
      assertThat(moved.liveCheck(installed)).hasSize(5).allMatch(it -> it.endsWith("is not read"));
      assertThat(new LiveCheck(moved, installed).failure("customers"))
          .hasValueSatisfying(it -> assertThat(it).contains("410"));
    }
  }
}

package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Watcher;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.world.Moved;
import dev.connector.cli.agent.world.Shelf;
import dev.connector.cli.agent.world.UsersProject;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an accepted draft in a project, with what its owner edited. */
class AgentSubjectTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Watcher NOBODY =
      new Watcher() {
        @Override
        public void at(Step step, String what) {}

        @Override
        public void busy(String what) {}
      };

  @TempDir private Path temporary;
  private UsersProject user;
  private Moved moved;

  @BeforeEach
  void make() throws IOException {
    try (Moved world = Moved.start(0)) {
      moved = world;
      user = UsersProject.make(temporary.toRealPath(), world.oldDescription());
    }
  }

  /** Writes what an agent would, once a draft is accepted and agreed to. */
  private AddResult keep() {
    Environment environment =
        new Environment(
            Screen.none().terminal(),
            user.folder(),
            Map.of(),
            Clock.systemUTC(),
            Optional.of(user.application()));
    try (Workplace place =
        new Workplaces(environment.terminal(), new PlacementOptions().overrides())
            .find(user.folder(), true)) {
      AgentStart start =
          AgentStart.existing(
              "waypost", new AgentOptions(), new AgentStart.Ground(environment, place, NOBODY));
      Draft draft = Draft.of("waypost", start.subject().begun());
      AgentSubject.Change change = start.subject().change(solved(draft, moved.shelf()));
      return new AddOptions()
          .add(
              environment,
              place,
              new Additions(
                  List.of(change.item()),
                  change.purpose(),
                  Optional.of(change.edited()),
                  Optional.empty()));
    }
  }

  /** A proposal of the whole connector that lies on a world's shelf. */
  private static Draft solved(Draft draft, Shelf shelf) {
    Path solution = shelf.folder().resolve("solution");
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(solution.resolve("schemas"))) {
      for (Path file : files.sorted().toList()) {
        schemas.put("schemas/" + file.getFileName(), JSON.readTree(file.toFile()));
      }
      return draft.with(
          (ObjectNode) JSON.readTree(solution.resolve("connector.json").toFile()), schemas);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(user.folder())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = user.folder().relativize(path).toString();
        if (!name.startsWith(".connectors/undo")) {
          files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  @Test
  void a_change_keeps_what_its_owner_edited_and_marks_what_both_sides_changed() throws IOException {
    Map<String, String> before = files();

    AddResult result = keep();

    assertThat(result.overlaps())
        .extracting(it -> it.path())
        .singleElement()
        .asString()
        .endsWith("Waypost.java");
    assertThat(result.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Files.readString(user.client())).contains("<<<<<<< yours");
    assertThat(Files.readString(user.client())).contains(UsersProject.TEAM);
    assertThat(Files.readString(user.parcels())).contains("isHeavy(Parcel parcel)");
    Map<String, String> after = files();
    assertThat(after.get(".env.example")).contains("WAYPOST_ACCESS_TOKEN");
    assertThat(after.get(".connectors/waypost/connector.json")).contains("X-Waypost-Token");

    user.connector("undo");
    assertThat(files()).isEqualTo(before);
  }
}

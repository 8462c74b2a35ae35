package dev.connector.registry.workspace.change;

import static dev.connector.registry.workspace.change.Trees.bytes;
import static dev.connector.registry.workspace.change.Trees.picture;
import static dev.connector.registry.workspace.change.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link InterruptionTest}, with a process that is really killed. */
class KilledProcessTest {

  private static final int FILES = 40;
  private static final Change OTHER = new Change.Create("other", bytes("other"));

  @TempDir Path temp;

  @Test
  void aKilledProcessLeavesTheTreeAsItWasOrFinishedOnceTheNextCommandLooks() throws Exception {
    Path whole = project("whole");
    Map<String, String> before = picture(whole);
    ProjectTree.at(whole).apply(plan());
    Map<String, String> after = picture(whole);
    for (int moves : new int[] {1, FILES / 2, FILES}) {
      Path root = project("killed" + moves);
      kill(root, moves);
      assertThat(picture(root)).as("the kill came in the middle").isNotIn(before, after);
      Optional<Mended> mended = ProjectTree.at(root).mend();
      assertThat(mended).map(Mended::outcome).contains(Mended.Outcome.FINISHED);
      assertThat(picture(root)).isEqualTo(after);
    }
  }

  @Test
  void theLockOfAKilledProcessIsFree() throws Exception {
    Path root = project("locked");
    kill(root, 3);
    ProjectTree.at(root).mend();
    ProjectTree.at(root)
        .apply(new Plan("again", List.of(new Change.Create("again", bytes("again")))));
    assertThat(root.resolve("again")).hasContent("again");
  }

  @Test
  void whileAProcessChangesTheProjectNoOtherMay() throws Exception {
    Path root = project("busy");
    whileApplying(
        root,
        FILES / 2,
        () -> {
          Map<String, String> middle = picture(root);
          for (ThrowingCallable intruder :
              List.<ThrowingCallable>of(
                  () -> ProjectTree.at(root).mend(),
                  () -> ProjectTree.at(root).apply(new Plan("intrude", List.of(OTHER))))) {
            assertThatThrownBy(intruder)
                .hasMessageContaining("another connector command is changing this project");
          }
          assertThat(picture(root)).isEqualTo(middle);
        });
  }

  private static void kill(Path root, int moves) throws IOException, InterruptedException {
    whileApplying(root, moves, () -> {});
  }

  /** Starts a process that applies the plan, looks at it in the middle, and kills it then. */
  private static void whileApplying(Path root, int moves, Runnable look)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Applying.class.getName(),
                root.toString(),
                String.valueOf(moves))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      assertThat(out.readLine()).isEqualTo("waiting");
      look.run();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The process: applies the plan until so many files are moved, then says so and waits. */
  static final class Applying {
    private Applying() {}

    public static void main(String[] arguments) {
      int moves = Integer.parseInt(arguments[1]);
      Disk disk =
          new DelegatingDisk() {
            private int moved;

            @Override
            public void move(Path from, Path to) throws IOException {
              super.move(from, to);
              if (from.getParent().endsWith("new") && ++moved == moves) {
                waitForTheEnd();
              }
            }
          };
      ProjectTree.at(Path.of(arguments[0]), disk, Clock.systemUTC()).apply(plan());
    }

    private static void waitForTheEnd() {
      System.out.println("waiting");
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Path project(String name) {
    Path root = temp.resolve(name);
    write(root, "pom.xml", "old");
    return root;
  }

  static Plan plan() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      changes.add(new Change.Create("src/p" + i % 3 + "/File" + i, bytes("content " + i)));
    }
    changes.add(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    return new Plan("add", changes);
  }
}

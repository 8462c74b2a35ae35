package dev.connector.registry.workspace.change;

import static dev.connector.registry.workspace.change.Trees.bytes;
import static dev.connector.registry.workspace.change.Trees.picture;
import static dev.connector.registry.workspace.change.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.connector.registry.workspace.change.FailingDisk.Fault;
import dev.connector.registry.workspace.change.FailingDisk.Killed;
import dev.connector.registry.workspace.change.Mended.Outcome;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {

  private static final int NEVER = Integer.MAX_VALUE;

  @TempDir Path temp;
  private int projects;
  private Map<String, String> before;
  private Map<String, String> after;
  private int writes;

  @BeforeEach
  void lookAtARunThatNothingDisturbs() throws IOException {
    Path root = project();
    before = picture(root);
    FailingDisk disk = new FailingDisk(Fault.KILL, NEVER);
    tree(root, disk).apply(plan());
    after = picture(root);
    writes = disk.writes();
    assertThat(after)
        .isNotEqualTo(before)
        .containsKey("src/deep/er/New.java")
        .doesNotContainKeys("left", "left/behind");
    assertThat(writes).isGreaterThan(30);
  }

  @Test
  void aKillAtAnyWriteLeavesTheTreeAsItWasOrFinishedOnceTheNextCommandLooks() throws IOException {
    boolean finished = false;
    boolean undone = false;
    for (int n = 1; n <= writes; n++) {
      Path root = project();
      kill(root, n);
      Optional<Operation> unfinished = ProjectTree.at(root).unfinished();
      Optional<Mended> mended = ProjectTree.at(root).mend();
      assertThat(picture(root)).as("killed at write %d", n).isIn(before, after);
      assertThat(mended.isPresent()).isEqualTo(unfinished.isPresent());
      if (mended.isPresent()) {
        boolean forward = mended.get().outcome() == Outcome.FINISHED;
        assertThat(picture(root)).isEqualTo(forward ? after : before);
        finished |= forward;
        undone |= !forward;
      }
      assertThat(ProjectTree.at(root).unfinished()).isEmpty();
      assertThat(ProjectTree.at(root).mend()).isEmpty();
    }
    assertThat(finished).as("some kills are rolled forward").isTrue();
    assertThat(undone).as("some kills are discarded").isTrue();
  }

  @Test
  void aKillWhileMendingIsMendedToo() throws IOException {
    for (int n = 8; n <= writes; n += 4) {
      for (int m = 1; m <= writes; m += 5) {
        Path root = project();
        kill(root, n);
        catchThrowable(mending(root, new FailingDisk(Fault.KILL, m)));
        ProjectTree.at(root).mend();
        assertThat(picture(root)).as("killed at %d, then at %d", n, m).isIn(before, after);
        assertThat(ProjectTree.at(root).unfinished()).isEmpty();
      }
    }
  }

  @Test
  void aDiskThatFailsAtAnyWriteLeavesTheTreeAsItWasAtOnceOrWhenTheNextCommandLooks()
      throws IOException {
    for (Fault fault : List.of(Fault.FULL, Fault.READ_ONLY, Fault.HICCUP)) {
      for (int n = 1; n <= writes; n++) {
        Path root = project();
        Throwable failure = catchThrowable(applying(root, new FailingDisk(fault, n)));
        if (failure == null) {
          assertThat(picture(root)).as("%s at %d, unnoticed", fault, n).isEqualTo(after);
          continue;
        }
        assertThat(failure).isInstanceOf(ConnectorException.class);
        if (fault != Fault.READ_ONLY) {
          assertThat(picture(root)).as("%s at %d", fault, n).isEqualTo(before);
        }
        ProjectTree.at(root).mend();
        assertThat(picture(root)).as("%s at %d, mended", fault, n).isIn(before, after);
      }
    }
  }

  @Test
  void aFullDiskIsNamedAndNothingOfOursStaysBehind() throws IOException {
    Path root = project();
    Throwable failure = catchThrowable(applying(root, new FailingDisk(Fault.FULL, 9)));
    assertThat(failure).hasMessageContaining("No space left on device");
    assertThat(((ConnectorException) failure).hint()).contains("nothing was changed");
    assertThat(root.resolve(".connectors")).doesNotExist();
  }

  @Test
  void whatSomebodyEditedAfterTheKillIsLeftAloneAndNamed() throws IOException {
    int mendedBack = 0;
    for (int n = 1; n <= writes; n++) {
      Path root = project();
      kill(root, n);
      write(root, "pom.xml", "edited meanwhile");
      Optional<Mended> mended = ProjectTree.at(root).mend();
      assertThat(root.resolve("pom.xml")).hasContent("edited meanwhile");
      if (mended.isPresent() && !mended.get().leftAlone().isEmpty()) {
        mendedBack++;
        assertThat(mended.get().outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(mended.get().leftAlone()).containsExactly("pom.xml");
        write(root, "pom.xml", "old pom");
        assertThat(picture(root)).as("killed at %d", n).isEqualTo(before);
      }
    }
    assertThat(mendedBack).isPositive();
  }

  @Test
  void aKillAtAnyWriteOfAnUndoIsFinishedOnceTheNextCommandLooks() throws IOException {
    boolean finished = false;
    int n = 0;
    Throwable killed;
    do {
      Path root = applied();
      killed = catchThrowable(undoing(root, new FailingDisk(Fault.KILL, ++n)));
      boolean begun = quick(root).unfinished().isPresent();
      Optional<Mended> mended = quick(root).mend();
      assertThat(mended.isPresent()).isEqualTo(begun);
      boolean undone = quick(root).history().isEmpty();
      assertThat(picture(root)).as("killed at write %d", n).isEqualTo(undone ? before : after);
      finished |= begun;
    } while (killed != null);
    assertThat(n).as("writes of an undo").isGreaterThan(20);
    assertThat(finished).as("some kills are brought to their end").isTrue();
  }

  @Test
  void aDiskThatFailsAtAnyWriteOfAnUndoLosesNothing() throws IOException {
    for (Fault fault : List.of(Fault.FULL, Fault.READ_ONLY, Fault.HICCUP)) {
      for (int n = 1; n < 30; n++) {
        Path root = applied();
        Throwable failure = catchThrowable(undoing(root, new FailingDisk(fault, n)));
        if (failure != null) {
          assertThat(failure).as("%s at %d", fault, n).isInstanceOf(ConnectorException.class);
          boolean begun = quick(root).unfinished().isPresent();
          assertThat(((ConnectorException) failure).hint())
              .contains(begun ? "ends what was begun" : "nothing was changed");
        }
        quick(root).mend();
        boolean undone = quick(root).history().isEmpty();
        assertThat(picture(root)).as("%s at %d", fault, n).isEqualTo(undone ? before : after);
      }
    }
  }

  @Test
  void whatSomebodyEditsAfterTheKillOfAnUndoIsLeftAlone() throws IOException {
    int left = 0;
    for (int n = 1; n < 30; n++) {
      Path root = applied();
      catchThrowable(undoing(root, new FailingDisk(Fault.KILL, n)));
      write(root, "pom.xml", "edited meanwhile");
      left += quick(root).mend().map(it -> it.leftAlone().size()).orElse(0);
      assertThat(root.resolve("pom.xml")).hasContent("edited meanwhile");
    }
    assertThat(left).isPositive();
  }

  private Path applied() throws IOException {
    Path root = project();
    quick(root).apply(plan());
    return root;
  }

  /** Without waiting for the medium, which takes most of the time. */
  private static ProjectTree quick(Path root) {
    return tree(root, new FailingDisk(Fault.HICCUP, NEVER));
  }

  private ThrowingCallable undoing(Path root, Disk disk) {
    return () -> {
      ProjectTree tree = tree(root, disk);
      tree.apply(tree.undo().orElseThrow());
    };
  }

  private void kill(Path root, int at) {
    assertThat(catchThrowable(applying(root, new FailingDisk(Fault.KILL, at))))
        .as("killed at write %d", at)
        .isInstanceOf(Killed.class);
  }

  private ThrowingCallable applying(Path root, Disk disk) {
    return () -> tree(root, disk).apply(plan());
  }

  private ThrowingCallable mending(Path root, Disk disk) {
    return () -> tree(root, disk).mend();
  }

  private static ProjectTree tree(Path root, Disk disk) {
    return ProjectTree.at(root, disk, Clock.systemUTC());
  }

  private Path project() throws IOException {
    Path root = temp.resolve("p" + projects++);
    write(root, "pom.xml", "old pom");
    write(root, "src/Gone.java", "gone");
    write(root, "left/behind/Last.java", "last");
    Files.setPosixFilePermissions(
        root.resolve("left/behind"), PosixFilePermissions.fromString("rwx--x---"));
    write(root, "run.sh", "old script");
    Files.setPosixFilePermissions(
        root.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
    return root;
  }

  private static Plan plan() {
    return new Plan(
        "add hubspot",
        List.of(
            new Change.Create("src/deep/er/New.java", bytes("new")),
            new Change.Create("src/deep/Other.java", bytes("other")),
            new Change.Replace("run.sh", bytes("old script"), bytes("new script")),
            new Change.Delete("src/Gone.java", bytes("gone")),
            new Change.Delete("left/behind/Last.java", bytes("last")),
            new Change.Replace("pom.xml", bytes("old pom"), bytes("new pom")),
            new Change.Create("lock.json", bytes("{}"))));
  }
}

package dev.connector.registry.workspace.change;

import static dev.connector.registry.workspace.change.Trees.bytes;
import static dev.connector.registry.workspace.change.Trees.picture;
import static dev.connector.registry.workspace.change.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTreeTest {

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void makeAProject() throws IOException {
    root = Files.createDirectory(temp.resolve("project"));
    write(root, "pom.xml", "old");
  }

  @Test
  void anEmptyPlanWritesNothingAtAll() {
    assertThat(ProjectTree.at(root).apply(new Plan("add", List.of()))).isEmpty();
    assertThat(root.resolve(".connectors")).doesNotExist();
  }

  @Test
  void aPlanIsAppliedAndRemembered() {
    ProjectTree tree = ProjectTree.at(root);
    tree.apply(plan(new Change.Replace("pom.xml", bytes("old"), bytes("new"))));
    assertThat(root.resolve("pom.xml")).hasContent("new");
    assertThat(tree.history())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.title()).isEqualTo("add x");
              assertThat(operation.paths()).containsExactly("pom.xml");
            });
    assertThat(root.resolve(".connectors/undo/000001/old/0")).hasContent("old");
  }

  @Test
  void theJournalIgnoresItselfInGit() {
    ProjectTree.at(root).apply(plan(new Change.Create("a.txt", bytes("a"))));
    assertThat(root.resolve(".connectors/undo/.gitignore")).hasContent("*");
  }

  @Test
  void onlyTheLastFewOperationsAreKept() {
    ProjectTree tree = ProjectTree.at(root);
    for (int i = 1; i <= 8; i++) {
      tree.apply(plan(new Change.Create("file" + i, bytes("a"))));
    }
    assertThat(tree.history())
        .extracting(Operation::id)
        .containsExactly("000008", "000007", "000006", "000005", "000004");
    assertThat(root.resolve(".connectors/undo/000003")).doesNotExist();
  }

  @Test
  void aFileChangedSincePlanningIsRefusedAndNothingIsWritten() {
    Map<String, String> before = picture(root);
    assertThatThrownBy(
            () ->
                ProjectTree.at(root)
                    .apply(
                        plan(
                            new Change.Create("first", bytes("a")),
                            new Change.Replace("pom.xml", bytes("other"), bytes("new")))))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("pom.xml was changed since the plan was made");
    assertThat(picture(root)).isEqualTo(before);
  }

  @Test
  void aFileThatAppearedOrWentSincePlanningIsRefused() {
    assertThatThrownBy(() -> apply(new Change.Create("pom.xml", bytes("new"))))
        .hasMessageContaining("pom.xml was changed");
    assertThatThrownBy(() -> apply(new Change.Replace("gone", bytes("a"), bytes("b"))))
        .hasMessageContaining("gone was changed");
    assertThatThrownBy(() -> apply(new Change.Delete("gone", bytes("a"))))
        .hasMessageContaining("gone was changed");
  }

  @Test
  void anEditedFileKeepsItsMode() throws IOException {
    Path file = root.resolve("pom.xml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw----"));
    apply(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxrw----");
  }

  @Test
  void aLinkOutOfTheProjectIsNeverWrittenThrough() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve("src"), outside);
    assertThatThrownBy(() -> apply(new Change.Create("src/a/A.java", bytes("a"))))
        .hasMessageContaining("src is a symbolic link");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aLinkIsNotReplacedNorReadEvenIfItStaysInside() throws IOException {
    Files.createSymbolicLink(root.resolve("link.xml"), Path.of("pom.xml"));
    assertThatThrownBy(() -> apply(new Change.Replace("link.xml", bytes("old"), bytes("new"))))
        .hasMessageContaining("link.xml is a symbolic link");
    assertThat(root.resolve("pom.xml")).hasContent("old");
  }

  @Test
  void aLinkedFolderThatStaysInsideIsFine() throws IOException {
    Files.createDirectory(root.resolve("code"));
    Files.createSymbolicLink(root.resolve("src"), Path.of("code"));
    apply(new Change.Create("src/A.java", bytes("a")));
    assertThat(root.resolve("code/A.java")).hasContent("a");
  }

  @Test
  void aLinkedJournalFolderIsRefused() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve(".connectors"), outside);
    assertThatThrownBy(() -> apply(new Change.Create("a", bytes("a"))))
        .hasMessageContaining(".connectors is a symbolic link");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aLinkPutInPlaceOfAFolderAfterStagingIsNotFollowed() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Disk swapping = new SwappingDisk(root.resolve("src"), outside);
    ProjectTree tree = ProjectTree.at(root, swapping, Clock.systemUTC());
    Files.createDirectory(root.resolve("src"));
    assertThatThrownBy(() -> tree.apply(plan(new Change.Create("src/A.java", bytes("a")))))
        .hasMessageContaining("src is a symbolic link");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aFolderWhereAFileShouldBeIsRefused() throws IOException {
    Files.createDirectory(root.resolve("taken"));
    assertThatThrownBy(() -> apply(new Change.Create("taken", bytes("a"))))
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> apply(new Change.Create("pom.xml/a", bytes("a"))))
        .hasMessageContaining("pom.xml is a file");
  }

  @Test
  void aFolderWithoutWritePermissionIsNamedAndNothingIsChanged() throws IOException {
    Path locked = Files.createDirectory(root.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(locked)).as("root may write anywhere").isFalse();
    Map<String, String> before = picture(root);
    assertThatThrownBy(
            () ->
                ProjectTree.at(root)
                    .apply(
                        plan(
                            new Change.Create("first", bytes("a")),
                            new Change.Create("locked/A.java", bytes("a")))))
        .hasMessageContaining("permission denied for " + locked);
    assertThat(picture(root)).isEqualTo(before);
  }

  @Test
  void aReadOnlyFileIsReplacedAndStaysReadOnly() throws IOException {
    Path file = root.resolve("pom.xml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeThat(Files.isWritable(file)).as("root may write anything").isFalse();
    apply(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r--r--");
  }

  @Test
  void whileOneProcessWritesAnotherIsToldWho() throws IOException {
    Path folder = Files.createDirectories(root.resolve(".connectors/undo"));
    try (RunLock held = RunLock.take(folder.resolve("lock"), "add hubspot", Instant.EPOCH)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> apply(new Change.Create("a", bytes("a"))))
          .hasMessageContaining("another connector command is changing this project")
          .hasMessageContaining("process " + ProcessHandle.current().pid() + ", add hubspot");
    }
    apply(new Change.Create("a", bytes("a")));
    assertThat(root.resolve("a")).hasContent("a");
  }

  @Test
  void aLockFileOfAProcessThatDiedIsNoObstacle() {
    write(root, ".connectors/undo/lock", "process 1, add hubspot, since long ago");
    apply(new Change.Create("a", bytes("a")));
    assertThat(root.resolve("a")).hasContent("a");
  }

  @Test
  void noTemporaryFileStaysInTheTree() throws IOException {
    apply(new Change.Create("a/b", bytes("a")));
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(root::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "pom.xml",
              "a/b",
              ".connectors/undo/.gitignore",
              ".connectors/undo/lock",
              ".connectors/undo/000001/done.json");
    }
  }

  private void apply(Change change) {
    ProjectTree.at(root).apply(plan(change));
  }

  private static Plan plan(Change... changes) {
    return new Plan("add x", List.of(changes));
  }
}

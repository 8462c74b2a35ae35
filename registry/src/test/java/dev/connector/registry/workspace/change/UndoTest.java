package dev.connector.registry.workspace.change;

import static dev.connector.registry.workspace.change.Trees.bytes;
import static dev.connector.registry.workspace.change.Trees.picture;
import static dev.connector.registry.workspace.change.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

  @TempDir Path root;
  private ProjectTree tree;

  @BeforeEach
  void makeAProject() {
    write(root, "pom.xml", "old");
    write(root, "src/a/Gone.java", "gone");
    tree = ProjectTree.at(root);
  }

  @Test
  void whereNothingWasDoneNothingCanBeUndone() {
    assertThat(tree.undo()).isEmpty();
  }

  @Test
  void everyKindOfChangeIsTakenBackWithModes() throws IOException {
    mode("pom.xml", "rwxr-----");
    mode("src/a/Gone.java", "r--r-----");
    mode("src/a", "rwxr-x---");
    Map<String, String> before = picture(root);
    apply(
        new Change.Replace("pom.xml", bytes("old"), bytes("new")),
        new Change.Delete("src/a/Gone.java", bytes("gone")),
        new Change.Create("b/c/New.java", bytes("new")));
    assertThat(picture(root)).isNotEqualTo(before);
    undo();
    assertThat(picture(root)).isEqualTo(before);
    assertThat(root.resolve(".connectors")).as("nothing of ours is left").doesNotExist();
  }

  @Test
  void aFolderThatBecomesEmptyGoesAndComesBack() {
    apply(new Change.Delete("src/a/Gone.java", bytes("gone")));
    assertThat(root.resolve("src")).doesNotExist();
    undo();
    assertThat(root.resolve("src/a/Gone.java")).hasContent("gone");
  }

  @Test
  void aFolderWithSomethingElseInItStays() throws IOException {
    Files.createDirectories(root.resolve("src/empty"));
    apply(new Change.Delete("src/a/Gone.java", bytes("gone")));
    assertThat(root.resolve("src/a")).doesNotExist();
    assertThat(root.resolve("src/empty")).isEmptyDirectory();
  }

  @Test
  void aFolderThatGetsAnotherFileStays() {
    apply(
        new Change.Delete("src/a/Gone.java", bytes("gone")),
        new Change.Create("src/a/New.java", bytes("new")));
    assertThat(root.resolve("src/a/New.java")).hasContent("new");
  }

  @Test
  void aLinkToAFolderThatBecomesEmptyStays() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), Path.of("src/a"));
    apply(new Change.Delete("link/Gone.java", bytes("gone")));
    assertThat(root.resolve("link")).isSymbolicLink();
    assertThat(root.resolve("src/a")).isEmptyDirectory();
  }

  @Test
  void theOneBeforeIsUndoneNext() {
    apply(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    apply(new Change.Replace("pom.xml", bytes("new"), bytes("newer")));
    undo();
    assertThat(root.resolve("pom.xml")).hasContent("new");
    undo();
    assertThat(root.resolve("pom.xml")).hasContent("old");
    assertThat(tree.history()).isEmpty();
  }

  @Test
  void filesEditedSinceAreNamedAndNothingIsWritten() throws IOException {
    apply(
        new Change.Replace("pom.xml", bytes("old"), bytes("new")),
        new Change.Delete("src/a/Gone.java", bytes("gone")),
        new Change.Create("b/New.java", bytes("new")));
    write(root, "b/New.java", "mine");
    write(root, "src/a/Gone.java", "mine too");
    Map<String, String> edited = picture(root);
    Undo undo = tree.undo().orElseThrow();
    assertThat(undo.edited()).containsExactly("src/a/Gone.java", "b/New.java");
    assertThatThrownBy(() -> tree.apply(undo))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.CONFLICT))
        .hasMessageContaining("\nsrc/a/Gone.java\nb/New.java");
    assertThat(picture(root)).isEqualTo(edited);
    assertThat(tree.history()).hasSize(1);
  }

  @Test
  void aFileReplacedByAFolderCountsAsEdited() throws IOException {
    apply(new Change.Create("b", bytes("new")));
    Files.delete(root.resolve("b"));
    Files.createDirectory(root.resolve("b"));
    assertThat(tree.undo().orElseThrow().edited()).containsExactly("b");
  }

  @Test
  void whatIsAlreadyAsItWasIsNoEdit() {
    apply(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    write(root, "pom.xml", "old");
    assertThat(tree.undo().orElseThrow().changes()).isEmpty();
    undo();
    assertThat(root.resolve("pom.xml")).hasContent("old");
  }

  @Test
  void somethingPutBesideANewFileStays() {
    apply(new Change.Create("b/New.java", bytes("new")));
    write(root, "b/Mine.java", "mine");
    undo();
    assertThat(root.resolve("b/New.java")).doesNotExist();
    assertThat(root.resolve("b/Mine.java")).hasContent("mine");
  }

  @Test
  void anUndoPlannedBeforeAnotherOperationIsRefused() {
    apply(new Change.Create("b", bytes("b")));
    Undo stale = tree.undo().orElseThrow();
    apply(new Change.Create("c", bytes("c")));
    assertThatThrownBy(() -> tree.apply(stale)).hasMessageContaining("no longer the last");
    assertThat(root.resolve("b")).exists();
  }

  @Test
  void anEditBetweenLookingAndUndoingIsSeen() {
    apply(new Change.Create("b", bytes("b")));
    Undo planned = tree.undo().orElseThrow();
    write(root, "b", "mine");
    assertThatThrownBy(() -> tree.apply(planned)).hasMessageContaining("edited since");
    assertThat(root.resolve("b")).hasContent("mine");
  }

  @Test
  void aDamagedJournalIsNotRestoredFrom() {
    apply(new Change.Replace("pom.xml", bytes("old"), bytes("new")));
    write(root, ".connectors/undo/000001/old/0", "something else");
    assertThatThrownBy(() -> tree.undo()).hasMessageContaining("not what was kept there");
  }

  private void apply(Change... changes) {
    tree.apply(new Plan("add x", List.of(changes)));
  }

  private void undo() {
    tree.apply(tree.undo().orElseThrow());
  }

  private void mode(String path, String mode) throws IOException {
    Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(mode));
  }
}

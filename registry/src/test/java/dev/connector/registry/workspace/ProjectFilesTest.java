package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.EnvExample.Line;
import dev.connector.registry.workspace.EnvExample.Need;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small files of ours in a project: example of the environment, settings, lock, archive. */
class ProjectFilesTest {

  private static final List<Line> LINES =
      List.of(
          new Line("HUB_TOKEN", "A token.", new Need.Wanted()),
          new Line("HUB_REGION", "Where.", new Need.Optional("eu")));

  @Test
  void namesAreAppendedOnceAndNothingElseChanges() {
    String before = "# mine\nPATH_TO=/x\n";
    byte[] once = merged(before).orElseThrow();
    assertThat(new String(once, UTF_8))
        .isEqualTo(before + "\n# Hub\n# A token.\nHUB_TOKEN=\n# Where.\n# HUB_REGION=eu\n");
    assertThat(merged(new String(once, UTF_8))).isEmpty();
  }

  @Test
  void namesThatAreThereInAnyFormAreNotRepeated() {
    assertThat(merged("export HUB_TOKEN = abc\n  #HUB_REGION=us")).isEmpty();
    assertThat(merged("HUB_TOKEN_OLD=1\nMY_HUB_TOKEN=2\nHUB_REGION=\n"))
        .hasValueSatisfying(
            content -> assertThat(new String(content, UTF_8)).endsWith("\nHUB_TOKEN=\n"));
  }

  @Test
  void aFileWithCarriageReturnsAndWithoutLastNewlineKeepsItsManner() {
    assertThat(new String(merged("A=1\r\nB=2").orElseThrow(), UTF_8))
        .startsWith("A=1\r\nB=2\r\n\r\n# Hub\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void whatADefinitionSaysCannotBecomeALineOfItsOwn() {
    EnvExample example = new EnvExample(Optional.empty());
    example.add(
        "evil", "A\nEVIL=1", List.of(new Line("X", "b\r\nEVIL=2", new Need.Optional("c\nEVIL=3"))));
    assertThat(new String(example.content().orElseThrow(), UTF_8).lines())
        .allMatch(line -> line.startsWith("#"));
  }

  @Test
  void theArchiveHasTheSameBytesOnEveryMachineAndGivesTheFilesBack() throws IOException {
    SortedMap<String, byte[]> files =
        new TreeMap<>(Map.of("b/B.java", "b".getBytes(UTF_8), "a.txt", "ä".getBytes(UTF_8)));
    byte[] archive = PristineArchive.pack(files);
    assertThat(PristineArchive.pack(new TreeMap<>(files))).isEqualTo(archive);
    assertThat(Sha256.of(archive))
        .as("neither time, time zone nor compressor may show")
        .isEqualTo("1527c818455a8572a397c0cc58dd2869b447b0039ee0d3898bd935695550d811");
    assertThat(PristineArchive.unpack(archive))
        .hasSize(2)
        .containsEntry("a.txt", files.get("a.txt"))
        .containsEntry("b/B.java", files.get("b/B.java"));
  }

  @Test
  void theLockReadsBackAsItWasWritten(@TempDir Path root) {
    SampleProject project =
        SampleProject.maven(root).add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    Lock lock = Lock.read(ProjectTree.at(root));
    assertThat(new String(lock.toJson(), UTF_8)).isEqualTo(project.read(Lock.PATH));
    assertThat(LockFormat.parse(lock.toJson())).isEqualTo(lock);
    Lock.Entry entry = lock.connectors().get("hubspot");
    assertThat(entry.origin())
        .isInstanceOfSatisfying(
            Origin.Registered.class, it -> assertThat(it.commit()).isEqualTo("c0ffee"));
    assertThat(entry.runtimeRange()).contains("^1.0.0");
    assertThat(entry.packages())
        .containsEntry("dev.connector.runtime", "com.acme.app.connectors.runtime")
        .containsEntry("dev.connector.connectors.hubspot", "com.acme.app.connectors.hubspot");
    assertThat(entry.files().get("src/main/java/com/acme/app/connectors/hubspot/Client.java"))
        .satisfies(
            file -> {
              assertThat(file.from())
                  .isEqualTo("java/src/main/java/dev/connector/connectors/hubspot/Client.java");
              assertThat(file.upstream()).isNotEqualTo(file.installed());
            });
  }

  @Test
  void theLockHasOneLineForEachFile(@TempDir Path root) {
    SampleProject project =
        SampleProject.maven(root).add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    String lock = project.read(Lock.PATH);
    assertThat(lock.lines().filter(line -> line.contains("\"installed\"")))
        .hasSize(Status.of(root).installed().stream().mapToInt(it -> it.files().size()).sum())
        .allMatch(line -> line.matches(" {6,8}\"[^\"]+\": \\{ \"from\": .*},?"));
    assertThat(lock).contains("\n      \"variables\": [\"HUBSPOT_ACCESS_TOKEN\", ");
  }

  @Test
  void aLockThatCannotBeUnderstoodIsNamed(@TempDir Path root) {
    SampleProject project = SampleProject.maven(root);
    for (String content : new String[] {"{", "[]", "{\"format\": 2}", "<<<<<<< HEAD"}) {
      project.file(Lock.PATH, content);
      assertThatThrownBy(() -> Status.of(root))
          .as(content)
          .hasMessageContaining(".connectors/lock.json cannot be read");
    }
  }

  @Test
  void aLockWhoseFilesAreNoFilesIsNotTakenForOneWithoutFiles(@TempDir Path root) {
    SampleProject project =
        SampleProject.maven(root).add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    String lock = project.read(Lock.PATH);
    for (String field : new String[] {"files", "packages", "dependencies", "edits"}) {
      project.file(
          Lock.PATH, lock.replaceFirst("\"" + field + "\": ", "\"" + field + "\": 3, \"x\": "));
      assertThatThrownBy(() -> project.remove("hubspot"))
          .hasMessageContaining(
              ".connectors/lock.json cannot be read: \"" + field + "\" in it is no ");
    }
  }

  @Test
  void marksOfAMergeInTheLockAreToldAsSuch(@TempDir Path root) {
    SampleProject project = SampleProject.maven(root);
    project.file(Lock.PATH, "{\n<<<<<<< HEAD\n}\n");
    assertThatThrownBy(() -> Status.of(root)).hasMessageContaining("overlaps of a merge");
    project.file(Lock.PATH, "{\n  \"format\" 1\n}\n");
    assertThatThrownBy(() -> Status.of(root))
        .hasMessageContaining("it is no valid JSON (line 2, column ")
        .hasMessageNotContaining("Source");
  }

  @Test
  void aLockThatLeadsOutOfTheProjectIsRefused(@TempDir Path root) {
    SampleProject project =
        SampleProject.maven(root).add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    project.file(
        Lock.PATH, project.read(Lock.PATH).replace(".connectors/hubspot/LICENSE", "../LICENSE"));
    assertThatThrownBy(() -> project.plan(SampleItem.connector("hubspot")))
        .hasMessageContaining("not a safe path");
  }

  @Test
  void settingsOfTheUsersOwnFormattingAreLeftAlone(@TempDir Path root) {
    SampleProject project =
        SampleProject.maven(root)
            .file(
                Settings.PATH,
                "{\"format\":1,\"package\":\"org.mine\",\"registries\":{\"@acme\":\"https://x\"}}");
    project.add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    assertThat(project.read(Settings.PATH)).startsWith("{\"format\":1,");
    assertThat(root.resolve("src/main/java/org/mine/connectors/hubspot/Client.java")).exists();
  }

  private static Optional<byte[]> merged(String before) {
    EnvExample example = new EnvExample(Optional.of(before.getBytes(UTF_8)));
    example.add("hub", "Hub", LINES);
    return example.content();
  }
}

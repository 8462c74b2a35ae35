package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.InstallPlan.Restored;
import dev.connector.registry.workspace.InstallRequest.Extent;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallPlannerTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/hubspot/Client.java";
  private static final String ARCHIVE = ".connectors/base/hubspot.zip";

  @TempDir Path root;
  private SampleProject project;
  private String pom;
  private Map<String, String> installed;

  @BeforeEach
  void addAConnector() {
    project = SampleProject.maven(root);
    pom = project.read("pom.xml");
    project.add(SampleItem.runtime("1.0.0"), SampleItem.connector("hubspot"));
    installed = project.files();
  }

  @Test
  void whereEverythingIsInPlaceNothingIsPlanned() {
    InstallPlan plan = plan(Extent.EVERYTHING);
    assertThat(plan.plan().isEmpty()).isTrue();
    assertThat(plan.items())
        .containsExactly(
            new Restored("hubspot", "1.0.0", 8, 0), new Restored("runtime", "1.0.0", 1, 0));
    assertThat(plan(Extent.FROZEN).plan().isEmpty()).isTrue();
  }

  @Test
  void aCopyWithoutTheSourceGetsEveryByteBack() throws IOException {
    loseTheSource();
    InstallPlan plan = plan(Extent.FROZEN);
    assertThat(plan.plan().changes()).hasSize(9).allMatch(it -> it instanceof Change.Create);
    project.apply(plan.plan());
    assertThat(project.files()).isEqualTo(installed);
  }

  @Test
  void whatTheBuildFileAndEnvExampleLackComesBackAsAddPutItIn() throws IOException {
    project.file("pom.xml", pom);
    Files.delete(root.resolve(".env.example"));
    InstallPlan plan = plan(Extent.EVERYTHING);
    assertThat(plan.dependencies()).hasSize(4);
    project.apply(plan.plan());
    assertThat(project.read("pom.xml")).isEqualTo(installed.get("pom.xml"));
    assertThat(project.read(".env.example")).isEqualTo(installed.get(".env.example"));
    project.remove("hubspot");
    assertThat(project.read("pom.xml")).as("and can be taken out again").isEqualTo(pom);
    assertThat(root.resolve(".env.example")).doesNotExist();
  }

  @Test
  void editedFilesAreKeptAndListed() throws IOException {
    loseTheSource();
    project.file(CLIENT, "mine");
    InstallPlan plan = plan(Extent.EVERYTHING);
    assertThat(plan.yours()).containsExactly(CLIENT);
    project.apply(plan.plan());
    assertThat(project.read(CLIENT)).isEqualTo("mine");
    assertThat(Status.of(root).installed().get(0).count(Status.FileState.MISSING)).isZero();
  }

  @Test
  void changedLineEndingsAreNobodysEdit() {
    project.file(CLIENT, project.read(CLIENT).replace("\n", "\r\n"));
    assertThat(plan(Extent.FROZEN).plan().isEmpty()).isTrue();
  }

  @Test
  void aFrozenProjectMayNotDiffer() throws IOException {
    project.file(CLIENT, "mine").file("pom.xml", pom);
    Files.delete(root.resolve(".connectors/hubspot/README.md"));
    Map<String, String> before = project.files();
    assertThatThrownBy(() -> plan(Extent.FROZEN))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.CONFLICT))
        .hasMessageContaining(CLIENT)
        .hasMessageContaining("pom.xml lacks com.squareup.okhttp3:okhttp-jvm:5.5.1");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void aBuildFileThatIsTheUsersAloneIsNotHeldAgainstTheLock() {
    project.file("pom.xml", pom);
    InstallRequest frozen = new InstallRequest(found(), BuildEdits.NONE, Extent.FROZEN);
    assertThat(new InstallPlanner().plan(frozen).plan().isEmpty()).isTrue();
    InstallRequest all = new InstallRequest(found(), BuildEdits.NONE, Extent.EVERYTHING);
    assertThat(new InstallPlanner().plan(all).missingDependencies())
        .extracting(Dependency::artifact)
        .contains("okhttp-jvm");
  }

  @Test
  void anyChangedByteOfAnArchiveIsRefusedBeforeAnythingIsPlanned() throws IOException {
    loseTheSource();
    byte[] archive = Files.readAllBytes(root.resolve(ARCHIVE));
    for (int i = 0; i < archive.length; i += 1 + i % 3) {
      byte[] changed = archive.clone();
      changed[i] ^= 0x20;
      Files.write(root.resolve(ARCHIVE), changed);
      refused(ARCHIVE);
    }
  }

  @Test
  void theFileOfAChangedByteIsNamed() throws IOException {
    byte[] archive = Files.readAllBytes(root.resolve(ARCHIVE));
    int place = new String(archive, ISO_8859_1).indexOf("MIT");
    archive[place] = 'X';
    Files.write(root.resolve(ARCHIVE), archive);
    refused(".connectors/hubspot/LICENSE in it");
  }

  @Test
  void contentThatIsConsistentAndNotTheInstalledOneIsRefused() throws IOException {
    TreeMap<String, byte[]> files =
        new TreeMap<>(PristineArchive.unpack(Files.readAllBytes(root.resolve(ARCHIVE))));
    byte[] license = files.put(".connectors/hubspot/LICENSE", "GPL".getBytes(UTF_8));
    Files.write(root.resolve(ARCHIVE), PristineArchive.pack(files));
    refused("LICENSE in it is not what was installed");
    files.remove(".connectors/hubspot/LICENSE");
    Files.write(root.resolve(ARCHIVE), PristineArchive.pack(files));
    refused("it lacks .connectors/hubspot/LICENSE");
    files.put(".connectors/hubspot/LICENSE", license);
    files.put("more.txt", license);
    Files.write(root.resolve(ARCHIVE), PristineArchive.pack(files));
    refused("it holds more.txt");
    Files.delete(root.resolve(ARCHIVE));
    refused("it is not there any more");
  }

  @Test
  void aCompressedBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      for (int i = 0; i < 256; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    Files.write(root.resolve(ARCHIVE), bytes.toByteArray());
    refused("bomb in it is damaged (compressed)");
  }

  @Test
  void aLockThatPutsFilesElsewhereIsRefusedEvenIfItsArchiveAgrees() throws IOException {
    String license = ".connectors/hubspot/LICENSE";
    for (String path :
        List.of(
            "../LICENSE",
            "pom.xml",
            ".git/hooks/pre-commit",
            ".github/workflows/x.yml",
            ".connectors/lock.json",
            ".connectors/hubspot/../LICENSE",
            "src/main/resources/connectors/other/x.json")) {
      TreeMap<String, byte[]> files =
          new TreeMap<>(PristineArchive.unpack(bytes(installed.get(ARCHIVE))));
      files.put(path, files.remove(license));
      Files.write(root.resolve(ARCHIVE), PristineArchive.pack(files));
      project.file(Lock.PATH, installed.get(Lock.PATH).replace(license, path));
      refused(path);
    }
  }

  @Test
  void aLinkedArchiveIsRefused(@TempDir Path outside) throws IOException {
    Path elsewhere = outside.resolve("a.zip");
    Files.move(root.resolve(ARCHIVE), elsewhere);
    Files.createSymbolicLink(root.resolve(ARCHIVE), elsewhere);
    refused(ARCHIVE);
  }

  @Test
  void aProjectWithoutALockIsToldSo() throws IOException {
    Files.delete(root.resolve(Lock.PATH));
    assertThatThrownBy(() -> plan(Extent.EVERYTHING))
        .hasMessageContaining("there is no .connectors/lock.json");
  }

  private void refused(String reason) {
    Map<String, String> before = project.files();
    assertThatThrownBy(() -> plan(Extent.EVERYTHING))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.kind()).isEqualTo(Kind.INTEGRITY))
        .hasMessageContaining(reason);
    assertThat(project.files()).isEqualTo(before);
  }

  private InstallPlan plan(Extent extent) {
    return new InstallPlanner().plan(new InstallRequest(found(), BuildEdits.ADD, extent));
  }

  private Project found() {
    return new ProjectDetector().require(root, ProjectDetector.Overrides.none());
  }

  /** As in a fresh copy of a repository that ignores the copied source. */
  private void loseTheSource() throws IOException {
    for (String folder :
        List.of(
            "src/main/java/com/acme/app/connectors",
            "src/main/resources",
            "src/test",
            ".connectors/hubspot")) {
      try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static byte[] bytes(String content) {
    return content.getBytes(ISO_8859_1);
  }
}

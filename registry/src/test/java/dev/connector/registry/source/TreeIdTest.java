package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeIdTest {

  @TempDir Path temporary;

  @Test
  void isGitsIdOfTheSameFiles() throws IOException {
    // "a-b", "a.b", "a/" and "a0" is where git's order differs from that of the names.
    Sample files =
        Sample.registry()
            .file("x/a/b", "1")
            .file("x/a-b", "2")
            .file("x/a.b", "3")
            .file("x/a0", "")
            .file("x/deep/er/file.java", "class A {}\n")
            .file("x/Z", "é");
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      ObjectId commit = upstream.commit("main", files);

      assertThat(TreeId.of(below("x/", files))).isEqualTo(upstream.treeId(commit, "x"));
    }
  }

  @Test
  void isGitsIdOfNothing() {
    assertThat(TreeId.of(List.of())).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  }

  @Test
  void agreesAmongAllKindsOfRegistry() throws IOException {
    Sample sample = Sample.registry().connector("billing").runtime();
    Path folder = sample.in(temporary.resolve("folder"));
    Path file = temporary.resolve("registry.zip");
    RegistryPacker.pack(folder, file, "", "");
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.commit("main", sample);
      GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
      try (Registry git = GitRegistry.open("@acme", upstream.at(""), settings);
          Registry directory = DirectoryRegistry.open("folder", folder);
          Registry packed = PackedRegistry.open(file)) {
        assertThat(directory.connector("billing").origin().tree())
            .isEqualTo(git.connector("billing").origin().tree())
            .isEqualTo(packed.connector("billing").origin().tree());
        assertThat(directory.runtime("java").origin().tree())
            .isEqualTo(git.runtime("java").origin().tree())
            .isEqualTo(packed.runtime("java").origin().tree());
      }
    }
  }

  private static List<ItemFile> below(String folder, Sample sample) {
    return sample.nodes().stream()
        .map(
            node ->
                new ItemFile(
                    node.path().substring(folder.length()),
                    Sample.text(node).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}

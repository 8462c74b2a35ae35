package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonReaderTest {

  private static final String LESSON =
      "---\ntitle: Odd offsets\napplies: [pagination.offset]\n---\n\nThey begin at 1.\n";

  @TempDir Path temporary;

  @Test
  void lessons_are_the_same_from_a_folder_a_packed_file_and_a_repository() throws IOException {
    Sample sample = sample().file("lessons/odd-offsets.md", LESSON);
    Path folder = sample.in(temporary.resolve("folder"));
    Path packed = temporary.resolve("packed.zip");
    RegistryPacker.pack(folder, packed, "", "");

    try (Registry registry = PackedRegistry.open(packed)) {
      assertThat(registry.lessons()).isEqualTo(in(folder));
      assertThat(registry.lessons().all()).extracting(Lesson::file).containsExactly(LESSON);
    }
    try (Upstream upstream = Upstream.in(temporary.resolve("upstream"))) {
      upstream.commit("main", sample);
      try (GitContent content =
          new GitContent(
              BareRepository.open(temporary.resolve("upstream")),
              upstream.commit("main", sample))) {
        Storage storage = new Storage(content, "upstream");
        assertThat(new LessonReader(storage).read()).isEqualTo(in(folder));
      }
    }
  }

  @Test
  void a_registry_without_lessons_has_none() {
    assertThat(in(sample().in(temporary)).all()).isEmpty();
  }

  @Test
  void a_link_a_folder_a_program_and_a_large_file_are_refused_all_at_once() throws IOException {
    Path folder =
        sample()
            .file("lessons/run.sh", "true")
            .file("lessons/more/deep.md", LESSON)
            .file("lessons/large.md", LESSON + "x".repeat(Lesson.LARGEST))
            .in(temporary.resolve("folder"));
    assertThatThrownBy(() -> in(folder))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("run.sh: ")
        .hasMessageContaining("more: is a folder")
        .hasMessageContaining("large.md: larger than 8 KB");

    Path secret = Files.writeString(temporary.resolve("secret.md"), LESSON);
    Files.createSymbolicLink(folder.resolve("lessons/linked.md"), secret);
    assertThatThrownBy(() -> in(folder)).hasMessageContaining("linked.md: a symbolic link");
  }

  @Test
  void names_in_a_packed_file_lead_nowhere() throws IOException {
    Path packed =
        Packed.with(
            sample().file("lessons/../odd.md", LESSON).file("lessons/Odd offsets.md", LESSON),
            temporary.resolve("packed.zip"));

    try (Registry registry = PackedRegistry.open(packed)) {
      assertThatThrownBy(registry::lessons)
          .hasMessageContaining("lessons is refused")
          .hasMessageContaining("a character other than");
    }
  }

  private static Lessons in(Path folder) {
    try (Registry registry = DirectoryRegistry.open("folder", folder)) {
      return registry.lessons();
    }
  }

  private static Sample sample() {
    return Sample.registry().connector("billing").runtime();
  }
}

package dev.connector.cli.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @TempDir Path directory;
  private Path docs;

  @BeforeEach
  void folder() throws IOException {
    docs = Files.createDirectories(directory.resolve("docs"));
  }

  @Test
  void filesAreReadInOrderAndAddressedBelowTheFolder() throws IOException {
    write("b/paging.md", "# Paging\n\nBy cursor.\n\n## Limits\n\n100 a page.");
    write("a.html", "<title>Start</title><main><h1>Start</h1><p>Hello</p></main>");
    write("c.txt", "Plain words.");

    Reading reading = read(ReadingLimits.standard());

    assertThat(reading.documents())
        .extracting(Document::id, Document::address, Document::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("d1", "docs/a.html", "Start"),
            org.assertj.core.groups.Tuple.tuple("d2", "docs/b/paging.md", "Paging"),
            org.assertj.core.groups.Tuple.tuple("d3", "docs/c.txt", "c.txt"));
    assertThat(reading.documents().get(1).sections().get(1))
        .isEqualTo(
            new Section(
                "d2.2", "docs/b/paging.md#limits", List.of("Paging", "Limits"), "100 a page."));
    assertThat(reading.notes()).isEmpty();
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectories(directory.resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "# Secret");
    write("a.md", "# A\n\ntext");
    Files.createSymbolicLink(docs.resolve("out"), outside);
    Files.createSymbolicLink(docs.resolve("out.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(docs.resolve("loop"), docs);

    Reading reading = read(ReadingLimits.standard());

    assertThat(reading.documents()).extracting(Document::title).containsExactly("A");
    assertThat(reading.notes())
        .containsExactly(
            "left out, a link, which is not followed: docs/loop, docs/out, docs/out.md");
  }

  @Test
  void binaryUnknownHugeAndDeepFilesAreTold() throws IOException {
    write("a.md", "x".repeat(3000));
    Files.write(docs.resolve("b.md"), new byte[] {1, 0, 2, 3});
    Files.write(docs.resolve("c.png"), new byte[] {1, 2});
    write("d/".repeat(40) + "deep.md", "deep");

    Reading reading = read(ReadingLimits.standard().withBytes(1000, 10_000));

    assertThat(reading.documents()).extracting(Document::address).containsExactly("docs/a.md");
    assertThat(String.join("\n", reading.notes()))
        .contains(
            "all but the beginning of what is too long: docs/a.md",
            "no text: docs/b.md",
            "not known to be documentation: docs/c.png",
            "too deep: docs/d/d/");
  }

  @Test
  void aHugeFolderIsBounded() throws IOException {
    for (int i = 0; i < 60; i++) {
      write("f" + i + ".md", "text " + i);
    }

    Reading reading = read(ReadingLimits.standard().withFiles(50));

    assertThat(reading.documents()).hasSize(50);
    assertThat(reading.notes()).singleElement().asString().contains("after 50 files");
  }

  @Test
  void otherEncodingsAreRead() throws IOException {
    Files.write(docs.resolve("a.md"), "# Größe".getBytes(Charset.forName("windows-1252")));
    Files.write(docs.resolve("b.md"), "\ufeff# Größe 2".getBytes(StandardCharsets.UTF_16LE));
    Files.write(
        docs.resolve("c.html"),
        "<meta charset=iso-8859-2><h1>Łódź</h1>".getBytes(Charset.forName("iso-8859-2")));
    Files.write(docs.resolve("d.md"), "\ufeff# Größe 3".getBytes(StandardCharsets.UTF_8));

    assertThat(read(ReadingLimits.standard()).documents())
        .extracting(Document::title)
        .containsExactly("Größe", "Größe 2", "Łódź", "Größe 3");
  }

  @Test
  void descriptionsAreNoticedInsteadOfRead() throws IOException {
    write("api.yaml", "# ours\nopenapi: 3.1.0\ninfo: {}");
    write("swagger.json", "{\"swagger\": \"2.0\"}");
    write(
        "a.md",
        "See [it](swagger.json), [that](https://x.test/v1/openapi.json), [no](../../etc/openapi.json)");

    Reading reading = read(ReadingLimits.standard());

    assertThat(reading.documents()).hasSize(1);
    Path real = docs.toRealPath();
    assertThat(reading.descriptions())
        .containsExactlyInAnyOrder(
            real.resolve("api.yaml").toString(),
            real.resolve("swagger.json").toString(),
            "https://x.test/v1/openapi.json");
    assertThat(reading.notes()).anyMatch(it -> it.contains("docs/api.yaml is an API description"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(
            () ->
                new DocumentationReader(ReadingLimits.standard(), false, it -> {})
                    .read(List.of("nowhere"), directory))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("no documentation at nowhere");
  }

  private void write(String name, String text) throws IOException {
    Path file = docs.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Reading read(ReadingLimits limits) {
    return new DocumentationReader(limits, false, it -> {}).read(List.of("docs"), directory);
  }
}

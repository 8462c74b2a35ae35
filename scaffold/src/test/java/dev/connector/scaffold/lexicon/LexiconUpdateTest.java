package dev.connector.scaffold.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconUpdateTest {

  private static final Path FILE =
      Path.of("src/main/resources/dev/connector/scaffold/lexicon/lexicon.json");

  private static final String LEXICON =
      """
      {
        "facts": {"cursorParameter": {"cursor": 15}},
        "registry": {
          "cursorParameter": {"gone": 9}
        }
      }
      """;

  private static final String DEFINITION =
      """
      {"resources": {"things": {
        "incremental": {"cursor": "/at"},
        "operations": {
          "list": {
            "query": {"fresher_than": "{cursor}", "kind": "all"},
            "records": "/page/rows",
            "pagination": {"type": "cursor", "parameter": {"body": "/paging/goOn"},
              "next": "/page/goOnWith", "more": "/page/unfinished",
              "size": {"parameter": "howMany", "value": 10}}},
          "other": {"records": "/page/rows"},
          "get": {"records": {"at": "/thing", "shape": "single"}}}}}}
      """;

  @TempDir Path connectors;

  @Test
  void the_committed_lexicon_counts_the_registrys_connectors() throws IOException {
    String committed = Files.readString(FILE);
    assertThat(LexiconUpdate.updated(committed, Path.of("../registry/connectors")))
        .as("run: mvn -q -Plexicon -pl scaffold -am process-classes")
        .isEqualTo(committed);
    assertThat(Lexicon.standard().weight("nextToken", "paging.next.after"))
        .isGreaterThan(Lexicon.facts().weight("nextToken", "paging.next.after"));
  }

  @Test
  void counts_each_connector_once_and_replaces_what_was_counted() throws IOException {
    write("one");
    write("two");
    String updated = LexiconUpdate.updated(LEXICON, connectors);
    assertThat(updated)
        .isEqualTo(
            """
            {
              "facts": {"cursorParameter": {"cursor": 15}},
              "registry": {
                "changeParameter": {"fresher_than": 2},
                "cursorParameter": {"goOn": 2},
                "moreFlag": {"page.unfinished": 2},
                "nextToken": {"page.goOnWith": 2},
                "recordsKey": {"page.rows": 2},
                "sizeParameter": {"howMany": 2}
              }
            }
            """);
    assertThat(LexiconUpdate.updated(updated, connectors)).isEqualTo(updated);
    Lexicon lexicon = Lexicon.of(new ObjectMapper().readTree(updated), true);
    assertThat(lexicon.weight("cursorParameter", "go_on")).isEqualTo(2);
    assertThat(lexicon.weight("cursorParameter", "gone")).isZero();
  }

  private void write(String name) throws IOException {
    Path folder = Files.createDirectory(connectors.resolve(name));
    Files.writeString(folder.resolve("connector.json"), DEFINITION);
  }
}

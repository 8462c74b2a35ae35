package dev.connector.registry.workspace.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RenamesTest {

  private static final String CLIENT =
      "class Client {\n  void one() {}\n  void two() {}\n  int x;\n}\n";

  @Test
  void aFileIsKnownByItsContent() {
    assertThat(renames(Map.of("a/Client.java", CLIENT), Map.of("b/Api.java", CLIENT)))
        .containsExactly(Map.entry("a/Client.java", "b/Api.java"));
  }

  @Test
  void aFileThatWasAlsoEditedIsKnownByMostOfItsLines() {
    String edited = CLIENT.replace("class Client", "class Api");
    assertThat(renames(Map.of("a/Client.java", CLIENT), Map.of("a/Api.java", edited))).hasSize(1);
  }

  @Test
  void anotherFileIsNoRename() {
    assertThat(renames(Map.of("a/Client.java", CLIENT), Map.of("a/Api.java", "record Api() {}\n")))
        .isEmpty();
  }

  @Test
  void ofTwoAlikeTheOneOfTheSameNameIsMeant() {
    assertThat(
            renames(
                Map.of("a/Client.java", CLIENT),
                Map.of("b/Another.java", CLIENT, "b/Client.java", CLIENT)))
        .containsExactly(Map.entry("a/Client.java", "b/Client.java"));
  }

  @Test
  void oneNewFileStandsForOneOldFileOnly() {
    assertThat(
            renames(
                Map.of("a/Client.java", CLIENT, "a/Copy.java", CLIENT),
                Map.of("b/Client.java", CLIENT)))
        .containsExactly(Map.entry("a/Client.java", "b/Client.java"));
  }

  @Test
  void aSchemaBesideTheLockIsNotTheOneOnTheClassPath() {
    assertThat(
            renames(
                Map.of(".connectors/x/schemas/a.json", CLIENT),
                Map.of("src/main/resources/schemas/b.json", CLIENT)))
        .isEmpty();
  }

  private static SortedMap<String, String> renames(
      Map<String, String> gone, Map<String, String> come) {
    return Renames.of(bytes(gone), bytes(come));
  }

  private static SortedMap<String, byte[]> bytes(Map<String, String> texts) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    texts.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
    return contents;
  }
}

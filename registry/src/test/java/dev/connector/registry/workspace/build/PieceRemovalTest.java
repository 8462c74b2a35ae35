package dev.connector.registry.workspace.build;

import static dev.connector.registry.workspace.build.GoldenBuild.NEEDED;
import static dev.connector.registry.workspace.build.GoldenBuild.read;
import static dev.connector.registry.workspace.build.GoldenBuild.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.PieceRemoval.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PieceRemovalTest {

  private static final List<Dependency> NOTHING = List.of();

  static Stream<Path> cases() {
    return Stream.of("maven", "gradle").flatMap(it -> GoldenBuild.cases(it).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasPutInComesOutAndGivesTheVeryBytesBack(Path before) {
    BuildEdit edit = add(before, read(before), NEEDED);
    Result result = PieceRemoval.of(edit.content(), edit.pieces(), NOTHING);
    assertThat(text(result.content())).isEqualTo(text(read(before)));
    assertThat(result.kept()).isEmpty();
    assertThat(result.left()).isEmpty();
    assertThat(result.taken()).isEqualTo(edit.pieces());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ofTwoThatShareAFileEachMayGoFirst(Path before) {
    for (int split = 0; split <= NEEDED.size(); split++) {
      List<Dependency> first = NEEDED.subList(0, split);
      List<Dependency> second = NEEDED.subList(split, NEEDED.size());
      for (boolean lastGoesFirst : new boolean[] {false, true}) {
        BuildEdit one = add(before, read(before), first);
        BuildEdit two = add(before, one.content(), second);
        List<Piece> pieces = new ArrayList<>(one.pieces());
        pieces.addAll(two.pieces());
        List<Dependency> staying = lastGoesFirst ? first : second;
        Result half = PieceRemoval.of(two.content(), pieces, staying);
        assertThat(half.left()).as("%s, %d", before, split).isEmpty();
        BuildEdit again = add(before, half.content(), staying);
        assertThat(again.added()).as("%s, %d: it is still there", before, split).isEmpty();
        assertThat(text(again.content())).isEqualTo(text(half.content()));
        Result rest = PieceRemoval.of(half.content(), half.kept(), NOTHING);
        assertThat(text(rest.content())).as("%s, %d", before, split).isEqualTo(text(read(before)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lineEndingsThatVersionControlChangedAreNoObstacle(Path before) {
    BuildEdit edit = add(before, read(before), NEEDED);
    String unix = text(edit.content()).replace("\r\n", "\n");
    Result result = PieceRemoval.of(bytes(unix.replace("\n", "\r\n")), edit.pieces(), NOTHING);
    String expected = text(read(before)).replace("\r\n", "\n").replace("\n", "\r\n");
    assertThat(text(result.content())).isEqualTo(expected);
  }

  @Test
  void whatTheUserChangedStaysAndIsToldAndTheRestGoes() {
    Piece a = new Piece("a:a", "", "\n  implementation 'a:a:1'");
    Piece b = new Piece("b:b", "", "\n  implementation 'b:b:1'");
    String script = "dependencies {\n  implementation 'a:a:2'\n  implementation 'b:b:1'\n}\n";
    Result result = PieceRemoval.of(bytes(script), List.of(a, b), NOTHING);
    assertThat(text(result.content())).isEqualTo("dependencies {\n  implementation 'a:a:2'\n}\n");
    assertThat(result.left()).containsExactly(a);
    assertThat(result.taken()).containsExactly(b);
  }

  @Test
  void aPieceThatWasWrittenOnToIsNotCutOff() {
    Piece piece = new Piece("a:a", "", "\n  implementation('a:a:1')");
    for (String more : List.of(" {\n    transitive = false\n  }", " // mine", ", b")) {
      String script = "dependencies {\n  implementation('a:a:1')" + more + "\n}\n";
      Result result = PieceRemoval.of(bytes(script), List.of(piece), NOTHING);
      assertThat(text(result.content())).isEqualTo(script);
      assertThat(result.left()).containsExactly(piece);
    }
  }

  @Test
  void ofTwoEqualLinesTheLastGoes() {
    Piece piece = new Piece("a:a", "", "\n  implementation 'a:a:1'");
    String script = "x {\n  implementation 'a:a:1'\n}\ny {\n  implementation 'a:a:1'\n}\n";
    assertThat(text(PieceRemoval.of(bytes(script), List.of(piece), NOTHING).content()))
        .isEqualTo("x {\n  implementation 'a:a:1'\n}\ny {\n}\n");
  }

  @Test
  void aSectionThatGotSomethingOfTheUsersStays() {
    Piece section = new Piece("dependencies", "", "\ndependencies {\n}\n");
    Piece inner = new Piece("a:a", "", "\n  implementation 'a:a:1'");
    String script = "x\n\ndependencies {\n  implementation 'a:a:1'\n  api 'mine'\n}\n";
    Result result = PieceRemoval.of(bytes(script), List.of(section, inner), NOTHING);
    assertThat(text(result.content())).isEqualTo("x\n\ndependencies {\n  api 'mine'\n}\n");
  }

  @Test
  void theEndOfABlockOfOneLineIsNotTakenFromAnEditedLine() {
    Piece first = new Piece("a:a", " ", "\n  implementation 'a:a:1'\n");
    Piece second = new Piece("b:b", "", "\n  implementation 'b:b:1'");
    String script = "dependencies { x\n  implementation 'a:a:1'\n  implementation 'b:b:2'\n}\n";
    Result result = PieceRemoval.of(bytes(script), List.of(first, second), NOTHING);
    assertThat(text(result.content())).as("two statements on one line").isEqualTo(script);
  }

  private static BuildEdit add(Path before, byte[] content, List<Dependency> dependencies) {
    return BuildEditTest.buildFile(before, content).add(dependencies);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}

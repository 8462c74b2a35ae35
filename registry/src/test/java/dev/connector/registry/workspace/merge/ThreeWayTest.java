package dev.connector.registry.workspace.merge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

  private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";

  @Test
  void whatTheUserDidNotTouchIsTaken() {
    assertMerged(BASE, BASE, "one\n2\nthree\nfour\nfive\n", Outcome.TAKEN);
    assertMerged(BASE, BASE, null, Outcome.TAKEN, null);
    assertMerged(null, null, "new\n", Outcome.TAKEN);
  }

  @Test
  void whatTheOriginDidNotTouchIsKept() {
    assertMerged(BASE, "mine\n", BASE, Outcome.KEPT, "mine\n");
    assertMerged(BASE, null, BASE, Outcome.KEPT, null);
    assertMerged(null, "mine\n", null, Outcome.KEPT, "mine\n");
  }

  @Test
  void theSameEditOnBothSidesIsNoConflict() {
    assertMerged(BASE, "one\n", "one\n", Outcome.KEPT, "one\n");
  }

  @Test
  void editsOfDifferentLinesAreMerged() {
    assertMerged(
        BASE,
        "ONE\ntwo\nthree\nfour\nfive\n",
        "one\ntwo\nthree\nfour\nFIVE\n",
        Outcome.MERGED,
        "ONE\ntwo\nthree\nfour\nFIVE\n");
  }

  @Test
  void editsOfTheSameLineAreMarked() {
    assertMerged(
        BASE,
        "one\nmine\nthree\nfour\nfive\n",
        "one\ntheirs\nthree\nfour\nfive\n",
        Outcome.OVERLAP,
        "one\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> hubspot 2.0.0\nthree\nfour\nfive\n");
  }

  @Test
  void twoNewFilesOfOneNameAreMarkedWhole() {
    assertMerged(
        null,
        "mine\n",
        "theirs\n",
        Outcome.OVERLAP,
        "<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> hubspot 2.0.0\n");
  }

  @Test
  void aFileTheUserRemovedStaysAway() {
    assertMerged(BASE, null, "one\n", Outcome.REMOVED_HERE, null);
  }

  @Test
  void aFileTheUserEditedStaysThoughItsOriginRemovedIt() {
    assertMerged(BASE, "mine\n", null, Outcome.REMOVED_THERE, "mine\n");
  }

  @Test
  void lineEndingsOfTheUserAreKept() {
    String mine = "ONE\r\ntwo\r\nthree\r\nfour\r\nfive\r\n";
    assertMerged(
        BASE,
        mine,
        "one\ntwo\nthree\nfour\nFIVE\n",
        Outcome.MERGED,
        "ONE\r\ntwo\r\nthree\r\nfour\r\nFIVE\r\n");
    assertMerged(
        BASE, "one\r\ntwo\r\nthree\r\nfour\r\nfive\r\n", "1\n2\n", Outcome.TAKEN, "1\r\n2\r\n");
  }

  @Test
  void anOriginThatChangesLineEndingsAloneChangesNothing() {
    assertMerged(BASE, "mine\n", BASE.replace("\n", "\r\n"), Outcome.KEPT, "mine\n");
  }

  @Test
  void mixedLineEndingsSurvive() {
    assertMerged(
        "one\ntwo\r\nthree\nfour\nfive\n",
        "ONE\ntwo\r\nthree\nfour\nfive\n",
        "one\ntwo\r\nthree\nfour\nFIVE\n",
        Outcome.MERGED,
        "ONE\ntwo\r\nthree\nfour\nFIVE\n");
  }

  @Test
  void aLastLineWithoutItsEndStaysSo() {
    assertMerged(
        "one\ntwo\nthree\nfour",
        "ONE\ntwo\nthree\nfour",
        "one\ntwo\nthree\nfour\nfive",
        Outcome.MERGED,
        "ONE\ntwo\nthree\nfour\nfive");
  }

  @Test
  void aByteOrderMarkAndBytesThatAreNoUtf8Survive() {
    String mark = "\u00EF\u00BB\u00BF";
    assertMerged(
        BASE,
        mark + "one\ntwo\nthr\u00E9\u00E9\nfour\nfive\n",
        "one\ntwo\nthree\nfour\nFIVE\n",
        Outcome.MERGED,
        mark + "one\ntwo\nthr\u00E9\u00E9\nfour\nFIVE\n");
  }

  @Test
  void whatIsNoTextIsNeverMarked() {
    assertMerged(BASE, "a\0b", "one\n", Outcome.NOT_TEXT, "a\0b");
  }

  private static void assertMerged(String base, String ours, String theirs, Outcome outcome) {
    assertMerged(base, ours, theirs, outcome, theirs);
  }

  private static void assertMerged(
      String base, String ours, String theirs, Outcome outcome, String content) {
    Merged merged = new ThreeWay(bytes(base), bytes(ours), bytes(theirs)).merged("hubspot 2.0.0");
    assertThat(merged.outcome()).isEqualTo(outcome);
    assertThat(merged.content().map(it -> new String(it, ISO_8859_1)))
        .isEqualTo(Optional.ofNullable(content));
  }

  private static Optional<byte[]> bytes(String text) {
    return Optional.ofNullable(text).map(it -> it.getBytes(ISO_8859_1));
  }
}

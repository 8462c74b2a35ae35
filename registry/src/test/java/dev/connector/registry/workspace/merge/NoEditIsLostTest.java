package dev.connector.registry.workspace.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every line is unique, so that each edit can be looked for in what comes out. */
class NoEditIsLostTest {

  private static final int PAIRS = 2_000;

  private final Random random = new Random(20261121);
  private int lines;

  @Test
  void everyLineEitherSideWroteIsInTheResult() {
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    for (int i = 0; i < PAIRS; i++) {
      List<String> base = fresh(random.nextInt(30));
      List<String> ours = edited(base);
      List<String> theirs = edited(base);
      Merged merged =
          new ThreeWay(
                  Optional.of(bytes(base)), Optional.of(bytes(ours)), Optional.of(bytes(theirs)))
              .merged("theirs");
      List<String> result = lines(merged.content().orElseThrow());
      assertThat(missing(result, added(base, ours))).as("ours, pair %d", i).isEmpty();
      assertThat(missing(result, added(base, theirs))).as("theirs, pair %d", i).isEmpty();
      if (merged.outcome() != Outcome.OVERLAP) {
        assertThat(result).as("pair %d", i).doesNotHaveDuplicates();
        assertThat(removed(base, ours)).as("pair %d", i).noneMatch(result::contains);
        assertThat(removed(base, theirs)).as("pair %d", i).noneMatch(result::contains);
      }
      seen.merge(merged.outcome(), 1, Integer::sum);
    }
    assertThat(seen.get(Outcome.MERGED)).isGreaterThan(PAIRS / 10);
    assertThat(seen.get(Outcome.OVERLAP)).isGreaterThan(PAIRS / 10);
  }

  private List<String> fresh(int count) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add("line " + lines++);
    }
    return made;
  }

  private List<String> edited(List<String> base) {
    List<String> result = new ArrayList<>(base);
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(result.size() + 1);
      int removed = Math.min(random.nextInt(3), result.size() - at);
      result.subList(at, at + removed).clear();
      result.addAll(at, fresh(random.nextInt(3)));
    }
    return result;
  }

  private static Set<String> added(List<String> before, List<String> after) {
    return missing(before, after);
  }

  private static Set<String> removed(List<String> before, List<String> after) {
    return missing(after, before);
  }

  /** What of some lines is not among others. */
  private static Set<String> missing(List<String> among, Collection<String> lines) {
    Set<String> missing = new HashSet<>(lines);
    among.forEach(missing::remove);
    return missing;
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("", lines.stream().map(line -> line + "\n").toList()).getBytes(UTF_8);
  }

  private static List<String> lines(byte[] content) {
    return new String(content, UTF_8).lines().toList();
  }
}

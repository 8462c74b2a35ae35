package dev.connector.registry.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lessons of one registry or of several.
 *
 * @param all by name
 */
public record Lessons(List<Lesson> all) {

  public Lessons {
    TreeMap<String, Lesson> byName = new TreeMap<>();
    all.forEach(it -> byName.putIfAbsent(it.name(), it));
    all = List.copyOf(byName.values());
  }

  /** None. */
  public static Lessons none() {
    return new Lessons(List.of());
  }

  /** These and others; of two with one name, this one's. */
  public Lessons and(Lessons others) {
    List<Lesson> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Lessons(both);
  }

  /** The lesson of that name. */
  public Optional<Lesson> find(String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /**
   * The few that help. Features take turns, in their order, so that no one of them takes all the
   * room; what is about just that feature comes before what is about a kind of it, or about what it
   * is a kind of. The same question has the same answer.
   *
   * @param features the words of {@link Features}, what matters most first
   * @param most how many
   */
  public List<Lesson> relevant(Collection<String> features, int most) {
    List<List<Lesson>> queues = new LinkedHashSet<>(features).stream().map(this::about).toList();
    int longest = queues.stream().mapToInt(List::size).max().orElse(0);
    Set<Lesson> chosen = new LinkedHashSet<>();
    for (int turn = 0; turn < longest; turn++) {
      for (List<Lesson> queue : queues) {
        queue.stream().skip(turn).limit(1).forEach(chosen::add);
      }
    }
    return chosen.stream().limit(most).toList();
  }

  private List<Lesson> about(String feature) {
    Set<Lesson> found = new LinkedHashSet<>();
    all.stream().filter(it -> it.applies().contains(feature)).forEach(found::add);
    all.stream()
        .filter(it -> it.applies().stream().anyMatch(other -> akin(feature, other)))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static boolean akin(String one, String other) {
    return one.startsWith(other + ".") || other.startsWith(one + ".");
  }
}

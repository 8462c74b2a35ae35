package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.QuickTree;
import dev.connector.registry.workspace.change.Undo;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is added, edited, removed and undone, in whatever order: undone in the end is all. */
class RandomSequencesTest {

  private static final int SEQUENCES = 200;
  private static final int STEPS = 8;
  private static final int KEPT = 5;
  private static final List<String> NAMES = List.of("hubspot", "billing", "tides");

  /** Something that was done and not taken back yet. */
  private sealed interface Done {

    /** A command, with the tree before and after it. */
    record Command(Operation operation, Map<String, String> before, Map<String, String> after)
        implements Done {}

    /** The user's edit of one file; null where none was there. */
    record Edit(String path, String before) implements Done {}
  }

  @TempDir Path temp;
  private Random random;
  private SampleProject project;
  private ProjectTree tree;
  private final Deque<Done> done = new ArrayDeque<>();
  private int undone;
  private int refused;
  private int removed;

  @Test
  void undoingEverythingRestoresTheFirstTreeByteForByte() throws IOException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      random = new Random(seed);
      begin(temp.resolve("p" + seed), seed);
      Map<String, String> first = picture();
      for (int step = 0; step < STEPS; step++) {
        step(seed);
      }
      while (!done.isEmpty()) {
        if (done.peek() instanceof Done.Edit edit) {
          done.pop();
          write(edit.path(), edit.before());
        } else {
          undo(seed);
        }
      }
      assertThat(picture()).as("sequence %d", seed).isEqualTo(first);
      assertThat(project.root().resolve(".connectors")).doesNotExist();
    }
    assertThat(List.of(undone, refused, removed)).allMatch(times -> times > SEQUENCES / 8);
  }

  private void begin(Path root, int seed) throws IOException {
    Files.createDirectories(root);
    project = SampleProject.maven(root);
    if (seed % 3 == 1) {
      Files.delete(root.resolve("pom.xml"));
      project.file("build.gradle", "plugins { id 'java' }\n\ndependencies { }\n");
    }
    if (seed % 2 == 1) {
      project.file(".env.example", "MINE=1\r\nLAST=2");
    }
    tree = QuickTree.at(root);
  }

  private void step(int seed) throws IOException {
    int choice = random.nextInt(10);
    boolean full = done.stream().filter(it -> it instanceof Done.Command).count() == KEPT;
    if (choice < 4) {
      edit();
    } else if (choice < 6) {
      undo(seed);
    } else if (!full) {
      List<String> installed = List.copyOf(Lock.read(tree).connectors().keySet());
      if (choice < 8 || installed.isEmpty()) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        run(
            project
                .plan(SampleItem.runtime("1.0.0"), SampleItem.connector(name))
                .overwriting(conflict -> random.nextInt(3) == 0));
      } else {
        removed++;
        run(project.planRemove(installed.get(random.nextInt(installed.size()))).plan());
      }
    }
  }

  private void run(Plan plan) {
    Map<String, String> before = picture();
    tree.apply(plan).ifPresent(it -> done.push(new Done.Command(it, before, picture())));
  }

  private void edit() throws IOException {
    Map<String, String> now = project.files();
    List<String> files = new ArrayList<>(now.keySet());
    files.removeIf(it -> it.matches("\\.connectors/([^/]+\\.json|base/.*)"));
    files.add("note" + random.nextInt(3) + ".txt");
    String path = files.get(random.nextInt(files.size()));
    String before = now.get(path);
    done.push(new Done.Edit(path, before));
    boolean build = path.equals("pom.xml") || path.equals("build.gradle");
    if (before == null) {
      write(path, "mine\n");
    } else if (build || random.nextInt(3) > 0) {
      boolean version = random.nextBoolean() && before.contains("5.5.1");
      write(path, version ? before.replace("5.5.1", "5.5.2") : before + "\n");
    } else {
      write(path, null);
    }
  }

  /** Undoes the last command, if the user has not edited what it wrote, and holds it to that. */
  private void undo(int seed) throws IOException {
    Done.Command last =
        (Done.Command)
            done.stream().filter(it -> it instanceof Done.Command).findFirst().orElse(null);
    if (last == null) {
      assertThat(tree.undo()).as("sequence %d", seed).isEmpty();
      return;
    }
    Map<String, String> now = picture();
    Set<String> edited = new TreeSet<>();
    for (String path : last.operation().paths()) {
      if (!Objects.equals(now.get(path), last.after().get(path))
          && !Objects.equals(now.get(path), last.before().get(path))) {
        edited.add(path);
      }
    }
    Undo undo = tree.undo().orElseThrow();
    assertThat(undo.operation()).isEqualTo(last.operation());
    assertThat(undo.edited()).as("sequence %d", seed).containsExactlyInAnyOrderElementsOf(edited);
    if (!edited.isEmpty()) {
      refused++;
      assertThatThrownBy(() -> tree.apply(undo)).isInstanceOf(ConnectorException.class);
      assertThat(picture()).as("sequence %d", seed).isEqualTo(now);
      return;
    }
    tree.apply(undo);
    undone++;
    forget(last);
    Map<String, String> expected = files(now);
    for (String path : last.operation().paths()) {
      expected.remove(path);
      Optional.ofNullable(last.before().get(path)).ifPresent(it -> expected.put(path, it));
    }
    assertThat(files(picture())).as("sequence %d", seed).isEqualTo(expected);
  }

  /** A command, and edits since that were taken back with what it wrote. */
  private void forget(Done.Command command) {
    List<Done> since = new ArrayList<>();
    while (done.peek() != command) {
      since.add(0, done.pop());
    }
    done.pop();
    for (Done each : since) {
      if (!command.operation().paths().contains(((Done.Edit) each).path())) {
        done.push(each);
      }
    }
  }

  private void write(String path, String content) throws IOException {
    Path file = project.root().resolve(path);
    if (content == null) {
      Files.delete(file);
    } else {
      Files.write(file, content.getBytes(ISO_8859_1));
    }
  }

  private static Map<String, String> files(Map<String, String> picture) {
    Map<String, String> files = new TreeMap<>(picture);
    files.keySet().removeIf(path -> path.endsWith("/"));
    return files;
  }

  /** Every file and folder by path; a folder's ends with a slash. */
  private Map<String, String> picture() {
    Map<String, String> picture = new TreeMap<>(project.files());
    try (Stream<Path> paths = Files.walk(project.root())) {
      paths
          .filter(Files::isDirectory)
          .map(path -> project.root().relativize(path) + "/")
          .filter(path -> !path.matches("/|\\.connectors/(undo/.*)?"))
          .forEach(path -> picture.put(path, ""));
      return picture;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

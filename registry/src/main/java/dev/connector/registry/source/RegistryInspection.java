package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything for which readers would refuse what a folder holds as a registry. Readers stop at the
 * first kind of it; this is for those who mend it.
 */
public final class RegistryInspection {

  /** What tells a folder that is meant as a connector from one that holds something else. */
  private static final Set<String> PARTS =
      Set.of(Item.DEFINITION, "README.md", "schemas", "fixtures", "java", "typescript", "python");

  private final Storage storage;
  private final ItemReader items;
  private final Path root;

  private RegistryInspection(Storage storage, ItemReader items, Path root) {
    this.storage = storage;
    this.items = items;
    this.root = root;
  }

  /**
   * Looks at a folder.
   *
   * @throws ConnectorException where it is no registry at all
   */
  public static RegistryInspection of(Path folder) {
    DirectoryRegistry.open(folder.toString(), folder).close();
    DirectoryContent content = new DirectoryContent(folder);
    Storage storage = new Storage(content, folder.toString());
    Origin.Registered place = new Origin.Registered(folder.toString(), "", "", "");
    return new RegistryInspection(
        storage, new ItemReader(content, place), folder.resolve(storage.root()).normalize());
  }

  /** The folder that holds {@code connectors}, which may be a part of the one given. */
  public Path root() {
    return root;
  }

  /** The names of all folders that are meant as connectors, whether or not they can be. */
  public Set<String> connectors() {
    Set<String> names = new TreeSet<>();
    for (String name : storage.folders("connectors")) {
      String folder = "connectors/" + name;
      boolean meant =
          storage.files(folder).stream().anyMatch(it -> PARTS.contains(it.path()))
              || storage.folders(folder).stream().anyMatch(PARTS::contains);
      if (meant) {
        names.add(name);
      }
    }
    return names;
  }

  /** The lessons that can be read; why the others cannot is added, one line each. */
  public Lessons lessons(List<String> problems) {
    return new LessonReader(storage).read(problems);
  }

  /** The languages of the runtimes it holds. */
  public Set<String> runtimes() {
    return items.runtimes();
  }

  /** A connector that {@link #connectorProblems} found nothing in. */
  public Item connector(String name) {
    return items.connector(name);
  }

  /** A runtime that {@link #runtimeProblems} found nothing in. */
  public Item runtime(String language) {
    return items.runtime(language);
  }

  /** Why a runtime would be refused: one line each. */
  public List<String> runtimeProblems(String language) {
    List<String> problems = new ArrayList<>();
    attempt("runtime/" + language, problems, () -> items.runtime(language));
    return problems;
  }

  /** Why a connector would be refused: one line each. */
  public List<String> connectorProblems(String name) {
    List<String> problems = new ArrayList<>();
    if (!Names.isConnector(name)) {
      problems.add("its name is not lower-case letters, digits and single hyphens");
    }
    attempt(name, problems, () -> content(name, problems));
    return problems;
  }

  private void content(String name, List<String> problems) {
    List<Entry> entries = storage.walk("connectors/" + name);
    List<String> unsafe = SafeContent.problems(entries);
    problems.addAll(unsafe);
    if (Storage.only(Item.DEFINITION, entries).isEmpty()) {
      problems.add(Item.DEFINITION + ": is missing");
    }
    if (!unsafe.isEmpty()) {
      return; // what is unsafe is not read
    }
    Map<String, byte[]> files = storage.read(name, entries);
    if (files.containsKey(Item.DEFINITION)) {
      attempt(name, problems, () -> ConnectorSummary.read(name, files.get(Item.DEFINITION)));
    }
    Map<String, ItemManifest> manifests = new TreeMap<>();
    Set<String> unread = new TreeSet<>();
    for (String language : ItemLayout.languages(files.keySet())) {
      int before = problems.size();
      String path = ItemLayout.manifestPath(Item.Kind.CONNECTOR, language);
      attempt(
          name,
          problems,
          () ->
              manifests.put(
                  language, ItemManifest.read(name + "/" + path, language, files.get(path))));
      if (problems.size() > before) {
        unread.add(language + "/");
      }
    }
    // Where a manifest cannot be read, what it would say of the files is not known.
    List<String> judged =
        files.keySet().stream().filter(it -> unread.stream().noneMatch(it::startsWith)).toList();
    problems.addAll(ItemLayout.problems(judged, manifests));
  }

  /** A failure of several lines says what it is about in the first. */
  private static void attempt(String item, List<String> problems, Runnable reading) {
    try {
      reading.run();
    } catch (ConnectorException e) {
      List<String> lines = e.getMessage().lines().map(String::strip).toList();
      String about = lines.get(0).replace(item + "/", "");
      if (lines.size() == 1) {
        problems.add(about);
        return;
      }
      String file = about.replaceFirst(" is refused:$", "");
      lines.stream()
          .skip(1)
          .forEach(line -> problems.add(file.equals(item) ? line : file + " " + line));
    }
  }
}

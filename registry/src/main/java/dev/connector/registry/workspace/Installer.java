package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.workspace.Installation.InstalledFile;
import dev.connector.registry.workspace.Project.Layout;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives an item's files their places and the user's packages. */
final class Installer {

  /** Files of an item that go beside the lock, for people and for tools. */
  private static final Set<String> DOCUMENTS =
      Set.of(Item.DEFINITION, "README.md", "CHANGELOG.md", "LICENSE", "NOTICE");

  private final Layout layout;
  private final Language language;

  Installer(Layout layout, Language language) {
    this.layout = layout;
    this.language = language;
  }

  /**
   * Fits an item into the project.
   *
   * @param packages new package names by the registry's, the item's own among them
   */
  Installation install(Item item, ItemManifest manifest, SortedMap<String, String> packages) {
    PackageRewriter rewriter = new PackageRewriter(packages);
    SortedMap<String, InstalledFile> files = new TreeMap<>();
    for (ItemFile file : item.files()) {
      places(item, manifest, file.path(), rewriter)
          .forEach(path -> files.put(confined(item, path), content(file, rewriter)));
    }
    return new Installation(item, manifest, packages, files);
  }

  private List<String> places(
      Item item, ItemManifest manifest, String path, PackageRewriter rewriter) {
    String folder = ProjectTree.FOLDER + "/" + item.name() + "/";
    String onClassPath = "/connectors/" + item.name() + "/" + path;
    if (DOCUMENTS.contains(path)) {
      return List.of(folder + path);
    }
    if (path.startsWith("schemas/")) {
      // Beside the definition for tools, and on the class path for the code, which checks records.
      return List.of(folder + path, layout.resources() + onClassPath);
    }
    if (path.startsWith("fixtures/")) {
      return List.of(layout.testResources() + onClassPath);
    }
    return source(item, manifest, path, rewriter).stream().toList();
  }

  private Optional<String> source(
      Item item, ItemManifest manifest, String path, PackageRewriter rewriter) {
    String source = item.kind() == Item.Kind.RUNTIME ? "" : language.id() + "/";
    String main = source + manifest.sources().main() + "/";
    if (path.startsWith(main)) {
      return Optional.of(
          layout.main() + "/" + owned(item, manifest, path.substring(main.length()), rewriter));
    }
    return manifest
        .sources()
        .test()
        .map(folderName -> source + folderName + "/")
        .filter(path::startsWith)
        .map(
            test ->
                layout.test()
                    + "/"
                    + owned(item, manifest, path.substring(test.length()), rewriter));
  }

  /** Nothing but what lies in the item's own package may come into the user's source folders. */
  private static String owned(
      Item item, ItemManifest manifest, String path, PackageRewriter rewriter) {
    if (!path.startsWith(manifest.packagePath() + "/")) {
      throw refused(item, path, "it lies outside of the package " + manifest.packageName());
    }
    return rewriter.path(path);
  }

  private String confined(Item item, String path) {
    if (!isConfined(layout, item.name(), path)) {
      throw refused(item, path, "it leaves the folders of a connector");
    }
    return path;
  }

  /** Whether a file of a connector may be at a path. */
  static boolean isConfined(Layout layout, String name, String path) {
    boolean inside =
        path.startsWith(ProjectTree.FOLDER + "/" + name + "/")
            || path.startsWith(layout.main() + "/")
            || path.startsWith(layout.test() + "/")
            || path.startsWith(layout.resources() + "/connectors/" + name + "/")
            || path.startsWith(layout.testResources() + "/connectors/" + name + "/");
    return inside && !path.contains("/../") && !path.contains("\\");
  }

  private static InstalledFile content(ItemFile file, PackageRewriter rewriter) {
    byte[] content = file.content();
    if (file.path().endsWith(".java")) {
      content = rewriter.source(new String(content, UTF_8)).getBytes(UTF_8);
    }
    if (file.path().equals(Item.DEFINITION)) {
      content = SchemaLink.removed(content);
    }
    return new InstalledFile(file.path(), file.content(), content);
  }

  private static ConnectorException refused(Item item, String path, String reason) {
    return new ConnectorException(
        Kind.INTEGRITY,
        "refused to install " + item.name() + "/" + path + ": " + reason,
        "nothing was written; tell the registry's owner");
  }
}

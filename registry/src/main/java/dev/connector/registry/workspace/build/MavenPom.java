package dev.connector.registry.workspace.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code pom.xml} as written, with the parents that lie in the same repository.
 *
 * <p>Tells what the file says, without the effective model: profiles and parents from elsewhere are
 * not looked at.
 */
public final class MavenPom implements BuildFile {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]+)}");
  private static final int DEEPEST_REFERENCE = 20;

  private final TextFile file;
  private final XmlElement project;
  private final Optional<MavenPom> parent;

  private MavenPom(TextFile file, XmlElement project, Optional<MavenPom> parent) {
    this.file = file;
    this.project = project;
    this.parent = parent;
  }

  /**
   * Reads a pom.
   *
   * @param parent the parent, where it lies in the same repository
   * @throws IllegalArgumentException saying why the file cannot be understood
   */
  public static MavenPom parse(byte[] content, Optional<MavenPom> parent) {
    TextFile file = TextFile.of(content);
    if (file.isUtf16()) {
      throw new IllegalArgumentException("it is encoded in UTF-16, which is not supported");
    }
    try {
      XmlElement root = XmlScanner.root(file.text());
      if (!root.name().equals("project")) {
        throw new IllegalArgumentException("its root element is not project");
      }
      return new MavenPom(file, root, parent);
    } catch (XmlScanner.MalformedException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  /** The kind of artifact it builds; {@code jar} where it does not say. */
  public String packaging() {
    return project.value("packaging").map(this::resolved).orElse("jar");
  }

  /** The group, its own or the one its parent section names. */
  public Optional<String> groupId() {
    return project
        .value("groupId")
        .or(() -> project.at("parent", "groupId").map(XmlElement::text))
        .map(this::resolved);
  }

  /** The artifact's name. */
  public Optional<String> artifactId() {
    return project.value("artifactId").map(this::resolved);
  }

  /** The folders of its modules, as written. */
  public List<String> modules() {
    return Stream.of("module", "subproject")
        .flatMap(name -> project.all(name + "s", name).stream())
        .map(module -> resolved(module.text()))
        .toList();
  }

  /** Where it says its parent is, relative to its own folder; empty where it has none there. */
  public Optional<String> parentPath() {
    return project
        .child("parent")
        .flatMap(
            section ->
                section.child("relativePath").isPresent()
                    ? section.value("relativePath")
                    : Optional.of("../pom.xml"));
  }

  /** The coordinates {@code group:artifact} of its parent, in the repository or not. */
  public Optional<String> parentKey() {
    return project
        .child("parent")
        .map(it -> it.value("groupId").orElse("") + ":" + it.value("artifactId").orElse(""));
  }

  /** The coordinates of all parents known, the nearest first. */
  public List<String> parentChain() {
    return lineage().stream().map(MavenPom::parentKey).flatMap(Optional::stream).toList();
  }

  /** A setting of the build section, its own or inherited: {@code sourceDirectory}. */
  public Optional<String> buildSetting(String name) {
    return lookup(pom -> pom.project.at("build", name).map(XmlElement::text)).map(this::resolved);
  }

  /** The first folder of resources it names. */
  public Optional<String> resources() {
    return folder("resources", "resource");
  }

  /** The first folder of test resources it names. */
  public Optional<String> testResources() {
    return folder("testResources", "testResource");
  }

  private Optional<String> folder(String list, String element) {
    return lookup(pom -> pom.project.at("build", list, element, "directory"))
        .map(it -> resolved(it.text()));
  }

  /** A property, its own or inherited, with references in it resolved. */
  public Optional<String> property(String name) {
    return lookup(pom -> pom.project.at("properties", name).map(XmlElement::text))
        .map(this::resolved);
  }

  /** A value in a plugin's configuration, in plugins or pluginManagement, its own or inherited. */
  public Optional<String> pluginSetting(String artifact, String name) {
    return lookup(
            pom ->
                pom.plugins(artifact)
                    .flatMap(plugin -> plugin.at("configuration", name).stream())
                    .map(XmlElement::text)
                    .findFirst())
        .map(this::resolved);
  }

  /** The version of a plugin as far as it is written here or in a parent. */
  Optional<String> pluginVersion(String artifact) {
    return lookup(
            pom ->
                pom.plugins(artifact)
                    .flatMap(plugin -> plugin.value("version").stream())
                    .findFirst())
        .map(this::resolved);
  }

  /** A plugin in the plugins of this pom itself, whatever it says. */
  Optional<XmlElement> ownPlugin(String artifact) {
    return plugins(artifact).findFirst();
  }

  private Stream<XmlElement> plugins(String artifact) {
    return Stream.concat(
            project.child("build").stream(), project.at("build", "pluginManagement").stream())
        .flatMap(section -> section.all("plugins", "plugin").stream())
        .filter(plugin -> plugin.value("artifactId").orElse("").equals(artifact));
  }

  /** The dependencies it declares and inherits. */
  PomDependencies dependencies() {
    return new PomDependencies(lineage());
  }

  /** Whether a parent lies outside of the repository, so that not all is known. */
  public boolean hasUnknownParent() {
    MavenPom top = this;
    while (top.parent.isPresent()) {
      top = top.parent.get();
    }
    return top.parentKey().isPresent();
  }

  /** Resolves references to properties as far as they are known. */
  String resolved(String value) {
    String result = value;
    for (int i = 0; i < DEEPEST_REFERENCE && result.contains("${"); i++) {
      Matcher reference = REFERENCE.matcher(result);
      result = reference.replaceAll(match -> Matcher.quoteReplacement(lookUp(match.group(1))));
    }
    return result;
  }

  private String lookUp(String name) {
    Optional<String> value =
        switch (name) {
          case "project.groupId", "groupId" ->
              project
                  .value("groupId")
                  .or(() -> project.at("parent", "groupId").map(XmlElement::text));
          case "project.version", "version" ->
              project
                  .value("version")
                  .or(() -> project.at("parent", "version").map(XmlElement::text));
          case "project.artifactId" -> project.value("artifactId");
          case "project.basedir", "basedir" -> Optional.of(".");
          default -> lookup(pom -> pom.project.at("properties", name).map(XmlElement::text));
        };
    // What stays unknown loses its brackets, so that the loop ends and nobody takes it for a value.
    return value.orElse("$" + name);
  }

  private <T> Optional<T> lookup(Function<MavenPom, Optional<T>> question) {
    return lineage().stream().map(question).flatMap(Optional::stream).findFirst();
  }

  private List<MavenPom> lineage() {
    List<MavenPom> lineage = new ArrayList<>();
    for (Optional<MavenPom> pom = Optional.of(this); pom.isPresent(); pom = pom.get().parent) {
      lineage.add(pom.get());
    }
    return lineage;
  }

  TextFile file() {
    return file;
  }

  XmlElement project() {
    return project;
  }

  @Override
  public BuildEdit add(List<Dependency> dependencies) {
    return new MavenEditor(this).add(dependencies);
  }
}

package dev.connector.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Keeps the picture in AGENTS.md true: five folders, dependencies downwards only, no cycles. */
class LayoutTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** Module to the project's own modules it compiles against; exactly the arrows of the picture. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "runtime", Set.of(),
          "spec", Set.of("runtime"),
          "templates", Set.of(),
          "scaffold", Set.of("spec", "templates"),
          "registry", Set.of("spec"),
          "connectors", Set.of("runtime"),
          "cli", Set.of("scaffold", "registry"));

  @Test
  void theTopLevelHasFiveFoldersAndNoSixth() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      assertThat(
              entries
                  .filter(Files::isDirectory)
                  .map(path -> path.getFileName().toString())
                  .filter(name -> !name.startsWith(".") && !name.equals("target")))
          .containsExactlyInAnyOrder("cli", "registry", "scaffold", "spec", "templates");
    }
  }

  @Test
  void modulesDependOnEachOtherOnlyAsDrawn() throws Exception {
    Map<String, Set<String>> actual = new TreeMap<>();
    for (Element module : elements(pom(ROOT), "module")) {
      Path folder = ROOT.resolve(module.getTextContent());
      actual.put(artifact(pom(folder)), compileDependencies(pom(folder)));
    }
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(ARROWS);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.connector.(**)").should().beFreeOfCycles().check(production());
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhereToStart() {
    Set<String> packages =
        production().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    Set<String> silent = new TreeSet<>();
    for (String name : packages) {
      if (sources(name).isEmpty()) {
        silent.add(name);
      }
    }
    assertThat(silent).isEmpty();
  }

  private static JavaClasses production() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // A module's tests come as a jar, too, where the whole build runs.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.connector");
    assertThat(classes).hasSizeGreaterThan(20);
    return classes;
  }

  private static List<Path> sources(String packageName) {
    return Stream.of("registry/runtime/java", "spec", "scaffold", "registry", "cli")
        .map(
            module ->
                ROOT.resolve(module)
                    .resolve("src/main/java")
                    .resolve(packageName.replace('.', '/'))
                    .resolve("package-info.java"))
        .filter(Files::exists)
        .toList();
  }

  private static Element pom(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private static String artifact(Element pom) {
    return children(pom, "artifactId").get(0).getTextContent().replaceFirst("^connector-", "");
  }

  private static Set<String> compileDependencies(Element pom) {
    return children(pom, "dependencies").stream()
        .flatMap(list -> children(list, "dependency").stream())
        .filter(d -> children(d, "groupId").get(0).getTextContent().equals("dev.connector"))
        .filter(d -> children(d, "scope").isEmpty())
        .map(LayoutTest::artifact)
        .collect(Collectors.toSet());
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent, name).stream().filter(e -> e.getParentNode() == parent).toList();
  }

  private static List<Element> elements(Element parent, String name) {
    var nodes = parent.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}

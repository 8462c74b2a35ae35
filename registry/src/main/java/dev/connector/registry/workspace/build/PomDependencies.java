package dev.connector.registry.workspace.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a pom and its parents say of dependencies; plain jars only, since another classifier or type
 * is another artifact. All maps are by {@code group:artifact}.
 *
 * @param lineage the pom, then its parents, the nearest first
 */
record PomDependencies(List<MavenPom> lineage) {

  PomDependencies {
    lineage = List.copyOf(lineage);
  }

  /**
   * A dependency as a pom declares it.
   *
   * @param writtenVersion with references to properties
   * @param version with them resolved
   */
  record Declared(
      XmlElement element,
      Optional<String> writtenVersion,
      Optional<String> version,
      Optional<String> scope) {
    Declared {
      Objects.requireNonNull(element);
      Objects.requireNonNull(writtenVersion);
      Objects.requireNonNull(version);
      Objects.requireNonNull(scope);
    }
  }

  /** Those the pom itself declares. */
  Map<String, Declared> own() {
    MavenPom pom = lineage.get(0);
    return declared(pom, pom.project().all("dependencies", "dependency"));
  }

  /** Those that come from parents. */
  Map<String, Declared> inherited() {
    Map<String, Declared> inherited = new LinkedHashMap<>();
    for (MavenPom pom : lineage.subList(1, lineage.size())) {
      declared(pom, pom.project().all("dependencies", "dependency"))
          .forEach(inherited::putIfAbsent);
    }
    return inherited;
  }

  /** Those that are there, whoever declares them. */
  Map<String, Declared> present() {
    Map<String, Declared> present = new LinkedHashMap<>(own());
    inherited().forEach(present::putIfAbsent);
    return present;
  }

  /** What dependencyManagement, its own or inherited, decides. */
  Map<String, Declared> managed() {
    Map<String, Declared> managed = new LinkedHashMap<>();
    for (MavenPom pom : lineage) {
      declared(pom, management(pom)).forEach(managed::putIfAbsent);
    }
    return managed;
  }

  /** The coordinates of parents and of imported bills of materials. */
  List<String> managers() {
    List<String> managers = new ArrayList<>();
    for (MavenPom pom : lineage) {
      pom.parentKey().ifPresent(managers::add);
      management(pom).stream()
          .filter(entry -> entry.value("scope").orElse("").equals("import"))
          .map(entry -> key(pom, entry))
          .forEach(managers::add);
    }
    return managers;
  }

  private static List<XmlElement> management(MavenPom pom) {
    return pom.project()
        .child("dependencyManagement")
        .map(section -> section.all("dependencies", "dependency"))
        .orElse(List.of());
  }

  private static Map<String, Declared> declared(MavenPom pom, List<XmlElement> elements) {
    Map<String, Declared> declared = new LinkedHashMap<>();
    for (XmlElement element : elements) {
      boolean plain =
          element.child("classifier").isEmpty()
              && element.value("type").orElse("jar").equals("jar");
      if (plain) {
        declared.put(
            key(pom, element),
            new Declared(
                element,
                element.value("version"),
                element.value("version").map(pom::resolved),
                element.value("scope").map(pom::resolved)));
      }
    }
    return declared;
  }

  private static String key(MavenPom pom, XmlElement dependency) {
    return pom.resolved(dependency.value("groupId").orElse(""))
        + ":"
        + pom.resolved(dependency.value("artifactId").orElse(""));
  }
}

package dev.connector.registry.workspace.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Libraries whose versions belong together, as their publishers document it: mixing them compiles
 * and then fails at run time.
 */
final class Families {

  private static final List<String> JACKSON = List.of("com.fasterxml.jackson.");
  private static final List<String> JUNIT = List.of("org.junit.");
  private static final List<String> FRAMEWORK =
      List.of("com.fasterxml.jackson.", "org.junit.", "org.assertj:", "org.slf4j:");

  /** Bill of materials or parent, and the beginnings of the coordinates it decides on. */
  private static final Map<String, List<String>> MANAGED_BY =
      Map.of(
          "com.fasterxml.jackson:jackson-bom", JACKSON,
          "org.junit:junit-bom", JUNIT,
          "org.assertj:assertj-bom", List.of("org.assertj:"),
          "com.squareup.okhttp3:okhttp-bom", List.of("com.squareup.okhttp3:"),
          "io.github.resilience4j:resilience4j-bom", List.of("io.github.resilience4j:"),
          "org.springframework.boot:spring-boot-dependencies", FRAMEWORK,
          "org.springframework.boot:spring-boot-starter-parent", FRAMEWORK,
          "io.quarkus.platform:quarkus-bom", FRAMEWORK,
          "io.quarkus:quarkus-bom", FRAMEWORK,
          "io.micronaut.platform:micronaut-parent", FRAMEWORK);

  /** Libraries released together under one number, by the beginning of their coordinates. */
  private static final List<List<String>> LOCKSTEP =
      List.of(
          List.of("org.junit.jupiter:", "org.junit.vintage:"),
          List.of(
              "com.fasterxml.jackson.core:jackson-core",
              "com.fasterxml.jackson.core:jackson-databind",
              "com.fasterxml.jackson.datatype:",
              "com.fasterxml.jackson.dataformat:",
              "com.fasterxml.jackson.module:"),
          List.of("io.github.resilience4j:"));

  private Families() {}

  /** The one of some bills of materials and parents that decides on a library's version. */
  static Optional<String> manager(Dependency dependency, Collection<String> candidates) {
    return candidates.stream()
        .filter(
            candidate ->
                MANAGED_BY.getOrDefault(candidate, List.of()).stream()
                    .anyMatch(beginning -> dependency.key().startsWith(beginning)))
        .findFirst();
  }

  /** Whether two libraries must have one version. */
  static boolean lockstep(Dependency dependency, String key) {
    return LOCKSTEP.stream()
        .anyMatch(
            family ->
                family.stream().anyMatch(dependency.key()::startsWith)
                    && family.stream().anyMatch(key::startsWith));
  }
}

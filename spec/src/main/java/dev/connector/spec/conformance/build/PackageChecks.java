package dev.connector.spec.conformance.build;

import dev.connector.spec.definition.Definition;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the code of a connector in a project.
 *
 * @param name the connector's package, {@code com.acme.connectors.hubspot}
 */
public record PackageChecks(MavenBuild build, String name, JavaSources sources) {

  private static final String NO_COMPILER =
      "this Java has no compiler to look at the code with; set JAVA_HOME to a JDK";

  /** The rules that are decided here. */
  public static List<String> rules() {
    return List.of("PKG-2", "PKG-3");
  }

  /** PKG-2: it compiles without warnings, and its own tests pass offline. */
  public Outcome clean() {
    Optional<JavaSources.Compiled> compiled = sources.compile();
    if (compiled.isEmpty()) {
      return new Outcome.NotChecked(NO_COMPILER);
    }
    List<String> complaints = compiled.get().complaints();
    if (!complaints.isEmpty()) {
      return new Outcome.Broken(
          sources.files().size() + " files without warnings of the compiler",
          complaints.size() == 1 ? "1 warning" : complaints.size() + " warnings",
          complaints);
    }
    OwnTests.forget(build.reports(), name);
    MavenBuild.Ended ended =
        build.run(
            List.of(
                "-o",
                "test",
                "-Dtest=" + name.replace('.', '/') + "/**",
                "-Dsurefire.failIfNoSpecifiedTests=false"));
    return tested(OwnTests.of(build.reports(), name), ended);
  }

  private Outcome tested(OwnTests tests, MavenBuild.Ended ended) {
    if (tests.ran() == 0) {
      return ended.code() == 0
          ? new Outcome.Broken("tests of its own in " + name, "none", List.of())
          : new Outcome.NotChecked(
              "its tests could not be run offline: " + String.join(" ", ended.lastLines()));
    }
    if (tests.failed() > 0 || ended.code() != 0) {
      return new Outcome.Broken(
          "its own tests pass offline",
          tests.failed() + " of " + tests.ran() + " fail",
          ended.lastLines());
    }
    if (tests.skipped() == tests.ran()) {
      return new Outcome.NotChecked("all of its tests were skipped");
    }
    return new Outcome.Kept(
        sources.files().size()
            + " files without a warning; "
            + (tests.ran() - tests.skipped())
            + " tests passed with Maven offline");
  }

  /** PKG-3: a documented method for each resource, which leads to records of its own types. */
  public static Outcome typed(Definition definition, JavaSources sources) {
    Optional<Surface> surface = sources.surface();
    if (surface.isEmpty()) {
      return new Outcome.NotChecked(NO_COMPILER);
    }
    List<String> flaws = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (String resource : definition.resources().keySet()) {
      List<Surface.Method> methods = surface.get().named(resource);
      if (methods.isEmpty()) {
        flaws.add("no public method is called " + resource);
        continue;
      }
      Surface.Method method = methods.get(0);
      String at = method.type() + "." + resource + "()";
      if (method.records().isEmpty()) {
        flaws.add(at + " leads to no public record of this package");
      } else if (!method.documented()) {
        flaws.add(at + " has no comment that says what it does");
      } else {
        seen.add(
            at + " leads to " + String.join(", ", method.records().stream().sorted().toList()));
      }
    }
    return flaws.isEmpty()
        ? new Outcome.Kept(String.join("; ", seen))
        : new Outcome.Broken(
            "a documented client method and a typed record for each resource",
            flaws.size() == 1 ? "one flaw" : flaws.size() + " flaws",
            flaws);
  }
}

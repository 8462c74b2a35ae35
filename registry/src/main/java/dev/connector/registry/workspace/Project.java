package dev.connector.registry.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A project as recognised by its own build file. */
public sealed interface Project {

  /** The folder that holds the build file. */
  Path root();

  /** The language the project is written in. */
  Language language();

  /** The build file that gave the project away, relative to the root. */
  String buildFile();

  /**
   * A project whose Java sources we can place.
   *
   * @param build the tool that builds it
   * @param level the language level it compiles for; empty where the build does not tell
   * @param layout where its sources are
   * @param basePackage the package under which everything of the user's lives
   * @param settings what the project keeps of earlier decisions, with those made now
   * @param notes what was remarkable about it, for the user to read
   */
  record Java(
      Path root,
      String buildFile,
      BuildTool build,
      Optional<LanguageLevel> level,
      Layout layout,
      String basePackage,
      Settings settings,
      List<String> notes)
      implements Project {
    public Java {
      Objects.requireNonNull(root);
      Objects.requireNonNull(buildFile);
      Objects.requireNonNull(build);
      Objects.requireNonNull(level);
      Objects.requireNonNull(layout);
      Objects.requireNonNull(basePackage);
      Objects.requireNonNull(settings);
      notes = List.copyOf(notes);
    }

    @Override
    public Language language() {
      return Language.JAVA;
    }
  }

  /** A project in a language for which nothing can be installed yet. */
  record Other(Path root, String buildFile, Language language) implements Project {
    public Other {
      Objects.requireNonNull(root);
      Objects.requireNonNull(buildFile);
      Objects.requireNonNull(language);
    }
  }

  /** The tool that builds a Java project. */
  enum BuildTool {
    MAVEN("Maven"),
    GRADLE_GROOVY("Gradle with Groovy"),
    GRADLE_KOTLIN("Gradle with Kotlin");

    private final String title;

    BuildTool(String title) {
      this.title = title;
    }

    /** The name people use. */
    public String title() {
      return title;
    }
  }

  /**
   * The Java version a project compiles for.
   *
   * @param release 8, 11, 17 and so on
   * @param source where that is said, for messages ({@code maven.compiler.release in pom.xml})
   */
  record LanguageLevel(int release, String source) {
    public LanguageLevel {
      Objects.requireNonNull(source);
    }
  }

  /** Source folders relative to the root, with forward slashes. */
  record Layout(String main, String resources, String test, String testResources) {
    public Layout {
      Objects.requireNonNull(main);
      Objects.requireNonNull(resources);
      Objects.requireNonNull(test);
      Objects.requireNonNull(testResources);
    }
  }
}

package dev.connector.registry.workspace.build;

import dev.connector.registry.workspace.build.Dependency.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code build.gradle} or {@code build.gradle.kts} as written. Reads what can be read without
 * running it; what a convention plugin does stays unknown.
 */
public final class GradleScript implements BuildFile {

  private static final Pattern DEPENDENCIES = Pattern.compile("(?<![\\w.$])dependencies\\s*\\{");
  private static final Pattern LEVEL =
      Pattern.compile(
          "JavaLanguageVersion\\.of\\(\\s*[\"']?(\\d+)"
              + "|jvmToolchain\\(\\s*(\\d+)"
              + "|\\brelease(?:\\.set\\(|\\s*=)\\s*[\"']?(\\d+)"
              + "|\\bsourceCompatibility(?:\\.set\\(|\\s*=|\\s+|\\()\\s*"
              + "(?:JavaVersion\\.(?:VERSION_|toVersion\\()[\"']?|[\"'])?(?:1[._])?(\\d+)");
  private static final Pattern STRING_NOTATION =
      Pattern.compile(
          "([A-Za-z]\\w*)[ \\t(]+(?:(?:enforcedP|p)latform\\s*\\(?\\s*)?"
              + "[\"']([\\w.-]+):([\\w.-]+)(?::([^\"'@:]+))?(?:@\\w+)?[\"']");
  private static final Pattern MAP_NOTATION =
      Pattern.compile(
          "([A-Za-z]\\w*)[ \\t(]+group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*"
              + "name\\s*[:=]\\s*[\"']([\\w.-]+)[\"'](?:\\s*,\\s*version\\s*[:=]\\s*[\"']([^\"']+)[\"'])?");
  private static final Pattern CATALOG_NOTATION =
      Pattern.compile("([A-Za-z]\\w*)[ \\t(]+(?:platform\\s*\\(\\s*)?libs\\.([\\w.]+)");

  private final TextFile file;
  private final GradleDialect dialect;
  private final GradleMask mask;
  private final Surroundings surroundings;

  /**
   * What other files of the build say.
   *
   * @param catalog the version catalog {@code libs}
   * @param scripts the settings file and the root project's script, as text
   */
  public record Surroundings(VersionCatalog catalog, List<String> scripts) {
    public Surroundings {
      Objects.requireNonNull(catalog);
      scripts = List.copyOf(scripts);
    }

    /** A build of one file. */
    public static Surroundings none() {
      return new Surroundings(VersionCatalog.empty(), List.of());
    }

    boolean mention(String word) {
      return scripts.stream().anyMatch(script -> script.contains(word));
    }
  }

  private GradleScript(TextFile file, GradleDialect dialect, Surroundings surroundings) {
    this.file = file;
    this.dialect = dialect;
    this.mask = GradleMask.of(file.text(), dialect);
    this.surroundings = surroundings;
  }

  /** Reads a script. */
  public static GradleScript parse(
      byte[] content, GradleDialect dialect, Surroundings surroundings) {
    return new GradleScript(TextFile.of(content), dialect, surroundings);
  }

  /** The Java version it compiles for, where it says so in plain words. */
  public Optional<Integer> level() {
    Matcher level = LEVEL.matcher(mask.uncommented());
    while (level.find()) {
      for (int group = 1; group <= level.groupCount(); group++) {
        if (level.group(group) != null) {
          return Optional.of(Integer.parseInt(level.group(group)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it applies a plugin that compiles Java. */
  public boolean compilesJava() {
    return Pattern.compile(
            "\\bid\\s*\\(?\\s*[\"'](java|java-library|application|groovy|war|org\\.springframework\\.boot"
                + "|com\\.android\\.[a-z]+|org\\.jetbrains\\.kotlin\\.jvm)[\"']"
                + "|(?m)^\\s*(java|application|`java-library`|`java`)\\s*$"
                + "|\\bkotlin\\s*\\(\\s*\"jvm\""
                + "|apply\\s*\\(?\\s*plugin\\s*[:=]\\s*[\"'](java|java-library|application|war)[\"']"
                + "|\\bplugins\\s*\\{\\s*`?(java|application|java-library)`?\\s*}")
        .matcher(mask.uncommented())
        .find();
  }

  /** The folder of a source set, where the script names one: {@code main} or {@code test}. */
  public Optional<String> sourceFolder(String sourceSet) {
    Matcher named =
        Pattern.compile(
                "\\b"
                    + sourceSet
                    + "\\s*\\{\\s*(?:java\\s*\\{\\s*|java\\.)(?:setSrcDirs|srcDirs?)\\s*"
                    + "(?:\\+?=|\\()?\\s*(?:\\(?\\s*(?:listOf|files|setOf)?\\s*[(\\[])?\\s*[\"']([^\"'$]+)[\"']")
            .matcher(mask.uncommented());
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** The modules a settings file includes, as folders. */
  public List<String> includes() {
    List<String> folders = new ArrayList<>();
    Matcher include =
        Pattern.compile("(?m)^\\s*include\\b\\s*\\(?((?:\\s*[\"'][^\"']+[\"']\\s*,?)+)")
            .matcher(mask.uncommented());
    while (include.find()) {
      Matcher name = Pattern.compile("[\"']:?([^\"']+)[\"']").matcher(include.group(1));
      while (name.find()) {
        folders.add(name.group(1).replace(':', '/'));
      }
    }
    return folders;
  }

  /** The value of a plain assignment: {@code group = "com.acme"}. */
  public Optional<String> assigned(String name) {
    Matcher assignment =
        Pattern.compile("(?m)^\\s*" + name + "\\s*=?\\s*[\"']([^\"'$]+)[\"']")
            .matcher(mask.uncommented());
    return assignment.find() ? Optional.of(assignment.group(1)) : Optional.empty();
  }

  /** The offsets of the braces around the script's own dependencies, not those of its build. */
  Optional<int[]> dependenciesBlock() {
    Matcher block = DEPENDENCIES.matcher(mask.code());
    while (block.find()) {
      int opening = block.end() - 1;
      int closing = mask.closing(opening);
      if (closing > 0 && mask.depth(block.start()) == 0) {
        return Optional.of(new int[] {opening, closing});
      }
    }
    return Optional.empty();
  }

  /** The dependencies in the script's own block. */
  List<Declared> declared() {
    List<Declared> declared = new ArrayList<>();
    dependenciesBlock()
        .map(block -> mask.uncommented().substring(block[0], block[1]))
        .ifPresent(
            text -> {
              for (Pattern notation : List.of(STRING_NOTATION, MAP_NOTATION)) {
                Matcher match = notation.matcher(text);
                while (match.find()) {
                  declared.add(
                      new Declared(
                          match.group(1),
                          match.group(2) + ":" + match.group(3),
                          Optional.ofNullable(match.group(4))));
                }
              }
              Matcher alias = CATALOG_NOTATION.matcher(text);
              while (alias.find()) {
                String configuration = alias.group(1);
                for (String library : surroundings.catalog().libraries(alias.group(2))) {
                  declared.add(new Declared(configuration, library, Optional.empty()));
                }
              }
            });
    return declared;
  }

  /**
   * A dependency of the script.
   *
   * @param key {@code group:artifact}
   * @param version as written, references and all
   */
  record Declared(String configuration, String key, Optional<String> version) {

    boolean serves(Scope scope) {
      boolean program = configuration.matches("implementation|api|compile");
      return program
          || (scope == Scope.TEST && configuration.matches("testImplementation|testCompile"));
    }
  }

  TextFile file() {
    return file;
  }

  GradleDialect dialect() {
    return dialect;
  }

  GradleMask mask() {
    return mask;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public BuildEdit add(List<Dependency> dependencies) {
    return new GradleEditor(this).add(dependencies);
  }
}

package dev.connector.registry.workspace.build;

import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.Dependency.Scope;
import dev.connector.registry.workspace.build.GradleScript.Declared;
import dev.connector.registry.workspace.build.TextFile.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what a Gradle script is missing and writes it in the script's own manner. */
final class GradleEditor {

  static final String JUNIT_PLATFORM = "junit-platform";
  static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
  private static final Pattern PARENTHESIS =
      Pattern.compile("(?i)(implementation|api|only|compile)\\(\\s*[\"']");

  private final GradleScript script;
  private final TextFile file;
  private final String newline;
  private final Optional<int[]> block;
  private final List<Declared> declared;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Dependency> added = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  GradleEditor(GradleScript script) {
    this.script = script;
    this.file = script.file();
    this.newline = file.lineEnding();
    this.block = script.dependenciesBlock();
    this.declared = script.declared();
  }

  BuildEdit add(List<Dependency> dependencies) {
    List<Line> lines = new ArrayList<>();
    for (Dependency dependency : dependencies) {
      if (!isThere(dependency)) {
        Optional<String> version = version(dependency);
        lines.add(line(dependency, version));
        added.add(version.map(dependency::at).orElse(dependency));
      }
    }
    boolean jupiter = dependencies.stream().anyMatch(it -> it.group().equals("org.junit.jupiter"));
    if (jupiter) {
      addEngines(dependencies, lines);
    }
    insert(lines);
    if (jupiter) {
      usePlatform();
    }
    if (!added.isEmpty() && !mentioned("repositories")) {
      advice.add("The build names no repository: add repositories { mavenCentral() }.");
    }
    return new BuildEdit(file.edited(edits), pieces, added, List.of(), advice);
  }

  /** One line of the dependencies block. */
  private record Line(String needs, String configuration, String notation) {}

  private boolean isThere(Dependency dependency) {
    List<Declared> same =
        declared.stream().filter(it -> it.key().equals(dependency.key())).toList();
    Optional<Declared> serving =
        same.stream().filter(it -> it.serves(dependency.scope())).findFirst();
    if (serving.isPresent()) {
      serving
          .flatMap(Declared::version)
          .filter(version -> Versions.isLower(version, dependency.version()))
          .ifPresent(version -> advice.add(older(dependency, version)));
      return true;
    }
    same.stream()
        .findFirst()
        .ifPresent(
            it ->
                advice.add(
                    "%s was %s alone and is now available to the program too."
                        .formatted(it.key(), it.configuration())));
    return false;
  }

  private static String older(Dependency dependency, String version) {
    return "%s is at %s here; the connectors were tested with %s."
        .formatted(dependency.key(), version, dependency.version());
  }

  private static Line line(Dependency dependency, Optional<String> decided) {
    String configuration =
        dependency.scope() == Scope.TEST ? "testImplementation" : "implementation";
    String version = decided.map(it -> ":" + it).orElse("");
    return new Line(dependency.key(), configuration, dependency.key() + version);
  }

  private Optional<String> version(Dependency dependency) {
    List<String> managers = new ArrayList<>(declared.stream().map(Declared::key).toList());
    if (script.mask().uncommented().contains("io.spring.dependency-management")) {
      managers.add("org.springframework.boot:spring-boot-dependencies");
    }
    Optional<String> manager = Families.manager(dependency, managers);
    if (manager.isPresent()) {
      advice.add(
          "The version of %s comes from %s; the connectors were tested with %s."
              .formatted(dependency.key(), manager.get(), dependency.version()));
      return Optional.empty();
    }
    return declared.stream()
        .filter(it -> it.key().equals(dependency.key()) || Families.lockstep(dependency, it.key()))
        .flatMap(it -> it.version().stream())
        .filter(version -> version.matches("[\\w.+-]+"))
        .findFirst()
        .or(() -> Optional.of(dependency.version()));
  }

  /** The launcher must be named from Gradle 9 on; JUnit 4 tests need an engine of their own. */
  private void addEngines(List<Dependency> dependencies, List<Line> lines) {
    boolean isNew = lines.stream().anyMatch(it -> it.needs().startsWith("org.junit.jupiter:"));
    boolean launcher = declared.stream().anyMatch(it -> it.key().equals(LAUNCHER));
    if (isNew && !launcher) {
      lines.add(new Line(LAUNCHER, "testRuntimeOnly", LAUNCHER));
    }
    boolean four = declared.stream().anyMatch(it -> it.key().equals("junit:junit"));
    boolean vintage = declared.stream().anyMatch(it -> it.key().startsWith("org.junit.vintage:"));
    boolean five = declared.stream().anyMatch(it -> it.key().startsWith("org.junit.jupiter:"));
    if (four && !vintage && !five) {
      lines.add(new Line(MavenEditor.VINTAGE, "testRuntimeOnly", MavenEditor.VINTAGE));
      advice.add("Your JUnit 4 tests keep running, by junit-vintage-engine.");
    }
  }

  private void insert(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (block.isEmpty()) {
      appendBlock(lines);
      return;
    }
    int opening = block.get()[0];
    int closing = block.get()[1];
    int offset = file.behindVisible(closing, opening + 1);
    String rest = file.text().substring(offset, closing);
    String inner = innerIndentation(opening, closing);
    // A block of one line is broken behind the last entry; a piece of a newline alone could not be
    // found again.
    String end = rest.contains("\n") ? "" : newline + file.indentation(opening);
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1 && !end.isEmpty();
      String text = newline + inner + written(lines.get(i));
      piece(offset, lines.get(i).needs(), last ? rest : "", last ? text + end : text);
    }
  }

  private void appendBlock(List<Line> lines) {
    StringBuilder inner = new StringBuilder();
    List<Piece> inside = new ArrayList<>();
    for (Line line : lines) {
      String text = newline + unit() + written(line);
      inside.add(new Piece(line.needs(), "", text));
      inner.append(text);
    }
    String opening = separation() + "dependencies {";
    String closing = newline + "}" + newline;
    edits.add(new Edit(file.text().length(), "", opening + inner + closing));
    pieces.add(new Piece("dependencies", "", opening + closing));
    pieces.addAll(inside);
  }

  private void usePlatform() {
    if (mentioned("useJUnitPlatform") || mentioned("useJUnitJupiter")) {
      return;
    }
    String task =
        script.dialect() == GradleDialect.KOTLIN
            ? "tasks.named<Test>(\"test\") {"
            : "tasks.named('test') {";
    String text =
        (edits.stream().anyMatch(edit -> edit.offset() == file.text().length())
                ? newline
                : separation())
            + task
            + newline
            + unit()
            + "useJUnitPlatform()"
            + newline
            + "}"
            + newline;
    piece(file.text().length(), JUNIT_PLATFORM, "", text);
  }

  private void piece(int offset, String needs, String removed, String inserted) {
    edits.add(new Edit(offset, removed, inserted));
    pieces.add(new Piece(needs, removed, inserted));
  }

  private String written(Line line) {
    if (script.dialect() == GradleDialect.KOTLIN) {
      return "%s(\"%s\")".formatted(line.configuration(), line.notation());
    }
    String text =
        block
            .map(it -> script.mask().uncommented().substring(it[0], it[1]))
            .orElse(script.mask().uncommented());
    String quote = text.contains("'") || !text.contains("\"") ? "'" : "\"";
    String pattern = PARENTHESIS.matcher(text).find() ? "%s(%s)" : "%s %s";
    return pattern.formatted(line.configuration(), quote + line.notation() + quote);
  }

  private String innerIndentation(int opening, int closing) {
    int last = file.behindVisible(closing, opening + 1);
    boolean ownLine = file.text().substring(opening, last).contains("\n");
    return ownLine ? firstIndentation(opening, last) : file.indentation(opening) + unit();
  }

  private String firstIndentation(int opening, int last) {
    int first = opening + 1;
    while (first < last && Character.isWhitespace(file.text().charAt(first))) {
      first++;
    }
    return file.indentation(first);
  }

  private String unit() {
    String[] lines = file.text().split("\r?\n");
    for (String line : lines) {
      String stripped = line.stripLeading();
      boolean prose = stripped.isEmpty() || stripped.startsWith("*") || stripped.startsWith("/");
      if (stripped.length() < line.length() && !prose) {
        return line.substring(0, line.length() - stripped.length());
      }
    }
    return "    ";
  }

  private String separation() {
    String text = file.text();
    if (text.isBlank()) {
      return "";
    }
    return text.endsWith("\n") ? newline : newline + newline;
  }

  private boolean mentioned(String word) {
    return script.mask().code().contains(word) || script.surroundings().mention(word);
  }
}

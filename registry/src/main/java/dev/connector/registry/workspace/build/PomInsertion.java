package dev.connector.registry.workspace.build;

import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.TextFile.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts elements into a pom the way its author would: same indentation, same order of sections. */
final class PomInsertion {

  /**
   * An element to put in.
   *
   * @param lines a tab for each level of indentation below the element itself
   */
  record Snippet(String needs, List<String> lines) {}

  /** What Maven's own style puts before the dependencies. */
  private static final Set<String> BEFORE_DEPENDENCIES =
      Set.of(
          "modelVersion",
          "parent",
          "groupId",
          "artifactId",
          "version",
          "packaging",
          "name",
          "description",
          "url",
          "inceptionYear",
          "organization",
          "licenses",
          "developers",
          "contributors",
          "mailingLists",
          "prerequisites",
          "modules",
          "scm",
          "issueManagement",
          "ciManagement",
          "distributionManagement",
          "properties",
          "dependencyManagement");

  private static final Set<String> BEFORE_BUILD =
      Set.of("dependencies", "repositories", "pluginRepositories");
  private static final Pattern REST_OF_LINE = Pattern.compile("\\G[ \\t]*<!--[^\\n]*?-->");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n");

  private final TextFile file;
  private final XmlElement project;
  private final String newline;
  private final String unit;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  PomInsertion(TextFile file, XmlElement project) {
    this.file = file;
    this.project = project;
    this.newline = file.lineEnding();
    String first =
        project.children().isEmpty()
            ? ""
            : file.indentation(project.children().get(0).start())
                .substring(file.indentation(project.start()).length());
    this.unit = first.isEmpty() ? "  " : first;
  }

  byte[] content() {
    return file.edited(edits);
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** Puts elements at the end of the container at a path, which is made where it is not there. */
  void place(List<String> path, List<Snippet> snippets) {
    if (snippets.isEmpty()) {
      return;
    }
    XmlElement container = project;
    List<String> missing = new ArrayList<>(path);
    while (!missing.isEmpty() && container.child(missing.get(0)).isPresent()) {
      container = container.child(missing.remove(0)).orElseThrow();
    }
    boolean closed = container.contentStart() == container.end();
    Nested nested = nested(missing, childIndentation(container), snippets);
    if (closed) {
      replaceClosed(container, nested);
    } else if (container == project) {
      insertSection(missing.get(0), nested);
    } else {
      append(container, nested);
    }
  }

  /** New text in three parts: what opens containers, what is in them, what closes them. */
  private record Nested(String opening, List<Piece> inner, String closing) {
    String whole() {
      StringBuilder text = new StringBuilder(opening);
      inner.forEach(piece -> text.append(piece.inserted()));
      return text.append(closing).toString();
    }

    /** A piece of a newline alone could not be found again, so the last element takes it. */
    List<Piece> innerEndingWith(String end) {
      List<Piece> ending = new ArrayList<>(inner);
      Piece last = ending.remove(ending.size() - 1);
      ending.add(new Piece(last.needs(), "", last.inserted() + end));
      return ending;
    }

    /** What is left once everything inside has been taken out again. */
    String hull() {
      return opening + closing;
    }
  }

  private Nested nested(List<String> containers, String outer, List<Snippet> snippets) {
    StringBuilder opening = new StringBuilder();
    StringBuilder closing = new StringBuilder();
    String indentation = outer;
    for (String container : containers) {
      opening.append(newline).append(indentation).append("<").append(container).append(">");
      closing.insert(0, newline + indentation + "</" + container + ">");
      indentation += unit;
    }
    List<Piece> inner = new ArrayList<>();
    for (Snippet snippet : snippets) {
      StringBuilder text = new StringBuilder();
      for (String line : snippet.lines()) {
        text.append(newline).append(indentation).append(line.replace("\t", unit));
      }
      inner.add(new Piece(snippet.needs(), "", text.toString()));
    }
    return new Nested(opening.toString(), inner, closing.toString());
  }

  private String childIndentation(XmlElement container) {
    return container.children().isEmpty()
        ? file.indentation(container.start()) + unit
        : file.indentation(container.children().get(container.children().size() - 1).start());
  }

  private void replaceClosed(XmlElement container, Nested nested) {
    String removed = file.text().substring(container.start(), container.end());
    String opening = removed.substring(0, removed.lastIndexOf('/')).stripTrailing() + ">";
    String closing = newline + file.indentation(container.start()) + "</" + container.name() + ">";
    edits.add(new Edit(container.start(), removed, opening + nested.whole() + closing));
    pieces.add(new Piece(container.name(), removed, opening + nested.hull() + closing));
    pieces.addAll(nested.inner());
  }

  private void append(XmlElement container, Nested nested) {
    int offset = file.behindVisible(container.contentEnd(), container.contentStart());
    boolean ownLine = file.text().substring(offset, container.contentEnd()).contains("\n");
    String end = ownLine ? "" : newline + file.indentation(container.start());
    edits.add(new Edit(offset, "", nested.whole() + end));
    if (nested.hull().isEmpty()) {
      pieces.addAll(nested.innerEndingWith(end));
    } else {
      pieces.add(new Piece(container.name(), "", nested.hull() + end));
      pieces.addAll(nested.inner());
    }
  }

  private void insertSection(String name, Nested nested) {
    int offset =
        project.children().stream()
            .filter(child -> comesBefore(child.name(), name))
            .max(Comparator.comparingInt(XmlElement::end))
            .map(anchor -> endOfLine(anchor.end()))
            .orElse(project.contentStart());
    boolean ownLine = file.text().startsWith("\n", offset) || file.text().startsWith("\r", offset);
    String before = separatesSections() ? newline : "";
    String end = ownLine ? "" : newline;
    edits.add(new Edit(offset, "", before + nested.whole() + end));
    pieces.add(new Piece(name, "", before + nested.hull() + end));
    pieces.addAll(nested.inner());
  }

  private static boolean comesBefore(String child, String name) {
    return BEFORE_DEPENDENCIES.contains(child)
        || (name.equals("build") && BEFORE_BUILD.contains(child));
  }

  private int endOfLine(int offset) {
    Matcher comment = REST_OF_LINE.matcher(file.text());
    return comment.find(offset) ? comment.end() : offset;
  }

  private boolean separatesSections() {
    List<XmlElement> sections = project.children();
    for (int i = 1; i < sections.size(); i++) {
      String between = file.text().substring(sections.get(i - 1).end(), sections.get(i).start());
      if (BLANK_LINE.matcher(between).find()) {
        return true;
      }
    }
    return false;
  }

  /** Gives a dependency the scope of the program. */
  void widen(String needs, XmlElement dependency) {
    Optional<XmlElement> scope = dependency.child("scope");
    if (scope.isPresent() && scope.get().contentEnd() > scope.get().contentStart()) {
      replaceInside(
          needs, dependency, scope.get().contentStart(), scope.get().contentEnd(), "compile");
    } else {
      XmlElement last = dependency.children().get(dependency.children().size() - 1);
      String line = newline + file.indentation(last.start()) + "<scope>compile</scope>";
      replaceInside(needs, dependency, last.end(), last.end(), line);
    }
  }

  /** Gives a plugin that has none a version. */
  void version(String needs, XmlElement plugin, String version) {
    XmlElement name = plugin.child("artifactId").orElseThrow();
    String line = newline + file.indentation(name.start()) + "<version>" + version + "</version>";
    replaceInside(needs, plugin, name.end(), name.end(), line);
  }

  /** Records the whole element, because a word such as {@code test} cannot be found again alone. */
  private void replaceInside(String needs, XmlElement element, int from, int to, String now) {
    String text = file.text();
    edits.add(new Edit(from, text.substring(from, to), now));
    pieces.add(
        new Piece(
            needs,
            text.substring(element.start(), element.end()),
            text.substring(element.start(), from) + now + text.substring(to, element.end())));
  }
}

package dev.connector.cli.agent.sandbox;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources compiled with all warnings on, and nothing of theirs run.
 *
 * @param root the folder that findings name sources below
 */
record Compilation(Path root, List<Path> classPath) {

  private static final String NO_COMPILER =
      "this Java has no compiler: run connector with a JDK, by JAVA_HOME";

  Compilation {
    classPath = List.copyOf(classPath);
  }

  /** The sources below the root. */
  List<Path> sources() {
    return sources(root);
  }

  static List<Path> sources(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles them into a folder; what the compiler complained of, warnings too. */
  List<String> into(Path classes, List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return List.of(NO_COMPILER);
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StringWriter aside = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      boolean finished =
          compiler
              .getTask(
                  aside,
                  manager,
                  said,
                  options(classes),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      List<String> complaints =
          said.getDiagnostics().stream()
              .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
              .map(this::line)
              .distinct()
              .toList();
      return finished || !complaints.isEmpty()
          ? complaints
          : List.of("the compiler broke off: " + aside.toString().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(Path classes) {
    // Warnings about the class path and about processing are not about these files.
    return List.of(
        "-Xlint:all,-processing,-path,-classfile,-options",
        "-proc:none",
        "-implicit:none",
        "-Xmaxerrs",
        "50",
        "-Xmaxwarns",
        "50",
        "--release",
        "17",
        "-d",
        classes.toString(),
        "-cp",
        Libraries.joined(classPath));
  }

  /** A complaint as compilers put it: where, what, and the line itself. */
  private String line(Diagnostic<? extends JavaFileObject> it) {
    String kind = it.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
    String message = kind + ": " + it.getMessage(Locale.ROOT).replace(root + "/", "").strip();
    if (it.getSource() == null) {
      return message;
    }
    Path source = Path.of(it.getSource().toUri());
    String shown =
        source.startsWith(root) ? root.relativize(source).toString() : "" + source.getFileName();
    return shown.replace('\\', '/')
        + ":"
        + it.getLineNumber()
        + ": "
        + message
        + text(source, it.getLineNumber());
  }

  private static String text(Path source, long number) {
    try (Stream<String> lines = Files.lines(source)) {
      return lines
          .skip(Math.max(0, number - 1))
          .findFirst()
          .map(it -> "\n    " + it.strip())
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }
}

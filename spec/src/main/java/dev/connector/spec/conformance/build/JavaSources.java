package dev.connector.spec.conformance.build;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The source files of a connector, compiled aside from the user's build so that all of them are
 * compiled, and so that nothing of the user's is written over.
 *
 * @param classPath what they are compiled against
 * @param release the Java version they are compiled for; that of this process where none is said
 */
public record JavaSources(List<Path> files, List<Path> classPath, OptionalInt release) {

  /**
   * What compiling showed.
   *
   * @param complaints errors and warnings of the compiler about these files, in lines
   * @param surface what the connector offers its users
   */
  public record Compiled(List<String> complaints, Surface surface) {}

  public JavaSources {
    files = List.copyOf(files);
    classPath = List.copyOf(classPath);
  }

  /** Compiles with all warnings on; empty where there is only a Java runtime and no compiler. */
  public Optional<Compiled> compile() {
    return compile(List.of());
  }

  /** What the connector offers its users, for which no method need be compiled. */
  Optional<Surface> surface() {
    return compile(List.of("-proc:only")).map(Compiled::surface);
  }

  private Optional<Compiled> compile(List<String> more) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return Optional.empty();
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Surface.Reader reader = new Surface.Reader();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              new Discarding(manager),
              said,
              Stream.concat(options().stream(), more.stream()).toList(),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(reader));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(new Compiled(complaints(said), reader.surface()));
  }

  private List<String> options() {
    // Warnings about the class path and about processing are not about these files.
    return List.of(
        "-Xlint:all,-processing,-path,-classfile,-options",
        "-implicit:none",
        "-cp",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "--release",
        String.valueOf(release.orElse(Runtime.version().feature())));
  }

  private static List<String> complaints(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(it -> it.getKind() != Diagnostic.Kind.NOTE && it.getSource() != null)
        .map(
            it ->
                Path.of(it.getSource().toUri()).getFileName()
                    + ":"
                    + it.getLineNumber()
                    + " "
                    + it.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
        .distinct()
        .toList();
  }

  /** Nobody needs the classes. */
  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
    Discarding(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("discarded:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}

package dev.connector.spec.conformance.mutants;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.engine.Engine;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles single changed files against the classes that are there already. */
final class Compilation {

  private Compilation() {}

  /** Compiles what a fault changes into a folder, and nothing else. */
  static void changed(List<Edit> edits, List<Path> classes, Path into) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    for (Edit edit : edits) {
      String before = contents.get(edit.file());
      contents.put(edit.file(), edit.applied(before == null ? edit.original() : before));
    }
    List<JavaFileObject> sources = new ArrayList<>();
    contents.forEach(
        (file, text) -> {
          if (file.endsWith(".java")) {
            sources.add(new Changed(file, text));
          }
        });
    compile(sources, classes, into);
  }

  /** Compiles all sources of a folder. */
  static void all(Path folder, List<Path> classes, Path into) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.add(new Changed(file.toString(), Files.readString(file)));
      }
    }
    compile(sources, classes, into);
  }

  private static void compile(List<JavaFileObject> sources, List<Path> classes, Path into)
      throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    String path =
        Stream.concat(
                    classes.stream(), Stream.of(location(Connector.class), location(Engine.class)))
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator))
            + java.io.File.pathSeparator
            + System.getProperty("java.class.path");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-implicit:none", "-nowarn", "-cp", path, "-d", into.toString());
      if (!compiler.getTask(said, files, null, options, null, sources).call()) {
        throw new IllegalStateException("a seeded fault does not compile:\n" + said);
      }
    }
  }

  /** Where a class of this build came from. */
  static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A source file as it would be with a change. */
  private static final class Changed extends SimpleJavaFileObject {

    private final String text;

    Changed(String file, String text) {
      super(URI.create("string:///" + file.replace('\\', '/')), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

package dev.connector.scaffold.render;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.rules.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The main code of a rendered connector, compiled with all warnings as errors.
 *
 * @param complaints of the compiler; empty where there are none
 */
record Compiled(Map<String, byte[]> files, Path classes, String complaints) {

  static Compiled in(Path folder, Map<String, byte[]> files) {
    try {
      List<Path> sources = new ArrayList<>();
      Path classes = Files.createDirectories(folder.resolve("classes"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
        if (file.getKey().startsWith("java/src/main") && file.getKey().endsWith(".java")) {
          sources.add(path);
        }
      }
      return new Compiled(files, classes, compile(sources, classes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.US_ASCII)) {
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-path,-classfile,-options",
              "-Werror",
              "-proc:none",
              "--release",
              "17",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean fine =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
              .call();
      return fine && said.toString().isEmpty() ? "" : "not compiled:\n" + said;
    }
  }

  /** The simple names of all classes. */
  List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(classes)) {
      return all.map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".class"))
          .map(it -> it.replaceAll(".*\\$|\\.class$", ""))
          .toList();
    }
  }

  /** A class, loaded. */
  Class<?> type(String name) throws IOException, ClassNotFoundException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader())
        .loadClass(name);
  }

  /** The source file of this name. */
  String text(String name) {
    return files.entrySet().stream()
        .filter(it -> it.getKey().endsWith("/" + name))
        .map(it -> new String(it.getValue(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  /** The connector, in this process. */
  Subject subject(Definition definition, String packageName) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (file.getKey().startsWith("schemas/")) {
          Path path = classes.resolve("connectors/" + definition.name() + "/" + file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue());
        }
      }
      ClassLoader loader =
          new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
      String adapter =
          files.keySet().stream()
              .filter(it -> it.startsWith("java/src/main") && it.endsWith("Connector.java"))
              .map(it -> it.substring(it.lastIndexOf('/') + 1).replace(".java", ""))
              .findFirst()
              .orElseThrow();
      var of = loader.loadClass(packageName + "." + adapter).getMethod("of", Map.class);
      return new Subject(
          new Identity(definition.name(), definition.version(), "java"),
          environment -> started(of, environment));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connector started(java.lang.reflect.Method of, Map<String, String> environment) {
    try {
      return (Connector) of.invoke(null, environment);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

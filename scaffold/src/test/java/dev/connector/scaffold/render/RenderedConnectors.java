package dev.connector.scaffold.render;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Compiles the folders of rendered connectors as a user's build would, with all warnings on, and
 * runs their tests: many in one process, one after the other. Compiled against what this process
 * has on its own class path.
 */
public final class RenderedConnectors implements AutoCloseable {

  private static final String MAIN = "java/src/main/java/";
  private static final String TEST = "java/src/test/java/";
  private static final List<String> OPTIONS =
      List.of(
          // Warnings about the class path and about processing are not about these files.
          "-Xlint:all,-processing,-path,-classfile,-options",
          "-proc:none",
          "-implicit:none",
          "--release",
          "17",
          "-cp",
          System.getProperty("java.class.path"));

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager standard =
      compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  private final Launcher launcher = LauncherFactory.create();

  /**
   * What became of a connector.
   *
   * @param complaints errors and warnings of the compiler; where there are any, nothing was run
   * @param tests how many ran
   * @param failures each with its test's name and its cause
   */
  public record Outcome(List<String> complaints, long tests, List<String> failures, Times times) {

    public Outcome {
      complaints = List.copyOf(complaints);
      failures = List.copyOf(failures);
    }

    /** Whether it compiled without a warning and passed tests, of which there were some. */
    public boolean sound() {
      return complaints.isEmpty() && failures.isEmpty() && tests > 0;
    }
  }

  /** How long it took. */
  public record Times(Duration compiling, Duration testing) {}

  /** Renders a connector, and compiles and tests what came of it. */
  public Outcome test(ConnectorSource source) {
    return test(source.definition().name(), new ConnectorRenderer().render(source));
  }

  /**
   * Compiles and tests the folder of a connector.
   *
   * @param name the connector's
   * @param files by path
   */
  public Outcome test(String name, Map<String, byte[]> files) {
    long begun = System.nanoTime();
    InMemory memory = new InMemory(standard);
    List<String> complaints = compile(files, memory);
    Duration compiling = Duration.ofNanos(System.nanoTime() - begun);
    if (!complaints.isEmpty()) {
      return new Outcome(complaints, 0, List.of(), new Times(compiling, Duration.ZERO));
    }
    try {
      TestExecutionSummary summary = run(name, files, memory.classes());
      List<String> failures =
          summary.getFailures().stream()
              .map(
                  it ->
                      it.getTestIdentifier().getLegacyReportingName()
                          + " "
                          + it.getTestIdentifier().getDisplayName()
                          + ": "
                          + it.getException())
              .toList();
      return new Outcome(
          List.of(),
          summary.getTestsFoundCount(),
          failures,
          new Times(
              compiling, Duration.ofMillis(summary.getTimeFinished() - summary.getTimeStarted())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles the folder of a connector into a folder that its program can be started from.
   *
   * @param name the connector's
   * @param files by path
   * @return errors and warnings of the compiler
   */
  public List<String> compile(String name, Map<String, byte[]> files, Path into)
      throws IOException {
    InMemory memory = new InMemory(standard);
    List<String> complaints = compile(files, memory);
    for (Map.Entry<String, byte[]> type : memory.classes().entrySet()) {
      write(into.resolve(type.getKey().replace('.', '/') + ".class"), type.getValue());
    }
    resources(name, files, into);
    return complaints;
  }

  private List<String> compile(Map<String, byte[]> files, InMemory memory) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(MAIN) || path.startsWith(TEST)) {
            sources.add(memory.source(path, content));
          }
        });
    StringWriter aside = new StringWriter();
    boolean finished = compiler.getTask(aside, memory, said, OPTIONS, null, sources).call();
    List<String> complaints = complaints(said);
    return finished || !complaints.isEmpty()
        ? complaints
        : List.of("the compiler broke off: " + crash(aside.toString()));
  }

  private static void resources(String name, Map<String, byte[]> files, Path folder)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("schemas/") || file.getKey().startsWith("fixtures/")) {
        write(folder.resolve("connectors").resolve(name).resolve(file.getKey()), file.getValue());
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Resources lie in a folder, as tests may list them; classes stay in memory. */
  private TestExecutionSummary run(
      String name, Map<String, byte[]> files, Map<String, byte[]> classes) throws IOException {
    Path folder = Files.createTempDirectory("rendered");
    try (RenderedClasses loader = new RenderedClasses(classes, folder)) {
      resources(name, files, folder);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  tests(files.keySet()).stream()
                      .map(loader::type)
                      .map(DiscoverySelectors::selectClass)
                      .toList())
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        launcher.execute(request, listener);
      } finally {
        thread.setContextClassLoader(before);
      }
      return listener.getSummary();
    } finally {
      delete(folder);
    }
  }

  private static List<String> tests(Set<String> paths) {
    return paths.stream()
        .filter(it -> it.startsWith(TEST) && it.endsWith("Test.java"))
        .map(it -> it.substring(TEST.length()).replace(".java", "").replace('/', '.'))
        .sorted()
        .toList();
  }

  /** What the compiler says of itself where it fails, without its plea for a report. */
  private static String crash(String said) {
    return said.lines()
        .dropWhile(it -> it.isBlank() || it.startsWith("An exception has occurred"))
        .findFirst()
        .orElse("without a word");
  }

  private static List<String> complaints(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
        .map(
            it ->
                (it.getSource() == null
                        ? ""
                        : new File(it.getSource().getName()).getName() + ":" + it.getLineNumber())
                    + " "
                    + it.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
        .distinct()
        .collect(Collectors.toList());
  }

  /** Takes a folder away, with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() {
    try {
      standard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies of the parts of a folder, for tests that change one. */
  static Map<String, byte[]> with(Map<String, byte[]> files, String path, String content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(path, content.getBytes(StandardCharsets.UTF_8));
    return changed;
  }
}

package dev.connector.spec.conformance.build;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A program made quick to start: its classes in one jar, and an archive of what it loads, as the
 * JVM takes it. A test starts a program more than a hundred times, which is most of what it costs.
 */
public final class ClassArchive implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final byte[] DESCRIBE =
      "{\"id\":\"1\",\"do\":\"describe\"}\n".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final JavaProgram program;

  private ClassArchive(Path folder, JavaProgram program) {
    this.folder = folder;
    this.program = program;
  }

  /** The archive of a program; where none can be made, the program is started as it is. */
  public static ClassArchive of(JavaProgram program) {
    try {
      Path folder = Files.createTempDirectory("connector-classes");
      return new ClassArchive(folder, archived(program, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to start, as long as this is open. */
  public JavaProgram program() {
    return program;
  }

  private static JavaProgram archived(JavaProgram program, Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path element : program.classPath()) {
      jars.add(
          Files.isDirectory(element)
              ? jar(element, folder.resolve(jars.size() + ".jar"))
              : element.toAbsolutePath());
    }
    JavaProgram packed = new JavaProgram(program.directory(), jars, program.main(), List.of());
    Path archive = folder.resolve("classes.jsa");
    // What the JVM has to say of an archive would stand on standard output.
    boolean made = run(packed.options("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
    return made && Files.exists(archive)
        ? packed.options("-XX:SharedArchiveFile=" + archive, "-Xlog:disable")
        : program;
  }

  private static boolean run(JavaProgram program) throws IOException {
    Process process =
        new ProcessBuilder(program.line())
            .directory(program.directory().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(DESCRIBE);
    } catch (IOException gone) {
      return false;
    }
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // It lies in the folder for temporary files.
    }
  }
}

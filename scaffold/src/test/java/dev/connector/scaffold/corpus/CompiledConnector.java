package dev.connector.scaffold.corpus;

import static java.util.stream.Collectors.toCollection;

import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.render.RenderedConnectors;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.build.ClassArchive;
import dev.connector.spec.conformance.build.JavaProgram;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The code of a connector, compiled as a user's build would, to be started as a process. */
final class CompiledConnector {

  private static final String SOURCES = "java/src/main/java/";
  private static final String MAIN = "/ConnectorMain.java";

  private CompiledConnector() {}

  /** Compiles it, and has it judged. */
  static Report judge(Made made, ConnectorFolder folder, Function<Subject, Report> judge)
      throws IOException {
    ConnectorDraft draft = made.draft().orElseThrow();
    Path built = Files.createTempDirectory("compiled");
    try (RenderedConnectors rendered = new RenderedConnectors()) {
      List<String> complaints = rendered.compile(draft.definition().name(), draft.files(), built);
      if (!complaints.isEmpty()) {
        throw new IOException("does not compile: " + complaints.get(0));
      }
      JavaProgram program =
          new JavaProgram(built, classPath(built), main(draft.files()), List.of());
      try (ClassArchive archive = ClassArchive.of(program)) {
        Identity identity =
            new Identity(folder.definition().name(), folder.definition().version(), "java");
        return judge.apply(new Subject(identity, archive.program()::start));
      }
    } finally {
      RenderedConnectors.delete(built);
    }
  }

  /** Its own classes, and what this process has on its class path. */
  private static List<Path> classPath(Path built) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(it -> !it.isEmpty())
        .map(it -> Path.of(it).toAbsolutePath())
        .filter(Files::exists)
        .collect(toCollection(() -> new ArrayList<>(List.of(built))));
  }

  private static String main(Map<String, byte[]> files) throws IOException {
    return files.keySet().stream()
        .filter(it -> it.startsWith(SOURCES) && it.endsWith(MAIN))
        .map(it -> it.substring(SOURCES.length()).replace(".java", "").replace('/', '.'))
        .findFirst()
        .orElseThrow(() -> new IOException("has no program"));
  }
}

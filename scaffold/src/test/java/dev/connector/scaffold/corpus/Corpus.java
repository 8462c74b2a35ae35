package dev.connector.scaffold.corpus;

import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.assembly.Selection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.Descriptions;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a connector of each of many descriptions, and holds all of them to what is asked of a
 * connector. Arguments: the folder of the documents, a file with their paths in it, a folder to
 * work in, then the steps: {@code connectors}, {@code rules}, {@code processes} (of the first
 * connectors only), {@code simulator} (the variable PRISM names its program), or none for making
 * them only.
 */
public final class Corpus {

  private static final String MISSING = "nothing to read";

  /** Of so many connectors the code is held to the rules, too, which takes a minute each. */
  private static final int PROCESSES = 20;

  private final Path documents;
  private final Path work;

  private Corpus(Path documents, Path work) {
    this.documents = documents;
    this.work = work;
  }

  public static void main(String... arguments) throws Exception {
    Corpus corpus = new Corpus(Path.of(arguments[0]), Path.of(arguments[2]));
    List<String> names =
        Files.readAllLines(Path.of(arguments[1])).stream().filter(it -> !it.isBlank()).toList();
    List<String> steps = List.of(arguments).subList(3, arguments.length);
    List<Made> made = new ArrayList<>();
    for (String name : names) {
      made.add(corpus.make(name));
    }
    corpus.told(made);
    if (steps.contains("connectors")) {
      new BuildSweep().run(made);
    }
    if (steps.contains("rules")) {
      RuleSweep.ofEngine(corpus.work).run(made);
    }
    if (steps.contains("processes")) {
      RuleSweep.ofProcesses(corpus.work)
          .run(made.stream().filter(it -> it.draft().isPresent()).limit(PROCESSES).toList());
    }
    if (steps.contains("simulator")) {
      new SimulatorSweep(Path.of(System.getenv("PRISM")), corpus.documents, corpus.work).run(made);
    }
  }

  private Made make(String name) throws IOException {
    long begin = System.nanoTime();
    try {
      Inference inference =
          new Inference(
              Descriptions.read(
                      new DescriptionSource.LocalFile(documents.resolve(name)),
                      ReadOptions.standard())
                  .description(),
              Lexicon.standard());
      ConnectorDraft draft =
          ConnectorDraft.of(
              inference.definition(Selection.everything()), Optional.empty(), name, "");
      write(name, draft);
      return new Made(name, Optional.of(draft), "", true, since(begin));
    } catch (ConnectorException e) {
      boolean stated = e.kind() == ConnectorException.Kind.FAILED;
      return new Made(name, Optional.empty(), e.getMessage(), stated, since(begin));
    } catch (RuntimeException e) {
      return new Made(name, Optional.empty(), first(e), false, since(begin));
    }
  }

  /** The folder of a document's connector. */
  static Path folder(Path work, String document) {
    return work.resolve(document.replaceAll("[^A-Za-z0-9]+", "-"));
  }

  private void write(String name, ConnectorDraft draft) throws IOException {
    Path folder = folder(work, name);
    for (var file : draft.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private void told(List<Made> made) {
    long definitions = made.stream().filter(it -> it.draft().isPresent()).count();
    long stated = made.stream().filter(it -> it.draft().isEmpty() && it.stated()).count();
    for (Made each : made) {
      if (each.draft().isEmpty()) {
        System.out.printf(
            "  %-9s %s: %s%n", each.stated() ? MISSING : "FAILED", each.document(), each.says());
      }
    }
    System.out.printf(
        "documents %d: definition %d, said to have %s %d, failed %d; median %d ms in one process%n",
        made.size(),
        definitions,
        MISSING,
        stated,
        made.size() - definitions - stated,
        made.stream().mapToLong(Made::millis).sorted().skip(made.size() / 2).findFirst().orElse(0));
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  static String first(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}

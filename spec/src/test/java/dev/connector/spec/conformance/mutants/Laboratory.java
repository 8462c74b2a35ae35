package dev.connector.spec.conformance.mutants;

import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seeds faults into copies of connectors and holds these to the rules concerned. */
final class Laboratory {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path workspace;
  private final boolean everyRule;
  private final List<Rule> rules = Rules.load().where(it -> it.check() == CheckKind.BEHAVIOUR);
  private final Map<Path, Path> compiled = new ConcurrentHashMap<>();

  /**
   * @param everyRule whether all rules of behaviour are judged for each fault, and not only those
   *     of the chapters that it is about; but PKG, as most of what is wrong is another behaviour
   *     than the engine's
   */
  Laboratory(Path workspace, boolean everyRule) {
    this.workspace = workspace;
    this.everyRule = everyRule;
  }

  /** The rules by which a fault is judged. */
  List<Rule> rules(Mutant mutant) {
    return rules.stream()
        .filter(
            it ->
                (everyRule && !it.chapter().equals("PKG"))
                    || mutant.chapters().contains(it.chapter()))
        .toList();
  }

  /** What is found where nothing is wrong. */
  List<Finding> unchanged(Showcase showcase, Collection<Rule> asked) throws IOException {
    return findings(new Copied(showcase, showcase.folder(), List.of(), false), asked);
  }

  /** What is found of a fault. */
  Trial judge(Mutant mutant) throws IOException {
    Instant begin = Instant.now();
    Path classes = Files.createDirectories(workspace.resolve(mutant.id()).resolve("classes"));
    Compilation.changed(mutant.edits(), connectorClasses(mutant.showcase()), classes);
    Path folder = folder(mutant);
    Copied copied = new Copied(mutant.showcase(), folder, List.of(classes), mutant.process());
    List<Finding> found = findings(copied, rules(mutant));
    List<Rule> stray =
        found.stream()
            .filter(it -> fails(it) && !mutant.declared().contains(it.rule().id()))
            .map(Finding::rule)
            .toList();
    // A machine that is busy may be too slow for a check once; a fault is there each time.
    List<Finding> confirmed =
        stray.isEmpty()
            ? List.of()
            : findings(copied, stray).stream().filter(Laboratory::fails).toList();
    return new Trial(mutant, found, confirmed, Duration.between(begin, Instant.now()));
  }

  /** Broken, or no longer to be told. */
  static boolean fails(Finding finding) {
    return finding.broken() || finding.outcome() instanceof Outcome.NotChecked;
  }

  /**
   * A connector to judge.
   *
   * @param folder its definition
   * @param changed where classes are that stand in for others
   */
  private record Copied(Showcase showcase, Path folder, List<Path> changed, boolean process) {}

  private List<Finding> findings(Copied copied, Collection<Rule> asked) throws IOException {
    List<Path> classes = new ArrayList<>(copied.changed());
    classes.addAll(connectorClasses(copied.showcase()));
    Path absolute = copied.folder().toAbsolutePath().normalize();
    String type = copied.showcase().type().orElse("");
    ConnectorFolder read = ConnectorFolder.read(absolute);
    Identity identity =
        new Identity(read.definition().name(), read.definition().version(), "a copy");
    try (Copy copy = new Copy(classes)) {
      Subject subject =
          new Subject(
              identity,
              environment ->
                  copied.process()
                      ? copy.startProcess(absolute, type, environment)
                      : copy.start(absolute, type, environment));
      return new Conformance(Checks.all(), 4, PATIENCE).run(read, subject, asked).findings();
    }
  }

  /** The definition with its changes, where the fault is in the definition. */
  private Path folder(Mutant mutant) throws IOException {
    Path original = mutant.showcase().folder().toAbsolutePath().normalize();
    if (mutant.edits().stream().allMatch(Edit::java)) {
      return original;
    }
    Path copy = workspace.resolve(mutant.id()).resolve("connector");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        Path target = copy.resolve(original.relativize(file).toString());
        Files.createDirectories(target.getParent());
        String content = Files.readString(file);
        for (Edit edit : mutant.edits()) {
          content = edit.path().equals(file) ? edit.applied(content) : content;
        }
        Files.writeString(target, content);
      }
    }
    return copy;
  }

  /** The classes of a connector that has code, and where its schemas are found. */
  private List<Path> connectorClasses(Showcase showcase) {
    if (showcase.type().isEmpty()) {
      return List.of();
    }
    Path classes = compiled.computeIfAbsent(showcase.sources(), this::compiled);
    return List.of(classes, showcase.folder().resolve("../..").toAbsolutePath().normalize());
  }

  private Path compiled(Path sources) {
    try {
      Path into = Files.createTempDirectory(workspace, "connector");
      Compilation.all(sources, List.of(), into);
      return into;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** All rules that are needed to judge these faults, by the connector they are seeded into. */
  Map<Showcase, Set<Rule>> needed(List<Mutant> mutants) {
    return mutants.stream()
        .collect(
            Collectors.groupingBy(
                Mutant::showcase,
                Collectors.flatMapping(
                    it -> rules(it).stream(), Collectors.toCollection(LinkedHashSet::new))));
  }

  /** The finding about a rule. */
  static Optional<Finding> about(String rule, List<Finding> findings) {
    return findings.stream().filter(it -> it.rule().id().equals(rule)).findAny();
  }
}

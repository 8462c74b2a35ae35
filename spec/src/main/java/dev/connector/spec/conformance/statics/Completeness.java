package dev.connector.spec.conformance.statics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** PKG-1: everything is there that whoever maintains a connector needs. */
final class Completeness {

  private static final String README = "README.md";
  private static final String CHANGES = "CHANGELOG.md";
  private static final String LICENCE = "LICENSE";
  private static final Set<String> LANGUAGES = Set.of("java", "typescript", "python");
  private static final Pattern TEST = Pattern.compile("(?i)(^|.*/)tests?/.*|.*[._]test\\.\\w+");

  private final StaticChecks.Subject subject;
  private final List<Flaw> flaws = new ArrayList<>();

  private Completeness(StaticChecks.Subject subject) {
    this.subject = subject;
  }

  static Outcome check(StaticChecks.Subject subject) {
    return new Completeness(subject).outcome();
  }

  private Outcome outcome() {
    metadata();
    text(README, "say what the connector reads, how to authenticate, and its limits")
        .ifPresent(this::readme);
    text(CHANGES, "say what changed in each version").ifPresent(this::changes);
    text(LICENCE, "say what others may do with the connector");
    fixtures();
    tests();
    return StaticChecks.outcome(
        "metadata, README, change log, licence, tests and fixtures",
        flaws,
        "metadata, README.md, CHANGELOG.md, LICENSE, tests and fixtures are there");
  }

  private void metadata() {
    for (String field : List.of("name", "version", "title", "description")) {
      if (subject.document().path(field).asText("").isBlank()) {
        flaw(ConnectorFiles.DEFINITION, "\"" + field + "\" is missing", "add it");
      }
    }
  }

  private Optional<String> text(String file, String purpose) {
    Optional<String> text =
        subject.files().read(file).map(content -> new String(content, StandardCharsets.UTF_8));
    if (text.isEmpty() || text.get().isBlank()) {
      flaw(file, text.isEmpty() ? "is missing" : "is empty", purpose);
      return Optional.empty();
    }
    return text;
  }

  private void readme(String text) {
    List<String> silent = new ArrayList<>();
    for (Map.Entry<String, JsonNode> it : subject.document().path("resources").properties()) {
      if (!mentions(text, it.getKey())) {
        silent.add(it.getKey());
      }
    }
    if (!silent.isEmpty()) {
      flaw(README, "does not name " + String.join(", ", silent), "say what each resource is");
    }
    authentication(text);
    if (!Pattern.compile("(?i)\\blimit").matcher(text).find()) {
      flaw(README, "says nothing of limits", "say what the API allows, or that it names no limit");
    }
    if (!text.contains("```")) {
      flaw(README, "has no example to run", "show a few lines of code or a command");
    }
  }

  private void authentication(String text) {
    List<String> silent =
        subject.secretVariables().stream().filter(name -> !mentions(text, name)).toList();
    if (!silent.isEmpty()) {
      flaw(
          README,
          "does not name " + String.join(", ", silent),
          "say how to authenticate, and where each secret is found");
    } else if (!Pattern.compile("(?i)\\bauthenticat|\\bcredential|\\btoken").matcher(text).find()) {
      flaw(README, "says nothing of authentication", "say how, or that none is needed");
    }
  }

  private void changes(String text) {
    String version = subject.document().path("version").asText("");
    if (!version.isEmpty() && !mentions(text, version)) {
      flaw(CHANGES, "says nothing of version " + version, "say what is new in it");
    }
  }

  private void fixtures() {
    if (subject.files().paths().stream().noneMatch(path -> path.startsWith("fixtures/"))) {
      flaw("fixtures/", "is missing", "add exchanges of the vendor's documentation, with sources");
    }
  }

  /** A definition that stands alone is tested by its fixtures. */
  private void tests() {
    for (String language : LANGUAGES) {
      List<String> own =
          subject.files().paths().stream().filter(it -> it.startsWith(language + "/")).toList();
      if (!own.isEmpty() && own.stream().noneMatch(it -> TEST.matcher(it).matches())) {
        flaw(language + "/", "has no tests", "add tests that replay the fixtures");
      }
    }
  }

  private static boolean mentions(String text, String word) {
    return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])")
        .matcher(text)
        .find();
  }

  private void flaw(String path, String cause, String fix) {
    flaws.add(new Flaw(subject.files().shown(path), cause, fix));
  }
}

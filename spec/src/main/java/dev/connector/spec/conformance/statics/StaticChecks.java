package dev.connector.spec.conformance.statics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Holds a connector to the rules that are decided by reading. Reports all flaws at once; never
 * throws for what a file says.
 */
public final class StaticChecks {

  /** What of the connector the report is about. */
  public static final String VARIANT = "files";

  /**
   * What the checks look at.
   *
   * @param document the definition as JSON, a missing node where it is none
   * @param read the definition as such
   */
  record Subject(ConnectorFiles files, JsonNode document, ReadResult read) {

    /** The variables of the secrets that are declared, also where the definition is broken. */
    List<String> secretVariables() {
      String connector = document.path("name").asText("");
      return document.path("settings").properties().stream()
          .filter(it -> it.getValue().path("secret").asBoolean())
          .map(Map.Entry::getKey)
          .filter(name -> !connector.isEmpty() && name.matches("[a-z][A-Za-z0-9]*"))
          .map(name -> Setting.variable(connector, name))
          .toList();
    }
  }

  /** Finds the flaws, and says what it looked at. */
  private interface Check extends Function<Subject, Outcome> {}

  private static final Map<String, Check> CHECKS =
      Map.of(
          "LIFE-3", SecretSettings::check,
          "DATA-4", References::check,
          "PKG-1", Completeness::check,
          "PKG-5", SecretScan::check);

  private final Rules rules;
  private final Clock clock;

  /** Checks of these rules. */
  public StaticChecks(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** The rules that are decided here. */
  public static Set<String> rules() {
    return CHECKS.keySet();
  }

  /** The definition, as the report's reader may want to know more of it. */
  public static ReadResult definition(ConnectorFiles files) {
    return new DefinitionReader(files::has)
        .read(files.read(ConnectorFiles.DEFINITION).orElse(new byte[0]));
  }

  /**
   * The report on a connector.
   *
   * @param name what it is called where its definition does not tell
   */
  public Report report(String name, ConnectorFiles files) {
    JsonNode document =
        files
            .read(ConnectorFiles.DEFINITION)
            .flatMap(StrictJson::lenient)
            .orElse(MissingNode.getInstance());
    Subject subject = new Subject(files, document, definition(files));
    List<Rule> asked = rules.where(rule -> rule.check() == CheckKind.STATIC);
    List<Finding> found = new ArrayList<>();
    for (Rule rule : asked) {
      Check check = CHECKS.get(rule.id());
      if (check != null) {
        long begun = System.nanoTime();
        Outcome outcome = check.apply(subject);
        found.add(new Finding(rule, outcome, Duration.ofNanos(System.nanoTime() - begun)));
      }
    }
    return Report.on(asked, identity(name, document), clock.instant(), found);
  }

  private static Identity identity(String name, JsonNode document) {
    return new Identity(
        word(document.path("name"), name), word(document.path("version"), "unknown"), VARIANT);
  }

  private static String word(JsonNode value, String otherwise) {
    boolean plain = value.isTextual() && value.textValue().matches("[A-Za-z0-9.+_-]{1,100}");
    return plain ? value.textValue() : otherwise;
  }

  /** Broken by the flaws there are, else kept by what was looked at. */
  static Outcome outcome(String expected, List<Flaw> flaws, String seen) {
    if (flaws.isEmpty()) {
      return new Outcome.Kept(seen);
    }
    int number = flaws.size();
    return new Outcome.Broken(
        expected,
        number == 1 ? "one flaw" : number + " flaws",
        flaws.stream().map(Flaw::toString).toList());
  }
}

package dev.connector.cli.agent.brief;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Message;
import dev.connector.cli.agent.model.Tool;
import dev.connector.cli.terminal.Text;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything a model is told in a run, whatever it answers. */
public final class Briefing {

  /** The tool a reviewer answers with. */
  public static final String REPORT = "report";

  private static final List<String> ROLES =
      List.of("discovery", "schema", "client", "mapping", "tests", "documentation");
  private static final int MOST_FINDINGS = 25;
  private static final int LONGEST_FINDING = 3_000;
  private static final int MOST_GAPS = 60;
  private static final int SHOWN_OF_EXAMPLE = 200;

  private final Task task;
  private final Material material;

  public Briefing(Task task, Material material) {
    this.task = task;
    this.material = material;
  }

  /** What there is before the first proposal. */
  public Draft begun() {
    return task.begun();
  }

  /** Who the model is and how it works. */
  public String system() {
    Map<String, String> values = new HashMap<>();
    ROLES.forEach(role -> values.put(role, PromptText.of(role)));
    values.put("format", SchemaDigest.text());
    values.put("canonical", CanonicalDigest.text());
    String author = PromptText.filled("author", values);
    return task.existing() ? author + "\n\n" + PromptText.of("repair") : author;
  }

  /** What it is to do. */
  public String task() {
    Draft begun = task.begun();
    return Stream.of(
            "Connector: " + begun.name(),
            "Wanted: " + wanted(),
            section(task.existing() ? "What it is now" : "What is known so far", stands(begun)),
            section("Left open by the description", gaps(begun)),
            section(
                "What the description says that could not be used", list(begun.begun().leftOut())),
            section("What earlier connectors taught", String.join("\n\n", task.lessons())),
            section("Documentation", material.opening()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private String wanted() {
    return task.wanted().orElse("everything the documentation offers to be read");
  }

  private static String section(String title, String text) {
    return text.isEmpty() ? "" : "# " + title + "\n\n" + text;
  }

  private static String stands(Draft draft) {
    if (!draft.document().has("resources")) {
      return "";
    }
    String schemas =
        draft.schemas().entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining("\n"));
    return "connector.json: " + draft.document() + "\n" + schemas;
  }

  private static String examples(Draft draft) {
    return draft.examples().entrySet().stream()
        .map(
            each ->
                each.getKey()
                    + ": "
                    + Text.shorten(each.getValue().value().toString(), SHOWN_OF_EXAMPLE))
        .collect(Collectors.joining("\n"));
  }

  private static String gaps(Draft draft) {
    return list(draft.begun().gaps().stream().limit(MOST_GAPS).map(Briefing::gap).toList());
  }

  private static String gap(Gap gap) {
    return "%s: %s%s Write at %s, such as %s"
        .formatted(
            gap.subject(),
            gap.question(),
            gap.alternatives().isEmpty()
                ? ""
                : " Perhaps " + String.join(", or ", gap.alternatives()) + ".",
            gap.edit().pointer(),
            gap.edit().value());
  }

  private static String list(List<String> lines) {
    List<String> some = lines.stream().limit(MOST_FINDINGS * 2L).toList();
    String text =
        some.stream()
            .map(line -> "- " + Text.shorten(line, LONGEST_FINDING))
            .collect(Collectors.joining("\n"));
    int more = lines.size() - some.size();
    return more > 0 ? text + "\nand " + more + " more" : text;
  }

  /** A draft in a few words, for people. */
  public String proposal(Draft draft) {
    int resources = draft.document().path("resources").size();
    int examples = draft.examples().size() - draft.unusedExamples().size();
    return "%d resource%s, %d example%s of the documentation"
        .formatted(resources, resources == 1 ? "" : "s", examples, examples == 1 ? "" : "s");
  }

  /** Its answer was cut off. */
  public String cut() {
    return "Your answer was cut off at its greatest length, and nothing of it was taken."
        + " Propose in parts: a definition with the first resources, then changes.";
  }

  /** What it proposed cannot be read. */
  public String unreadable() {
    return "Mend what stands above, with changes where that is shorter.";
  }

  /** What it proposed does not hold. */
  public String findings(List<String> findings) {
    return "Not accepted yet. Compiled, tested and held to the rules, this was found:\n"
        + list(findings.stream().limit(MOST_FINDINGS).toList())
        + "\nMend it, with changes where that is shorter.";
  }

  /** It said something and did nothing. */
  public String nothing() {
    return "Nothing was proposed yet. Call propose_definition.";
  }

  /** A reviewer has doubts. */
  public String doubts(List<String> doubts) {
    return "Accepted by the checks. A reviewer who held it against the documentation says:\n"
        + list(doubts)
        + "\nMend what is right of that, with changes. If none of it is right, say why in a sentence, and stop.";
  }

  /** What a reviewer is asked. */
  public Conversation review(Draft draft) {
    return new Conversation(
        PromptText.of("reviewer"),
        List.of(
            Message.user(
                "Wanted: "
                    + wanted()
                    + "\n\n"
                    + section("The definition", stands(draft))
                    + "\n\n"
                    + section("What the description says besides", list(draft.begun().leftOut()))
                    + "\n\n"
                    + section("Answers that the documentation is taken to show", examples(draft))
                    + "\n\n"
                    + section("Documentation", material.about(draft)))),
        List.of(report()));
  }

  private static Tool report() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ObjectNode finding =
        properties
            .putObject("findings")
            .put("type", "array")
            .putObject("items")
            .put("type", "object");
    ObjectNode parts = finding.putObject("properties");
    List.of("place", "wrong", "documented")
        .forEach(name -> parts.putObject(name).put("type", "string"));
    properties
        .putObject("open")
        .put("type", "array")
        .put("description", "What a person has to find out or to do, a short sentence each.")
        .putObject("items")
        .put("type", "string");
    schema.putArray("required").add("findings").add("open");
    return new Tool(REPORT, "What you found. No findings is a good answer.", schema);
  }
}

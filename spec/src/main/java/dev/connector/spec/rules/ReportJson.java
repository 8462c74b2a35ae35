package dev.connector.spec.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Reports as one JSON document; {@code report.schema.json} describes it. */
public final class ReportJson {

  /** The one version of the document there is. */
  public static final int FORMAT = 1;

  private ReportJson() {}

  /** The document of these reports. */
  public static JsonNode of(List<Report> reports) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
    var array = document.putArray("reports");
    reports.forEach(report -> write(report, array.addObject()));
    return document;
  }

  private static void write(Report report, ObjectNode out) {
    out.put("connector", report.subject().connector());
    out.put("version", report.subject().version());
    out.put("variant", report.subject().variant());
    out.put("at", report.at().toString());
    out.put("verdict", camelCase(report.verdict().name()));
    ObjectNode agreement = out.putObject("agreement");
    for (Agreement part : Agreement.values()) {
      Figures figures = report.figures(part);
      agreement
          .putObject(camelCase(part.name()))
          .put("kept", figures.kept())
          .put("applicable", figures.applicable())
          .put("notChecked", figures.notChecked());
    }
    var findings = out.putArray("findings");
    report.findings().forEach(finding -> write(finding, findings.addObject()));
  }

  private static void write(Finding finding, ObjectNode out) {
    Rule rule = finding.rule();
    out.put("rule", rule.id());
    out.put("title", rule.title());
    out.put("level", camelCase(rule.level().name()));
    out.put("check", rule.check().letter());
    out.put("agreement", camelCase(rule.agreement().name()));
    out.put("outcome", camelCase(finding.outcome().word().replace(' ', '_')));
    if (finding.outcome() instanceof Outcome.Broken broken) {
      out.put("expected", broken.expected()).put("got", broken.got());
      var evidence = out.putArray("evidence");
      broken.evidence().forEach(evidence::add);
    } else if (finding.outcome() instanceof Outcome.Kept kept) {
      out.put("seen", kept.seen());
    } else {
      out.put("why", finding.outcome().explanation());
    }
    out.put("millis", finding.took().toMillis());
  }

  private static String camelCase(String words) {
    StringBuilder out = new StringBuilder();
    for (String word : words.toLowerCase(Locale.ROOT).split("_")) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }
}

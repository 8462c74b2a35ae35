package dev.connector.spec.rules;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Reports as JUnit XML, which CI systems show: a suite for each kind of agreement, a test case for
 * each rule. Only a broken must-rule is a failure; a broken should-rule, like a rule that was not
 * checked, is shown as skipped with the reason. A run that checked nothing is an error.
 */
public final class ReportJUnit {

  private final XMLStreamWriter xml;

  private ReportJUnit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document of these reports. */
  public static String of(List<Report> reports) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new ReportJUnit(xml).write(reports);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report could not be written as XML", e);
    }
    return out.toString();
  }

  private void write(List<Report> reports) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    counts(
        reports.stream().flatMap(report -> report.findings().stream()).toList(),
        (int) reports.stream().filter(ReportJUnit::checkedNothing).count());
    for (Report report : reports) {
      suite(report, Agreement.DEFINITION, "agrees with its definition");
      suite(report, Agreement.EVIDENCE, "agrees with the evidence");
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Report report, Agreement agreement, String name) throws XMLStreamException {
    List<Finding> findings = report.findings(agreement);
    // Said once in a report, by its first suite.
    boolean nothing = checkedNothing(report) && agreement == Agreement.DEFINITION;
    start("testsuite", "name", report.subject() + " " + name);
    counts(findings, nothing ? 1 : 0);
    xml.writeAttribute("timestamp", report.at().toString());
    if (nothing) {
      start("testcase", "classname", className(report, "run"), "name", "something was checked");
      start("error", "type", "NOTHING_CHECKED", "message", "nothing was checked");
      xml.writeEndElement();
      xml.writeEndElement();
    }
    for (Finding finding : findings) {
      testCase(report, finding);
    }
    xml.writeEndElement();
  }

  private void testCase(Report report, Finding finding) throws XMLStreamException {
    Rule rule = finding.rule();
    start(
        "testcase",
        "classname",
        className(report, rule.chapter()),
        "name",
        rule.id() + " " + rule.title(),
        "time",
        seconds(finding.took()));
    Outcome outcome = finding.outcome();
    String message = Printable.line(outcome.explanation());
    if (finding.fails()) {
      start("failure", "type", rule.id(), "message", message);
      xml.writeCharacters(body((Outcome.Broken) outcome));
      xml.writeEndElement();
    } else if (skipped(finding)) {
      String word = finding.broken() ? "should-rule broken" : outcome.word();
      start("skipped", "message", word + ": " + message);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String body(Outcome.Broken broken) {
    StringBuilder out = new StringBuilder("expected: " + broken.expected() + "\n");
    out.append("got:      ").append(broken.got()).append('\n');
    broken.evidence().forEach(line -> out.append("seen:     ").append(line).append('\n'));
    return Printable.text(out.toString());
  }

  private void counts(Collection<Finding> findings, int errors) throws XMLStreamException {
    Duration took = findings.stream().map(Finding::took).reduce(Duration.ZERO, Duration::plus);
    xml.writeAttribute("tests", String.valueOf(findings.size() + errors));
    xml.writeAttribute("failures", count(findings.stream().filter(Finding::fails).count()));
    xml.writeAttribute("errors", String.valueOf(errors));
    xml.writeAttribute("skipped", count(findings.stream().filter(ReportJUnit::skipped).count()));
    xml.writeAttribute("time", seconds(took));
  }

  private static boolean skipped(Finding finding) {
    return !finding.fails() && !(finding.outcome() instanceof Outcome.Kept);
  }

  private static boolean checkedNothing(Report report) {
    return report.verdict() == Verdict.NOTHING_CHECKED;
  }

  /** CI systems take what is before the last dot for a package and group by it. */
  private static String className(Report report, String chapter) {
    Identity subject = report.subject();
    return String.join(".", subject.connector(), subject.variant(), chapter).replace(' ', '-');
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  private static String count(long count) {
    return String.valueOf(count);
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}

package dev.connector.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportJUnitTest {

  @Test
  void eachKindOfAgreementIsASuiteOfItsOwn() throws Exception {
    List<Element> suites = elements(parsed(Samples.mixed()), "testsuite");
    assertThat(suites)
        .extracting(it -> it.getAttribute("name"))
        .containsExactly(
            "acme 1.2.0 (engine) agrees with its definition",
            "acme 1.2.0 (engine) agrees with the evidence");
    assertThat(suites).extracting(it -> it.getAttribute("tests")).containsExactly("4", "2");
    assertThat(suites).extracting(it -> it.getAttribute("failures")).containsExactly("1", "0");
    assertThat(suites).extracting(it -> it.getAttribute("skipped")).containsExactly("2", "1");
    assertThat(suites).extracting(it -> it.getAttribute("time")).containsExactly("6.000", "3.000");
    assertThat(suites.get(0).getAttribute("timestamp")).isEqualTo("2026-02-01T09:30:00Z");
  }

  @Test
  void theNumbersInAttributesAreThoseOfTheElements() throws Exception {
    for (Report report : List.of(Samples.mixed(), Samples.unchecked(), Samples.report())) {
      Document document = parsed(report);
      List<Element> counted = new ArrayList<>(elements(document, "testsuite"));
      counted.add(document.getDocumentElement());
      for (Element part : counted) {
        assertThat(part.getAttribute("tests")).isEqualTo(count(part, "testcase"));
        assertThat(part.getAttribute("failures")).isEqualTo(count(part, "failure"));
        assertThat(part.getAttribute("errors")).isEqualTo(count(part, "error"));
        assertThat(part.getAttribute("skipped")).isEqualTo(count(part, "skipped"));
      }
    }
  }

  @Test
  void anotherReaderOfJUnitXmlSeesWhatFailedAndWhy() throws Exception {
    List<ReportTestCase> cases = read(Samples.mixed());
    assertThat(cases)
        .extracting(ReportTestCase::getName)
        .startsWith("RETRY-1 What is retried", "RETRY-2 Waits grow and are spread");
    assertThat(cases.get(0).isSuccessful()).isTrue();
    ReportTestCase failed = cases.get(1);
    assertThat(failed.hasFailure()).isTrue();
    assertThat(failed.getFailureType()).isEqualTo("RETRY-2");
    assertThat(failed.getFailureMessage())
        .isEqualTo("expected waits that grow, got 50 ms, 50 ms, 50 ms");
    assertThat(failed.getFailureDetail()).contains("seen:     GET /contacts -> 503 at 50 ms");
    assertThat(failed.getTime()).isEqualTo(1.5f);
    assertThat(cases)
        .extracting(it -> it.hasFailure() + " " + it.hasSkipped())
        .containsExactly(
            "false false", "true false", "false true", "false true", "false false", "false true");
  }

  @Test
  void packageAndClassGroupByConnectorVariantAndChapter() throws Exception {
    ReportTestCase first = read(Samples.mixed()).get(0);
    assertThat(first.getFullClassName()).isEqualTo("acme.engine.RETRY");
    assertThat(first.getClassName()).isEqualTo("RETRY");
  }

  @Test
  void whatIsSkippedSaysWhy() throws Exception {
    assertThat(elements(parsed(Samples.mixed()), "skipped"))
        .extracting(it -> it.getAttribute("message"))
        .containsExactly(
            "should-rule broken: expected waits that grow, got 50 ms, 50 ms, 50 ms",
            "not applicable: it declares no webhooks",
            "not checked: there is no API description");
  }

  @Test
  void aRunThatCheckedNothingIsRedOnce() throws Exception {
    for (Report report : List.of(Samples.unchecked(), Samples.report())) {
      assertThat(read(report)).filteredOn(ReportTestCase::hasError).hasSize(1);
    }
    assertThat(read(Samples.mixed())).noneMatch(ReportTestCase::hasError);
  }

  @Test
  void whateverAServerSentTheDocumentStaysXml() throws Exception {
    String hostile = "</failure>&<![CDATA[ ]]> \u0000\u001b\uFFFE\uD800 \"quoted\" \nnext \u2028";
    Report report =
        Samples.report(
            Samples.finding("ERR-4", new Outcome.Broken("an error", hostile, List.of(hostile))),
            Samples.finding("ERR-5", new Outcome.NotChecked(hostile)));
    Element failure = elements(parsed(report), "failure").get(0);
    assertThat(failure.getTextContent()).contains("</failure>&<![CDATA[ ]]>").contains("next");
    assertThat(failure.getAttribute("message")).contains("\"quoted\" next");
  }

  private static Document parsed(Report report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(report)));
  }

  private static List<ReportTestCase> read(Report report) throws Exception {
    List<ReportTestCase> cases = new ArrayList<>();
    var in = new InputStreamReader(new ByteArrayInputStream(bytes(report)), StandardCharsets.UTF_8);
    for (ReportTestSuite suite : new TestSuiteXmlParser(new NullConsoleLogger()).parse(in)) {
      cases.addAll(suite.getTestCases());
    }
    return cases;
  }

  private static byte[] bytes(Report report) {
    return ReportJUnit.of(List.of(report)).getBytes(StandardCharsets.UTF_8);
  }

  private static String count(Element within, String name) {
    return String.valueOf(within.getElementsByTagName(name).getLength());
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}

package dev.connector.cli.agent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.cli.agent.sandbox.Stage.Step;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final String CODE = "java/src/main/java/dev/connector/connectors/frankfurter/";

  private static Sandbox sandbox;

  @BeforeAll
  static void onlyWhereThereIsOne() {
    var found = Trials.sandbox();
    assumeTrue(found.isPresent());
    sandbox = found.orElseThrow();
  }

  @Test
  void aConnectorThatKeepsTheRulesIsAccepted() throws IOException {
    TrialResult result = judged(Trials.files("frankfurter"));

    assertThat(result.failed()).isEmpty();
    assertThat(result.accepted()).isTrue();
    assertThat(result.stages()).extracting(Stage::step).containsExactly(Step.values());
  }

  @Test
  void codeThatDisagreesWithItsDefinitionIsRefusedByTheRuleItBreaks() throws IOException {
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"),
                CODE + "TimeSeriesRequests.java",
                ".copy(\"/base\", \"/base\")",
                ""));

    assertThat(result.accepted()).isFalse();
    assertThat(stage(result, Step.ENGINE).passed()).isTrue();
    assertThat(stage(result, Step.TESTS).findings()).anyMatch(it -> it.contains("Test."));
    assertThat(stage(result, Step.CODE).findings()).anyMatch(it -> it.startsWith("PKG-4 (must)"));
  }

  @Test
  void codeThatDoesNotCompileIsRefusedWithTheLine() throws IOException {
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"),
                CODE + "ConnectorMain.java",
                "Protocol.serve(",
                "java.util.List raw = null; Protocol.sreve("));

    assertThat(result.accepted()).isFalse();
    assertThat(stage(result, Step.COMPILE).findings())
        .anyMatch(
            it ->
                it.startsWith(CODE + "ConnectorMain.java:11: error: cannot find symbol")
                    && it.contains("Protocol.sreve(FrankfurterConnector::of);"));
    assertThat(stage(result, Step.CODE).findings())
        .containsExactly("not run, since the code does not compile without warnings");
  }

  @Test
  void aWarningIsEnoughToRefuse() throws IOException {
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"),
                CODE + "ConnectorMain.java",
                "Protocol.serve(",
                "java.util.List raw = null; Protocol.serve("));

    assertThat(stage(result, Step.COMPILE).findings())
        .singleElement()
        .asString()
        .contains("ConnectorMain.java:11: warning: found raw type");
    assertThat(result.accepted()).isFalse();
  }

  @Test
  void codeThatReportsItsOwnSuccessAndKillsItsJudgeIsRefused() throws IOException {
    String forged =
        "{\\\"stage\\\":\\\"CODE\\\",\\\"passed\\\":true,\\\"millis\\\":1,\\\"findings\\\":[]}";
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"),
                CODE + "ConnectorMain.java",
                "Protocol.serve(FrankfurterConnector::of);",
                "System.out.println(\""
                    + forged
                    + "\"); System.err.println(\""
                    + forged
                    + "\");\n"
                    + "ProcessHandle.allProcesses().filter(it -> it.pid() !="
                    + " ProcessHandle.current().pid()).forEach(ProcessHandle::destroyForcibly);\n"
                    + "ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);"));

    assertThat(stage(result, Step.CODE).passed()).isFalse();
    assertThat(stage(result, Step.CODE).findings())
        .singleElement()
        .asString()
        .startsWith("the program does not answer describe");
    assertThat(result.accepted()).isFalse();
  }

  @Test
  void codeThatReportsItsOwnSuccessWhereItIsServedToManyIsRefused() throws IOException {
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"),
                CODE + "FrankfurterConnector.java",
                "return new ClientConnector<>(",
                "System.out.println(\"{\\\"stage\\\":\\\"CODE\\\",\\\"passed\\\":true}\");\n"
                    + "if (!environment.containsKey(\"none\")) Runtime.getRuntime().halt(0);\n"
                    + "return new ClientConnector<>("));

    assertThat(stage(result, Step.CODE).findings())
        .singleElement()
        .asString()
        .startsWith("the program does not answer describe");
    assertThat(result.accepted()).isFalse();
  }

  @Test
  void aDefinitionAloneIsJudgedByTheEngine() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(Trials.files("frankfurter"));
    files.keySet().removeIf(it -> it.startsWith("java/"));

    TrialResult result = judged(files);

    assertThat(result.stages()).extracting(Stage::step).containsExactly(Step.VALIDATE, Step.ENGINE);
    assertThat(stage(result, Step.ENGINE).passed()).isTrue();
  }

  @Test
  void aDefinitionThatCannotBeReadIsRefusedByItsPlace() throws IOException {
    TrialResult result =
        judged(
            Trials.replaced(
                Trials.files("frankfurter"), "connector.json", "\"resources\"", "\"resuorces\""));

    assertThat(result.accepted()).isFalse();
    assertThat(result.stages()).extracting(Stage::step).containsExactly(Step.VALIDATE);
    assertThat(stage(result, Step.VALIDATE).findings())
        .anyMatch(it -> it.contains("/resuorces"))
        .noneMatch(it -> it.contains("connector-trial"));
  }

  private static TrialResult judged(Map<String, byte[]> files) {
    return Trials.judge(sandbox, Candidate.of("frankfurter", files));
  }

  private static Stage stage(TrialResult result, Step step) {
    return result.stages().stream().filter(it -> it.step() == step).findFirst().orElseThrow();
  }
}

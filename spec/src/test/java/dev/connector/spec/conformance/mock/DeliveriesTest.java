package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks.Verdict;
import dev.connector.spec.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {

  private static final String EVENT = "contact.propertyChange";

  private final Reading reading = Reading.of("hubspot");
  private final MockApi api = reading.start(new MockOptions(7, 3, 10));
  private final Engine engine =
      new Engine(reading.definition(), reading.schemas(), api.environment());

  @AfterEach
  void stop() {
    engine.close();
    api.close();
  }

  @Test
  void aRightDeliveryIsAcceptedOnceAndTellsOfARecordThatThereIs() {
    Delivery right = api.deliveries().right(EVENT);
    DeliveryResult result = engine.webhook(right);
    assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(result.changes()).hasSize(1);
    assertThat(result.changes().get(0).key())
        .containsExactly(api.dataset().records("contacts").get(0).path("id"));
    assertThat(engine.webhook(right).verdict()).isEqualTo(Verdict.REPEATED);
    assertThat(engine.webhook(api.deliveries().right(EVENT)).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void deliveriesThatNobodyShouldBelieveAreRefused() {
    Deliveries made = api.deliveries();
    assertThat(verdict(made.forged(EVENT))).isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verdict(made.altered(EVENT))).isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verdict(made.unsigned(EVENT))).isEqualTo(Verdict.UNSIGNED);
    assertThat(verdict(made.old(EVENT, Duration.ofMinutes(6)))).isEqualTo(Verdict.OUT_OF_TIME);
    assertThat(verdict(made.old(EVENT, Duration.ofMinutes(-6)))).isEqualTo(Verdict.OUT_OF_TIME);
    assertThat(verdict(made.old(EVENT, Duration.ofMinutes(4)))).isEqualTo(Verdict.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'verification':{'type':'signature','algorithm':'hmacSha1','key':'{key}',"
            + "'header':'X-Signature','prefix':'sha1=','signed':'{body}'},'deliveryId':'/id',"
            + "'event':'/kind','events':{'made':{'resource':'items','change':'created','key':['/item/id']}}}",
        "{'verification':{'type':'signature','algorithm':'hmacSha512','key':'{key}',"
            + "'header':'X-Signature','signed':'{timestamp}.{body}',"
            + "'timestamp':{'at':{'header':'X-Time'},'as':'epochSeconds','tolerance':'PT1M'}},"
            + "'items':'/events','deliveryId':{'header':'X-Id'},'event':'/kind',"
            + "'events':{'made':{'resource':'items','change':'created','key':['/item/id']}}}",
        "{'verification':{'type':'signature','algorithm':'hmacSha256','key':'{key}',"
            + "'header':'X-Signature','field':'v1','signed':'{timestamp}.{body}',"
            + "'timestamp':{'at':{'header':'x-signature','field':'t'},'as':'epochSeconds'}},"
            + "'deliveryId':'/id','event':'/kind',"
            + "'events':{'made':{'resource':'items','change':'created','key':['/item/id']}}}",
        "{'verification':{'type':'sharedSecret','value':'Bearer {key}','header':'X-Secret'},"
            + "'deliveryId':{'header':'X-Id'},'event':'/kind',"
            + "'events':{'made':{'resource':'items','change':'created','key':['/item/id']}}}"
      })
  void deliveriesAreMadeAsTheirDefinitionSays(String webhooks) {
    String root =
        "'settings':{'key':{'title':'Key','description':'A key.','secret':true}},"
            + "'authentication':[{'type':'bearer','token':'{key}'}],'webhooks':"
            + webhooks
            + ",";
    Reading items = Reading.items(root.replace('\'', '"'), "", "\"records\":\"/items\"");
    try (MockApi mock = items.start(new MockOptions(1, 2, 2));
        Engine judge = new Engine(items.definition(), items.schemas(), mock.environment())) {
      Delivery first = mock.deliveries().right("made");
      assertThat(judge.webhook(first).changes().get(0).key())
          .containsExactly(mock.dataset().records("items").get(0).path("id"));
      assertThat(judge.webhook(first).verdict()).isEqualTo(Verdict.REPEATED);
      assertThat(judge.webhook(mock.deliveries().forged("made")).verdict())
          .isEqualTo(Verdict.WRONG_SIGNATURE);
    }
  }

  @Test
  void aHeaderOfFieldsHasTheTimeAndASignatureOrTwo() {
    String root =
        "'settings':{'key':{'title':'Key','description':'A key.','secret':true}},"
            + "'authentication':[{'type':'bearer','token':'{key}'}],'webhooks':"
            + "{'verification':{'type':'signature','algorithm':'hmacSha256','key':'{key}',"
            + "'header':'X-Signature','field':'v1','signed':'{timestamp}.{body}',"
            + "'timestamp':{'at':{'header':'X-Signature','field':'t'},'as':'epochSeconds'}},"
            + "'event':'/kind','events':{'made':{'resource':'items','change':'created','key':['/item']}}},";
    Reading items = Reading.items(root.replace('\'', '"'), "", "\"records\":\"/items\"");
    try (MockApi mock = items.start(new MockOptions(1, 2, 2));
        Engine judge = new Engine(items.definition(), items.schemas(), mock.environment())) {
      Deliveries made = mock.deliveries();
      assertThat(made.right("made").header("X-Signature").orElseThrow())
          .matches("t=\\d{10},v1=[0-9a-f]{64}");
      assertThat(made.signedTwice("made").header("X-Signature").orElseThrow())
          .matches("t=\\d{10},v1=[0-9a-f]{64},v1=[0-9a-f]{64}");
      assertThat(made.unsigned("made").header("X-Signature").orElseThrow()).matches("t=\\d{10}");
      assertThat(judge.webhook(made.right("made")).verdict()).isEqualTo(Verdict.ACCEPTED);
      assertThat(judge.webhook(made.signedTwice("made")).verdict()).isEqualTo(Verdict.ACCEPTED);
      assertThat(judge.webhook(made.forged("made")).verdict()).isEqualTo(Verdict.WRONG_SIGNATURE);
      assertThat(judge.webhook(made.redated("made")).verdict()).isEqualTo(Verdict.WRONG_SIGNATURE);
      assertThat(judge.webhook(made.unsigned("made")).verdict()).isEqualTo(Verdict.UNSIGNED);
      assertThat(judge.webhook(made.old("made", Duration.ofMinutes(6))).verdict())
          .isEqualTo(Verdict.OUT_OF_TIME);
    }
  }

  @Test
  void aDeliveryThatNothingProvesIsStillTakenOnce() {
    String root =
        "'webhooks':{'verification':{'type':'unsigned'},'deliveryId':'/id','event':'/kind',"
            + "'events':{'made':{'resource':'items','change':'created','key':['/item']}}},";
    Reading items = Reading.items(root.replace('\'', '"'), "", "\"records\":\"/items\"");
    Delivery delivery =
        new Delivery(
            "POST",
            "https://example.com/hook",
            Map.of(),
            "{\"id\":\"d1\",\"kind\":\"made\",\"item\":7}".getBytes(StandardCharsets.UTF_8));
    try (MockApi mock = items.start(new MockOptions(1, 2, 2));
        Engine judge = new Engine(items.definition(), items.schemas(), mock.environment())) {
      assertThat(judge.webhook(delivery).changes()).hasSize(1);
      assertThat(judge.webhook(delivery).verdict()).isEqualTo(Verdict.REPEATED);
    }
  }

  private Verdict verdict(Delivery delivery) {
    return engine.webhook(delivery).verdict();
  }
}

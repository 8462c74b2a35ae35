package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** LIFE: what happens before the first request and after the last. */
final class LifeChecks {

  private LifeChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("LIFE-1", SettingChecks::beforeTheNetwork),
        Rig.check("LIFE-2", LifeChecks::orderlyClose));
  }

  private static Outcome orderlyClose(Bench bench) throws Exception {
    Judgement judgement = new Judgement();
    Rig patient = Rig.ofProgram(bench, Map.of("closeTimeout", "20s"));
    waitsForIt(judgement, patient);
    if (!judgement.failed()) {
      afterwards(judgement, patient);
    }
    Rig hurried = Rig.of(bench, Map.of("closeTimeout", "300ms", "maxRetries", "0"));
    cancelsIt(judgement, hurried);
    return judgement
        .expect(
            "closeTimeout by default",
            Duration.ofSeconds(30),
            bench.described().policy().deadlines().close())
        .outcome(patient.mock(), hurried.mock());
  }

  private static void waitsForIt(Judgement judgement, Rig rig) throws Exception {
    Hold hold = new Hold(Duration.ZERO);
    rig.fail(hold.fault().once());
    Future<Transcript> running = rig.start(new Cancellation());
    judgement.require(Rig.await(() -> hold.held() == 1), "a request", "none");
    Future<Instant> closing =
        rig.bench()
            .beside(
                () -> {
                  Bench.askToClose(rig.connector());
                  return Instant.now();
                });
    Thread.sleep(300); // in which a close that does not wait is done
    judgement.require(!closing.isDone(), "a close that waits for a request in flight", "none");
    Instant let = Instant.now();
    hold.letGo();
    judgement
        .expect("code of a call in flight when close was asked for", "none", running.get().code())
        .require(closing.get().isAfter(let), "close done after its call", "before");
  }

  private static void afterwards(Judgement judgement, Rig rig) {
    int before = rig.mock().requests().size();
    Bench.askToClose(rig.connector());
    String call = Bench.call(rig.connector(), rig.call()).code();
    String check = Bench.check(rig.connector()).code();
    String read =
        Probe.read(rig.bench().definition())
            .map(it -> Bench.read(rig.connector(), it).code())
            .orElse(check);
    judgement
        .saw("a second close did nothing")
        .require(
            !call.equals("none") && !check.equals("none") && !read.equals("none"),
            "errors with a code for call, check and read after close",
            call + ", " + check + ", " + read)
        .saw("call, check and read after it: " + call + ", " + check + ", " + read)
        .require("requests after close", before, rig.mock().requests().size());
  }

  private static void cancelsIt(Judgement judgement, Rig rig) throws Exception {
    Connector connector = rig.connector();
    rig.fail(new WireFault.Hang(Duration.ofSeconds(20)).always());
    Future<Transcript> running = rig.start(new Cancellation());
    judgement.require(Rig.await(() -> !rig.requests().isEmpty()), "a request", "none");
    Instant begin = Instant.now();
    Bench.askToClose(connector);
    String code = running.get().code();
    long time = Duration.between(begin, Instant.now()).toMillis();
    judgement
        .require(
            code.equals("CANCELLED") && time >= 298 && time < Rig.SOON.toMillis(),
            "CANCELLED 300 ms (closeTimeout) after close of a call without an answer",
            code + " after " + time + " ms")
        .saw("a call without an answer CANCELLED " + time + " ms after close");
  }
}

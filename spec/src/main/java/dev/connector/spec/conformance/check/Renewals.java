package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.rules.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** How tokens are renewed: in time, once for all, and so that the next run can go on. */
final class Renewals {

  private static final int CALLERS = 8;
  private static final Duration LIFETIME = Duration.ofSeconds(2);

  /** How often a token may come too late on a machine that stood still, before it counts. */
  private static final int TRIES = 3;

  private Renewals() {}

  static Outcome renewed(Bench bench) throws Exception {
    MockApi mock = mock(bench, Duration.ofHours(1), true);
    List<Door> doors = Door.all(bench.definition(), mock).stream().filter(Door::renews).toList();
    if (doors.isEmpty()) {
      return new Outcome.NotApplicable("no way to authenticate has a token to renew");
    }
    Judgement judgement = new Judgement();
    for (Door door : doors) {
      together(judgement, bench, mock, door);
      if (door.rotates()) {
        handedOn(judgement, bench, door);
      }
      if (expires(door)) {
        inTime(judgement, bench, door);
      }
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return judgement.outcome();
  }

  private static MockApi mock(Bench bench, Duration lifetime, boolean rotating) {
    return bench.mock(
        new MockOptions(1, 1, 1).unmetered().tokens(new MockOptions.TokenLife(lifetime, rotating)));
  }

  private static boolean expires(Door door) {
    return door.scheme() instanceof AuthenticationScheme.OAuth2;
  }

  /** Many callers need a token at the same moment: first any, then another. */
  private static void together(Judgement judgement, Bench bench, MockApi mock, Door door)
      throws Exception {
    Connector connector = bench.connector(door.environment(), Probe.QUICK);
    for (String when : List.of("the first token", "a token for one that was withdrawn")) {
      int before = mock.requests().size();
      List<String> codes = codes(bench, connector);
      long tokens = AuthChecks.tokens(mock, before);
      judgement
          .require("errors of " + CALLERS + " callers", List.of(), failed(codes))
          .expect(
              tokens == 1,
              CALLERS + " callers cause one request for " + when + ", by " + door.name(),
              tokens + " requests for a token");
      mock.expireTokens();
    }
  }

  private static List<String> codes(Bench bench, Connector connector) throws Exception {
    CountDownLatch ready = new CountDownLatch(CALLERS);
    List<Future<String>> running = new ArrayList<>();
    ReadRequest request = AuthChecks.one(bench);
    for (int i = 0; i < CALLERS; i++) {
      running.add(
          bench.beside(
              () -> {
                ready.countDown();
                ready.await();
                return Bench.read(connector, request).code();
              }));
    }
    List<String> codes = new ArrayList<>();
    for (Future<String> each : running) {
      codes.add(each.get());
    }
    return codes;
  }

  private static List<String> failed(List<String> codes) {
    return codes.stream().filter(it -> !it.equals("none")).toList();
  }

  /** What one run got in place of its refresh token, the next one has. */
  private static void handedOn(Judgement judgement, Bench bench, Door door) throws IOException {
    Path folder = Files.createTempDirectory("tokens");
    bench.closing(() -> delete(folder));
    MockApi mock = mock(bench, Duration.ofHours(1), true);
    Map<String, String> values = new LinkedHashMap<>(Probe.QUICK);
    values.put("tokenStore", folder.resolve("token.json").toString());
    Map<String, String> environment = mock.environment(door.number());
    for (String run : List.of("first", "second", "third")) {
      Connector connector = bench.connector(environment, values);
      Transcript read = Bench.read(connector, AuthChecks.one(bench));
      connector.close();
      judgement.require(
          "error of the " + run + " run, each refresh token being good once", "none", read.code());
      mock.expireTokens();
    }
    judgement.saw("a refresh token that was replaced was known to the next run, by the store");
  }

  /** While a connector is in use, no request goes out with a token that has expired. */
  private static void inTime(Judgement judgement, Bench bench, Door door)
      throws InterruptedException {
    int late = 0;
    long tokens = 0;
    for (int i = 0; i < TRIES && (i == 0 || late > 0); i++) {
      MockApi mock = mock(bench, LIFETIME, false);
      Connector connector = bench.connector(mock.environment(door.number()), Probe.QUICK);
      late = 0;
      ReadRequest request = AuthChecks.one(bench);
      Bench.read(connector, request);
      Instant end = Instant.now().plus(LIFETIME.multipliedBy(3).dividedBy(2));
      for (boolean over = false; !over; ) {
        over = Instant.now().isAfter(end); // one more: the first token has expired for sure
        Transcript read = Bench.read(connector, request);
        judgement.require("error while tokens expire", "none", read.code());
        late += (int) read.attempts().stream().filter(it -> it.status().orElse(0) == 401).count();
        Thread.sleep(100);
      }
      tokens = AuthChecks.tokens(mock, 0);
    }
    judgement
        .require(late == 0, "no request with an expired token", late + " answered with 401")
        .require(tokens > 1, "another token before the first expires", "one token")
        .saw(tokens + " tokens of " + LIFETIME + " in a row, none of them used too late");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

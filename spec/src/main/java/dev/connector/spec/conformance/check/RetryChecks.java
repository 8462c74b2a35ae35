package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.rules.Outcome;
import java.util.List;
import java.util.Map;

/** RETRY: what is tried again, when, and how often. */
final class RetryChecks {

  private static final Map<String, String> QUICK =
      Map.of("maxRetries", "2", "retryFirstDelay", "PT0.01S", "rateLimits", "1000/1s");

  private RetryChecks() {}

  static List<Check> all() {
    return List.of(new Check("RETRY-6", RetryChecks::errorPage));
  }

  private static Outcome errorPage(Bench bench) {
    MockApi mock = bench.mock(MockOptions.standard());
    Connector connector = bench.connector(mock, QUICK);
    mock.fail(Fault.badGateway(), Fault.unavailable());
    Transcript read = Bench.read(connector, Probe.read(bench).limit(1));
    return new Judgement()
        .expect("error after an HTML 502 and an empty 503", "none", read.code())
        .expect("records", 1, read.records().size())
        .expect("requests", 3, mock.requests().size())
        .outcome(mock);
  }
}

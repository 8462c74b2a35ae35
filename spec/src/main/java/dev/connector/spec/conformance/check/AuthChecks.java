package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.OtherOrigin;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.conformance.mock.fault.PageFault;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Template;
import dev.connector.spec.rules.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AUTH: where credentials go, where they never go, and how tokens are renewed. */
final class AuthChecks {

  private static final MockOptions FEW = new MockOptions(1, 3, 2);

  private static final Map<String, String> ONCE =
      Map.of("maxRetries", "0", "rateLimits", "100000/1s/100000", "breakerFailures", "1000");

  /** So often that whoever tries again is seen, and comes to an end. */
  private static final int MANY = 20;

  private AuthChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("AUTH-1", AuthChecks::whereDeclared),
        new Check("AUTH-2", Renewals::renewed),
        new Check("AUTH-3", AuthChecks::refused),
        new Check("AUTH-4", AuthChecks::atHome));
  }

  private static Outcome whereDeclared(Bench bench) {
    MockApi mock = bench.mock(FEW);
    Judgement judgement = new Judgement();
    for (Door door : Door.all(bench.definition(), mock)) {
      int before = mock.requests().size();
      Transcript right = Bench.read(bench.connector(door.environment(), Probe.QUICK), one(bench));
      judgement
          .require("error with " + door.name(), "none", right.code())
          .require("records with " + door.name(), 1, right.records().size());
      for (SeenRequest request : since(mock, before)) {
        boolean kept = door.isKept(request);
        judgement.require(kept, "the credential as " + door.name(), "none there");
        Optional<String> leak = door.leak(request);
        judgement.require(
            leak.isEmpty(), "no secret apart from that", "one in " + leak.orElse("no place"));
      }
      Transcript wrong = Bench.read(bench.connector(door.wrong(), Probe.QUICK), one(bench));
      judgement.require("error with a wrong " + door.name(), "AUTH_FAILED", wrong.code());
      judgement.saw(door.name() + " was taken, a wrong one gave AUTH_FAILED");
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return Door.all(bench.definition(), mock).isEmpty() ? without(bench) : judgement.outcome(mock);
  }

  private static Outcome refused(Bench bench) {
    MockApi mock = bench.mock(FEW);
    Judgement judgement = new Judgement();
    List<Door> doors = Door.all(bench.definition(), mock);
    for (Door door : doors) {
      Connector connector = bench.connector(door.environment(), Probe.QUICK);
      if (door.renews()) {
        expired(judgement, connector, mock, bench);
      }
      refused(judgement, connector, mock, bench);
      judgement.saw("that is so with " + door.name());
    }
    if (doors.isEmpty()) {
      refused(judgement, bench.connector(mock, Probe.QUICK), mock, bench);
    }
    return judgement.outcome(mock);
  }

  /** A token that the API no longer takes is replaced, and nobody notices. */
  private static void expired(Judgement judgement, Connector connector, MockApi mock, Bench bench) {
    Transcript good = Bench.read(connector, one(bench));
    judgement.require("error", "none", good.code());
    mock.expireTokens();
    int before = mock.requests().size();
    Transcript again = Bench.read(connector, one(bench));
    judgement
        .require("error after a token was withdrawn", "none", again.code())
        .require("refreshes after a token was withdrawn", 1L, tokens(mock, before))
        .require("requests after a token was withdrawn", 2, since(mock, before).size());
  }

  private static void refused(Judgement judgement, Connector connector, MockApi mock, Bench bench) {
    Bench.read(connector, one(bench));
    mock.fail(Fault.status(401).times(MANY).onApi());
    int before = mock.requests().size();
    Transcript refused = Bench.read(connector, one(bench));
    mock.heal();
    int requests = since(mock, before).size();
    long refreshes = tokens(mock, before);
    judgement
        .require("error after 401s only", "AUTH_FAILED", refused.code())
        .require(requests <= 2, "at most 2 requests answered with 401", requests + " requests")
        .require(refreshes <= 1, "at most one refresh", refreshes + " refreshes")
        .saw(requests + " requests and " + refreshes + " refreshes with 401s only: AUTH_FAILED");
  }

  private static Outcome atHome(Bench bench) {
    MockApi mock = bench.mock(FEW);
    OtherOrigin other = bench.closing(OtherOrigin.start());
    Judgement judgement = new Judgement();
    String away = other.origin() + "/away";
    Optional<Target> linked =
        Target.kinds(bench.definition()).stream().filter(AuthChecks::isLinked).findFirst();
    for (Door door : Door.all(bench.definition(), mock)) {
      Connector connector = bench.connector(declaring(bench, door, other), ONCE);
      for (int status : List.of(302, 307, 308)) {
        if (door.renews()) {
          mock.expireTokens();
          lead(judgement, connector, bench, mock, Fault.redirect(status, away).once().onToken());
        }
        lead(judgement, connector, bench, mock, Fault.redirect(status, away).once().onApi());
      }
      if (linked.isPresent()) {
        mock.fail(new PageFault.LinkElsewhere(other.origin()).once());
        Bench.read(connector, linked.get().request(mock));
        mock.heal();
      }
      for (SeenRequest request : other.requests()) {
        Optional<String> stray = door.stray(request);
        judgement.require(
            stray.isEmpty(),
            "no credential at another origin",
            "one in " + stray.orElse("no place") + ", with " + door.name());
      }
      judgement.saw(
          "redirects"
              + (door.renews() ? ", of token requests too," : "")
              + (linked.isPresent() ? " and next links" : "")
              + " to another origin brought none of "
              + other.requests().size()
              + " requests there a credential, with "
              + door.name());
    }
    return Door.all(bench.definition(), mock).isEmpty() ? without(bench) : judgement.outcome(mock);
  }

  /** Where the definition declares further hosts, the other origin is one of them. */
  private static Map<String, String> declaring(Bench bench, Door door, OtherOrigin other) {
    Map<String, String> environment = new LinkedHashMap<>(door.environment());
    for (Template host : bench.definition().endpoint().hosts()) {
      if (host.placeholders().isEmpty() && !host.text().startsWith("*")) {
        environment.merge(
            bench.definition().variable("origins"),
            "https://" + host.text() + "=" + other.origin(),
            (before, more) -> before.isEmpty() ? more : before + "," + more);
      }
    }
    return environment;
  }

  private static void lead(
      Judgement judgement, Connector connector, Bench bench, MockApi mock, FaultRule redirect) {
    mock.fail(redirect);
    int before = mock.spoiled();
    Bench.read(connector, one(bench));
    judgement.require(mock.spoiled() > before, "a redirect", "none was asked for");
    mock.heal();
  }

  private static boolean isLinked(Target target) {
    return target
        .operation()
        .pagination()
        .filter(it -> it instanceof Pagination.NextLink || it instanceof Pagination.LinkHeader)
        .isPresent();
  }

  /** What is found where there is no way to try. */
  private static Outcome without(Bench bench) {
    return bench.definition().authentication().isEmpty()
        ? new Outcome.NotApplicable("the API asks for no credential")
        : new Outcome.NotChecked("each way to authenticate needs a person's consent");
  }

  /** One record of a resource that is read without waiting, where there is such a one. */
  static ReadRequest one(Bench bench) {
    return Target.all(bench.definition()).stream()
        .filter(it -> it.parent().isEmpty())
        .min(Comparator.comparing(it -> isSlow(bench, it)))
        .map(it -> ReadRequest.of(it.name()))
        .orElseGet(() -> Probe.read(bench))
        .limit(1);
  }

  private static boolean isSlow(Bench bench, Target target) {
    OperationName list = OperationName.parse(target.list());
    return bench.definition().limits().rates().stream()
        .anyMatch(it -> it.operations().contains(list));
  }

  private static List<SeenRequest> since(MockApi mock, int before) {
    List<SeenRequest> all = mock.requests();
    return all.subList(before, all.size()).stream()
        .filter(it -> !it.operation().equals(SeenRequest.TOKEN))
        .toList();
  }

  static long tokens(MockApi mock, int before) {
    List<SeenRequest> all = mock.requests();
    return all.subList(before, all.size()).stream()
        .filter(it -> it.operation().equals(SeenRequest.TOKEN))
        .count();
  }
}

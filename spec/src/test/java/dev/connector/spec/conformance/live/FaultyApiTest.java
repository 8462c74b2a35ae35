package dev.connector.spec.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.PageFault;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an API does that no definition says: the step that meets it says so, and what to do. */
class FaultyApiTest {

  private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

  /**
   * Something an API does.
   *
   * @param operation where it does it, every time
   */
  record Faulty(String name, Fault fault, String operation, String rule, List<String> said) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Faulty> faults() {
    return Stream.of(
        new Faulty(
            "asks for another scheme",
            new ReplyFault.Answered(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), "{}"),
            "contacts.list",
            "LIVE-1",
            List.of("did not find the credential", "the API asks for \"Basic realm=\"x\"\"")),
        new Faulty(
            "names another place",
            new ReplyFault.Answered(401, Map.of(), "{\"message\":\"X-Access-Token is missing\"}"),
            "contacts.list",
            "LIVE-1",
            List.of("the answer speaks of \"X-Access-Token\"", "change /authentication/0")),
        new Faulty(
            "forbids",
            Fault.status(403),
            "orders.list",
            "LIVE-2",
            List.of(
                "orders.list: 403 Forbidden", "a scope or a permission", "change SHOP_API_KEY")),
        new Faulty(
            "has another method",
            new ReplyFault.Answered(405, Map.of("Allow", "POST"), ""),
            "orders.list",
            "LIVE-2",
            List.of("Allow: POST", "change /resources/orders/operations/list/method")),
        new Faulty(
            "names a parameter",
            new ReplyFault.Answered(400, Map.of(), "{\"message\":\"unknown parameter per_page\"}"),
            "orders.list",
            "LIVE-2",
            List.of("change /resources/orders/operations/list/pagination/size")),
        new Faulty(
            "gives a web page",
            new ReplyFault.Answered(200, HTML, "<html><title>Log in</title></html>"),
            "orders.list",
            "LIVE-2",
            List.of("a web page", "change /baseUrl")),
        new Faulty(
            "fails",
            Fault.status(500),
            "orders.list",
            "LIVE-2",
            List.of("500 Internal Server Error", "SERVER_ERROR")),
        new Faulty(
            "gives no key",
            new RecordFault.MissingKey(),
            "orders.list",
            "LIVE-2",
            List.of("records have nothing at /id")),
        new Faulty(
            "repeats its cursor",
            new PageFault.RepeatedCursor(),
            "contacts.list",
            "LIVE-4",
            List.of("contacts.list")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isTold(Faulty faulty) {
    try (Shop shop = Shop.open()) {
      shop.api().fail(faulty.fault().always().on(faulty.operation()));

      Verified verified = shop.verify();

      assertThat(Shop.broken(verified, faulty.rule())).contains(faulty.said());
      shop.environment().values().stream()
          .filter(it -> !it.startsWith("http") && it.length() > 6)
          .forEach(secret -> assertThat(Shop.shown(verified)).doesNotContain(secret));
    }
  }

  @Test
  void aSignatureThatIsRefusedAsForbiddenIsNoLackOfAPermission(@TempDir Path folder)
      throws IOException {
    Map<String, String> signed =
        Map.of(
            "type", "awsSignature",
            "accessKeyId", "shop",
            "secretAccessKey", "{apiKey}",
            "region", "eu-west-1",
            "service", "shop");
    String answer = "{\"message\":\"The request signature we calculated does not match\"}";
    try (Shop shop = Shop.open()) {
      shop.api().fail(new ReplyFault.Answered(403, Map.of(), answer).always().on("contacts.list"));

      Verified verified = shop.claiming(folder, "/authentication/0", signed).verify();

      assertThat(Shop.broken(verified, "LIVE-1"))
          .contains("403 Forbidden", "change SHOP_API_KEY")
          .contains("AWS4-HMAC-SHA256 ***, signed for shop in eu-west-1");
    }
  }
}

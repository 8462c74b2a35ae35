package dev.connector.spec.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each error in a definition breaks one rule, and the place to change is the place of the error.
 */
class WrongDefinitionTest {

  private static final String CONTACTS = "/resources/contacts/";

  @TempDir private Path folder;

  /**
   * An error.
   *
   * @param said what has to be said of it, beside its place
   */
  record Wrong(String pointer, Object value, String rule, String place, List<String> said) {
    @Override
    public String toString() {
      return pointer + " = " + value;
    }
  }

  static Stream<Wrong> errors() {
    return Stream.of(
        new Wrong(
            "/authentication/0/placement",
            "api_key",
            "LIVE-1",
            "change /authentication/0 in connector.json",
            List.of("401 Unauthorized", "change SHOP_API_KEY", "the query parameter api_key")),
        new Wrong(
            "/authentication",
            null,
            "LIVE-1",
            "change /authentication in connector.json",
            List.of("401 Unauthorized", "no credentials are needed")),
        new Wrong(
            CONTACTS + "operations/list/path",
            "/people",
            "LIVE-2",
            "change " + CONTACTS + "operations/list/path in connector.json",
            List.of("404 Not Found", "/v1/people", "it is \"/people\"")),
        new Wrong(
            CONTACTS + "operations/get/path",
            "/people/{contactId}",
            "LIVE-2",
            "change " + CONTACTS + "operations/get/path in connector.json",
            List.of("contacts.get: 404 Not Found")),
        new Wrong(
            CONTACTS + "operations/list/records",
            "/results",
            "LIVE-2",
            "change " + CONTACTS + "operations/list/records in connector.json",
            List.of("an array of 10 at /items", "write \"/items\"")),
        new Wrong(
            CONTACTS + "operations/list/records",
            "",
            "LIVE-2",
            "change " + CONTACTS + "operations/list/records in connector.json",
            List.of("write \"/items\"")),
        new Wrong(
            CONTACTS + "primaryKey",
            List.of("/key"),
            "LIVE-2",
            "change " + CONTACTS + "primaryKey in connector.json",
            List.of("20 of 20 records have nothing at /key", "perhaps it should be \"/id\"")),
        new Wrong(
            "/resources/notes/parent/bind",
            Map.of("contactId", "/email"),
            "LIVE-2",
            "change /resources/notes/parent/bind/contactId in connector.json",
            List.of("it takes /email of contacts")),
        new Wrong(
            "/resources/notes/parent/bind",
            Map.of("contactId", "/number"),
            "LIVE-2",
            "change /resources/notes/parent/bind in connector.json",
            List.of("could not even be made")),
        new Wrong(
            CONTACTS + "canonical/fields/~1email",
            "/kind",
            "LIVE-3",
            "change " + CONTACTS + "canonical/fields/~1email in connector.json",
            List.of("It is made of /kind")),
        new Wrong(
            CONTACTS + "operations/list/pagination/parameter",
            "cursor",
            "LIVE-4",
            "change " + CONTACTS + "operations/list/pagination/parameter in connector.json",
            List.of("the query parameter \"cursor\"", "takes no notice")),
        new Wrong(
            CONTACTS + "operations/list/pagination/next",
            "/cursor",
            "LIVE-4",
            "change " + CONTACTS + "operations/list/pagination/next in connector.json",
            List.of("nothing at /cursor", "perhaps it should be \"/next\"")),
        new Wrong(
            CONTACTS + "operations/list/pagination",
            null,
            "LIVE-4",
            "change " + CONTACTS + "operations/list/pagination in connector.json",
            List.of("No paging is declared", "/next")),
        new Wrong(
            "/resources/orders/operations/list/pagination/parameter",
            "p",
            "LIVE-4",
            "change /resources/orders/operations/list/pagination/parameter in connector.json",
            List.of("orders.list", "takes no notice")),
        new Wrong(
            CONTACTS + "operations/list/query",
            Map.of("since", "{cursor}"),
            "LIVE-5",
            "change " + CONTACTS + "operations/list/query/since in connector.json",
            List.of("records are older", "takes no notice of the filter")),
        new Wrong(
            CONTACTS + "incremental/cursor",
            "/created",
            "LIVE-5",
            "change " + CONTACTS + "incremental/cursor in connector.json",
            List.of("a time at /updated")));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isToldWithItsPlace(Wrong wrong) throws Exception {
    try (Shop shop = Shop.open()) {
      Verified verified = shop.claiming(folder, wrong.pointer(), wrong.value()).verify();

      assertThat(Shop.broken(verified, wrong.rule()))
          .contains(wrong.place())
          .contains(wrong.said());
      assertThat(Shop.broken(verified)).containsExactly(wrong.rule());
      shop.environment().values().stream()
          .filter(it -> !it.startsWith("http") && it.length() > 6)
          .forEach(secret -> assertThat(Shop.shown(verified)).doesNotContain(secret));
    }
  }
}

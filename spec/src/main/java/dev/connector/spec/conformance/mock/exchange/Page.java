package dev.connector.spec.conformance.mock.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * The records of one answer before they are written.
 *
 * @param next what leads to the page behind it
 * @param about where it stands and what its records should be
 */
public record Page(List<JsonNode> records, Totals totals, Optional<Next> next, About about) {

  public Page {
    records = List.copyOf(records);
  }

  /**
   * What an answer says of the list as a whole.
   *
   * @param records in all pages
   */
  public record Totals(int records, int pages) {}

  /**
   * What leads to a further page.
   *
   * @param token the cursor, or what a link carries
   * @param origin where a link leads; the one that was asked unless said
   */
  public record Next(String token, Optional<HttpUrl> origin) {
    public static Next of(String token) {
      return new Next(token, Optional.empty());
    }
  }

  /**
   * What does not change by changing the page.
   *
   * @param schema what each record fits
   * @param pagination how the list is paged
   * @param asked the token this page was asked for with
   * @param before the records of the page before it; empty for the first one
   * @param again makes a token, each time another, that leads to this page once more
   */
  public record About(
      RecordType type,
      JsonNode schema,
      Optional<Pagination> pagination,
      Optional<String> asked,
      List<JsonNode> before,
      Supplier<String> again) {
    public About {
      before = List.copyOf(before);
    }
  }

  public Page records(List<JsonNode> other) {
    return new Page(other, totals, next, about);
  }

  public Page next(Next other) {
    return new Page(records, totals, Optional.of(other), about);
  }

  public Page totals(Totals other) {
    return new Page(records, other, next, about);
  }
}

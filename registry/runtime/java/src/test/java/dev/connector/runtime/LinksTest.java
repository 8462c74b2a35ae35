package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Content;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.paging.End;
import dev.connector.runtime.paging.Links;
import dev.connector.runtime.paging.Page;
import dev.connector.runtime.paging.Position;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  private static Links links(String... headers) {
    Headers.Builder all = new Headers.Builder();
    List.of(headers).forEach(it -> all.add("Link", it));
    return Links.of(all.build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://h/x?a=1,2;b&page=2>; rel=\"next\"",
        "<https://h/?page=1>; rel=prev, <https://h/x?a=1,2;b&page=2>; rel=next",
        "<https://h/?page=1>; rel=\"first\",<https://h/x?a=1,2;b&page=2>;REL=\"NEXT\"",
        "<https://h/x?a=1,2;b&page=2> ; title=\"a, b; rel=first\" ; rel=\"last next\"",
      })
  void page1_theNextLinkIsFoundHoweverItIsWritten(String header) {
    assertThat(links(header).next()).hasValue("https://h/x?a=1,2;b&page=2");
    assertThat(links("<https://h/>; rel=\"up\"", header).next())
        .hasValue("https://h/x?a=1,2;b&page=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://h/>; rel=\"prev\"",
        "<https://h/>; rel=\"nextish\"",
        "<https://h/>; title=\"rel=next\"",
        "<https://h/>",
        "https://h/; rel=next",
        ""
      })
  void page1_whatIsNoNextLinkIsNotFollowed(String header) {
    assertThat(links(header).next()).isEmpty();
  }

  @Test
  void page5_aFlagThatCannotBeUnderstoodIsAnErrorAndNotTheEnd() {
    End end = End.hasMore(ResponseValue.body("/more"));
    for (String more : List.of("true", "\"true\"", "1", "\"Y\"", "\"Yes\"")) {
      assertThat(end.reached(page("{\"more\":" + more + "}"), Position.START)).hasValue(false);
    }
    for (String more : List.of("false", "\"False\"", "0", "\"N\"")) {
      assertThat(end.reached(page("{\"more\":" + more + "}"), Position.START)).hasValue(true);
    }
    assertThat(end.reached(page("{}"), Position.START)).isEmpty();
    assertThat(failure(() -> end.reached(page("{\"more\":\"maybe\"}"), Position.START)).code())
        .isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void page5_aTotalThatIsNoNumberIsAnError() {
    End end = End.totalRecords(ResponseValue.body("/total"));
    assertThat(failure(() -> end.total(page("{\"total\":\"many\"}"))).code())
        .isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void aValueInTheBodyFindsItsPlaceAndKeepsTheTypeThere() {
    Request request =
        Request.post("things.search", "/s")
            .body(PaginationRulesTest.parse("{\"a\":[{\"b\":\"7\"},{\"b\":7}]}"));
    Request changed = Parameter.body("/a/0/b").put(request, LongNode.valueOf(8));
    changed = Parameter.body("/a/1/b").put(changed, LongNode.valueOf(9));
    changed = Parameter.body("/c/d").put(changed, TextNode.valueOf("x"));
    assertThat(((Content.Json) changed.content()).value())
        .hasToString("{\"a\":[{\"b\":\"8\"},{\"b\":9}],\"c\":{\"d\":\"x\"}}");
    assertThat(((Content.Json) request.content()).value())
        .as("the request it came from")
        .hasToString("{\"a\":[{\"b\":\"7\"},{\"b\":7}]}");
  }

  private static Page page(String body) {
    Response response =
        new Response(200, Headers.of(), PaginationRulesTest.parse(body), "id", 1, Duration.ZERO);
    return new Page(HttpUrl.get("https://h/"), response, List.of());
  }

  @Test
  void page1_aHeaderOfAnyLengthIsRead() {
    String header = "<https://h/>" + "; a=b".repeat(50_000) + "; rel=next";
    assertThat(links(header).next()).hasValue("https://h/");
  }
}

package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusiveFilterTest {

  @ParameterizedTest
  @CsvSource({
    "ISO8601,2026-01-31T11:59:59.999Z",
    "DATE,2026-01-30",
    "EPOCH_SECONDS,1769860799",
    "EPOCH_MILLIS,1769860799999"
  })
  void aTimeIsAskedForFromTheLastOneBeforeItThatTheFilterCanTell(TimeFormat format, String asked) {
    Incremental filtered =
        Incremental.byTime("/at", Parameter.query("after"))
            .exclusive()
            .format(format)
            .from(Instant.parse("2026-01-31T12:00:00Z"));

    assertThat(after(filtered)).isEqualTo(asked);
  }

  @Test
  void aNumberIsAskedForFromTheOneBeforeIt() {
    Incremental filtered =
        Incremental.byNumber("/version", Parameter.query("after")).from(IntNode.valueOf(8));

    assertThat(after(filtered)).isEqualTo("8");
    assertThat(after(filtered.exclusive())).isEqualTo("7");
  }

  private static String after(Incremental filtered) {
    Listing list = Listing.of(Request.get("items.list", "/items"));
    return filtered.first(list).request().query().get("after").get(0);
  }
}

package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:34:56.789Z, 2026-01-31T12:34:56.789Z",
    "2026-01-31T12:34:56.789123Z, 2026-01-31T12:34:56.789123Z",
    "2026-01-31T12:34:56+02:00, 2026-01-31T10:34:56Z",
    "2026-01-31T12:34:56.789+0200, 2026-01-31T10:34:56.789Z",
    "2026-01-31T12:34:56, 2026-01-31T12:34:56Z",
    "2026-01-31 12:34:56, 2026-01-31T12:34:56Z",
    "2026-01-31 12:34, 2026-01-31T12:34:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z",
    "1769862896, 2026-01-31T12:34:56Z",
    "1769862896789, 2026-01-31T12:34:56.789Z",
    "1769862896.25, 2026-01-31T12:34:56.250Z",
    "-86400000, 1967-04-07T00:00:00Z",
  })
  void readsWhateverApisCallATimestamp(String text, Instant moment) {
    assertThat(TimeFormat.read(TextNode.valueOf(text))).isEqualTo(moment);
  }

  @Test
  void readsNumbers() {
    assertThat(TimeFormat.read(LongNode.valueOf(0))).isEqualTo(Instant.EPOCH);
    assertThat(TimeFormat.read(LongNode.valueOf(1769862896789L)))
        .isEqualTo("2026-01-31T12:34:56.789Z");
    assertThat(TimeFormat.read(DecimalNode.valueOf(new BigDecimal("1769862896.5"))))
        .isEqualTo("2026-01-31T12:34:56.500Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-02-30", "12:00", "31.01.2026", "123"})
  void whatIsNoTimestampIsRefused(String text) {
    assertThatThrownBy(() -> TimeFormat.read(TextNode.valueOf(text)))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void coarseFormatsRoundDownAlsoBefore1970() {
    Instant moment = Instant.parse("1969-12-31T23:59:59.9Z");
    assertThat(TimeFormat.EPOCH_SECONDS.write(moment).asLong()).isEqualTo(-1);
    assertThat(TimeFormat.EPOCH_MILLIS.write(moment).asLong()).isEqualTo(-100);
    assertThat(TimeFormat.DATE.write(moment).asText()).isEqualTo("1969-12-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+100000000", "1E-100000000"})
  void aNumberTooLargeOrTooSmallToBeATimeIsRefusedAtOnce(BigDecimal number) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> TimeFormat.read(DecimalNode.valueOf(number)))
                .isInstanceOf(DateTimeException.class));
  }
}

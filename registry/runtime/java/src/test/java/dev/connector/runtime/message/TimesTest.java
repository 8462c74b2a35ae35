package dev.connector.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {

  record Event(Optional<Instant> at, Optional<LocalDate> on) {}

  @Test
  void aTimeIsReadHoweverItIsWritten() throws Exception {
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");

    assertThat(read("{\"at\":\"2026-01-31T12:00:00\"}").at()).contains(noon);
    assertThat(read("{\"at\":\"2026-01-31 13:00:00+01:00\"}").at()).contains(noon);
    assertThat(read("{\"at\":1769860800}").at()).contains(noon);
    assertThat(read("{\"at\":\"\",\"on\":null}")).isEqualTo(read("{}"));
  }

  @Test
  void aDayIsTheOneThatWasWritten() throws Exception {
    LocalDate day = LocalDate.of(2026, 1, 31);

    assertThat(read("{\"on\":\"2026-01-31\"}").on()).contains(day);
    assertThat(read("{\"on\":\"2026-01-31T23:30:00-05:00\"}").on()).contains(day);
  }

  @Test
  void whatIsNoTimeIsAnError() {
    assertThatThrownBy(() -> read("{\"at\":\"soon\"}"))
        .isInstanceOfSatisfying(
            ApiException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
    assertThatThrownBy(() -> read("{\"at\":{}}")).isInstanceOf(ApiException.class);
  }

  private static Event read(String json) throws Exception {
    return Json.read(Json.parse(json), Event.class);
  }
}

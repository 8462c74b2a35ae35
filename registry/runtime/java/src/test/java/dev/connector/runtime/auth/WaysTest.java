package dev.connector.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaysTest {

  private final Authentication token = Authentication.bearer("t");
  private final Authentication pair = Authentication.basic("u", "p");

  @Test
  void theFirstWayThatLacksNothingIsTaken() {
    assertThat(ways(Optional.of("t"), Optional.of("u"), Optional.of("p")).first()).isSameAs(token);
    assertThat(ways(Optional.empty(), Optional.of("u"), Optional.of("p")).first()).isSameAs(pair);
  }

  @Test
  void whatEachWayLacksIsNamed() {
    assertThatThrownBy(ways(Optional.empty(), Optional.empty(), Optional.empty())::first)
        .isInstanceOfSatisfying(
            ApiException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.INVALID_CONFIG))
        .hasMessage(
            "nothing to authenticate with: A_TOKEN is missing, or A_USER, A_PASSWORD are missing");
  }

  private Ways ways(Optional<String> key, Optional<String> user, Optional<String> password) {
    return Ways.of()
        .needing("A_TOKEN", key)
        .way(() -> token)
        .needing("A_USER", user)
        .needing("A_PASSWORD", password)
        .way(() -> pair);
  }
}

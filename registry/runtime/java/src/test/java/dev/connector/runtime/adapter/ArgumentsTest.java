package dev.connector.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.message.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final List<Argument> DECLARED =
      List.of(
          Argument.withDefault("fields", Json.write(List.of("a", "b"))),
          Argument.required("day"),
          Argument.optional("where"));

  @Test
  void defaultsTakeThePlaceOfWhatWasNotGiven() {
    Arguments with = Arguments.none().orDefaults(DECLARED);

    assertThat(with.joined("fields", ",")).contains("a,b");
    assertThat(with.texts("fields")).containsExactly("a", "b");
    assertThat(with.joined("where", ",")).isEmpty();
    assertThat(Arguments.none().with("fields", "c").orDefaults(DECLARED).texts("fields"))
        .containsExactly("c");
  }

  @Test
  void aValueIsWrittenAsJsonHasIt() {
    Arguments with =
        Arguments.none()
            .orDefaults(DECLARED)
            .with("day", LocalDate.of(2026, 1, 31))
            .with("where", Map.of("x", 1));

    assertThat(with.text("day")).isEqualTo("2026-01-31");
    assertThat(with.text("where")).isEqualTo("{\"x\":1}");
  }

  @Test
  void aValueInPlaceOfNoneLeavesOneThatIsThere() {
    Arguments with = Arguments.none().orDefaults(DECLARED).or("fields", "c").or("day", "d");

    assertThat(with.texts("fields")).containsExactly("a", "b");
    assertThat(with.text("day")).isEqualTo("d");
  }
}

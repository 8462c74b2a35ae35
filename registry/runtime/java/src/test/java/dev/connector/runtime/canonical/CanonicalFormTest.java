package dev.connector.runtime.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          701                       | "701"
          14.990                    | "14.990"
          1e3                       | "1000"
          "1e3"                     | "1e3"
          " 12 \\n"                  | "12"
          12345678901234567890.12   | "12345678901234567890.12"
          true                      | true
          {"a":1}                   | {"a":1}
          1e999999999               | 1e999999999
          """)
  void text_is_the_digits_of_a_number_or_what_is_between_blanks_and_anything_else_as_it_is(
      String value, String text) {
    assertThat(converted(new Conversion.Text(), value)).isEqualTo(json(text));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          "1499.00"    | 0 | "1499.00"
          "1.0E9"      | 0 | "1000000000"
          "-007"       | 0 | "-7"
          1499         | 2 | "14.99"
          "5"          | 2 | "0.05"
          -1499        | 2 | "-14.99"
          "3800"       | 3 | "3.800"
          "12 EUR"     | 2 | "12 EUR"
          "1e9999"     | 0 | "1e9999"
          "Infinity"   | 0 | "Infinity"
          false        | 0 | false
          """)
  void decimals_are_exact_and_plain(String value, int decimals, String text) {
    assertThat(converted(new Conversion.Decimal(decimals), value)).isEqualTo(json(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          "250"                  | 250
          "2e2"                  | 200
          250.0                  | 250
          "9007199254740993"     | 9007199254740993
          "18446744073709551616" | 18446744073709551616
          "2.5"                  | "2.5"
          "many"                 | "many"
          """)
  void whole_numbers_are_integers(String value, String number) {
    assertThat(converted(new Conversion.Whole(), value)).isEqualTo(json(number));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "\"2026-02-01T10:30:00+01:00\", \"2026-02-01T09:30:00Z\"",
    "\"2026-02-01T09:30:00.120Z\", \"2026-02-01T09:30:00.120Z\"",
    "1769938200, \"2026-02-01T09:30:00Z\"",
    "\"1769938200120\", \"2026-02-01T09:30:00.120Z\"",
    "\"2026-02-01\", \"2026-02-01\"",
    "\"tomorrow\", \"tomorrow\"",
    "true, true"
  })
  void times_become_utc_and_a_day_is_none(String value, String time) {
    assertThat(converted(new Conversion.Timestamp(), value)).isEqualTo(json(time));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "0, 86400, \"1970-01-02T00:00:00Z\"",
    "3, 86400000, \"1970-01-02T00:00:00Z\"",
    "3, \"86400001\", \"1970-01-02T00:00:00.001Z\"",
    "3, -1, \"1969-12-31T23:59:59.999Z\"",
    "0, 1e400, 1e400",
    "0, \"2026-02-01T09:30:00Z\", \"2026-02-01T09:30:00Z\""
  })
  void seconds_are_counted_as_they_are_declared(int decimals, String value, String time) {
    assertThat(converted(new Conversion.Epoch(decimals), value)).isEqualTo(json(time));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "\"2026-02-01\", \"2026-02-01\"",
    "\"2026-02-01T23:30:00-05:00\", \"2026-02-01\"",
    "1769938200000, \"2026-02-01\"",
    "\"2026-02-31\", \"2026-02-31\"",
    "\"soon\", \"soon\""
  })
  void days_stay_the_day_that_was_written(String value, String day) {
    assertThat(converted(new Conversion.Day(), value)).isEqualTo(json(day));
  }

  @Test
  void words_mean_what_is_declared_and_nothing_else() {
    Conversion priority = new Conversion.Words(Map.of("HIGH", "high"), new Conversion.Text());
    Conversion active = new Conversion.Words(Map.of("false", "true"), new Conversion.Flag());

    assertThat(converted(priority, "'HIGH'")).isEqualTo(json("'high'"));
    assertThat(converted(priority, "'high'").isMissingNode()).isTrue();
    assertThat(converted(priority, "['HIGH']").isMissingNode()).isTrue();
    assertThat(converted(active, "false")).isEqualTo(json("true"));
    assertThat(converted(new Conversion.Flag(), "'false'")).isEqualTo(json("false"));
    assertThat(converted(new Conversion.Flag(), "'no'")).isEqualTo(json("'no'"));
  }

  @Test
  void several_values_are_an_array_however_they_come() {
    Conversion ids = new Conversion.Several(Optional.of(";"), new Conversion.Text());

    assertThat(converted(ids, "'1; 2;;3'")).isEqualTo(json("['1','2','3']"));
    assertThat(converted(ids, "7")).isEqualTo(json("['7']"));
    assertThat(converted(ids, "[7,null,'8;9']")).isEqualTo(json("['7','8;9']"));
    assertThat(converted(ids, "';'").isMissingNode()).isTrue();
    assertThat(converted(new Conversion.Several(Optional.empty(), new Conversion.Text()), "'1;2'"))
        .isEqualTo(json("['1;2']"));
  }

  @Test
  void what_the_source_leaves_out_is_left_out() {
    CanonicalForm form =
        CanonicalForm.of("contact")
            .text("/id", "/id")
            .text("/email", "/mail")
            .text("/phone", "/phone")
            .text("/address/city", "/home/city")
            .constant("/custom/origin", "acme")
            .asItIs("/custom/more", "/more");

    JsonNode found = json("{'id':7,'mail':null,'phone':'','more':{'a':[]}}");

    assertThat(form.from(found))
        .isEqualTo(json("{'id':'7','custom':{'origin':'acme','more':{'a':[]}}}"));
  }

  @Test
  void money_without_an_amount_is_none() {
    CanonicalForm form =
        CanonicalForm.of("deal")
            .money("/amount", "/amount", "/currency")
            .word("/status", "/stage", Map.of("won", "won"));

    assertThat(form.from(json("{'currency':'EUR','stage':'lost'}"))).isEqualTo(json("{}"));
    assertThat(form.from(json("{'currency':'EUR','amount':12.50,'stage':'won'}")))
        .isEqualTo(json("{'amount':{'amount':'12.50','currency':'EUR'},'status':'won'}"));
  }

  @Test
  void a_record_is_not_changed_by_its_form() {
    CanonicalForm form =
        CanonicalForm.of("contact").asItIs("/custom", "/fields").text("/custom/id", "/id");
    JsonNode found = json("{'id':1,'fields':{'a':1}}");

    assertThat(form.from(found)).isEqualTo(json("{'custom':{'a':1,'id':'1'}}"));
    assertThat(found).isEqualTo(json("{'id':1,'fields':{'a':1}}"));
  }

  @Test
  void forms_that_say_the_same_are_the_same() {
    CanonicalForm one = CanonicalForm.of("deal").text("/id", "/id").money("/amount", "/value");
    CanonicalForm other = CanonicalForm.of("deal").money("/amount", "/value").text("/id", "/id");

    assertThat(one).isEqualTo(other).isNotEqualTo(other.text("/id", "/key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\n\""})
  void null_and_blank_texts_say_that_there_is_no_value(String value) {
    assertThat(converted(new Conversion.Text(), value).isMissingNode()).isTrue();
    assertThat(converted(new Conversion.Decimal(2), value).isMissingNode()).isTrue();
  }

  private static JsonNode converted(Conversion conversion, String value) {
    return conversion.convert(json(value));
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

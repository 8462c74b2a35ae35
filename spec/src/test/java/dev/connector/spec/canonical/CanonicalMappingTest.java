package dev.connector.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.CanonicalMapping.Constant;
import dev.connector.spec.definition.CanonicalMapping.From;
import dev.connector.spec.definition.TimeFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The type decides what a value becomes, as the page on canonical types says. */
class CanonicalMappingTest {

  private static final JsonPointer VALUE = JsonPointer.compile("/value");

  @ParameterizedTest(name = "{0}{1} of {2}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          contact      | /id               | 701                         | "701"
          company      | /employees        | "250"                       | 250
          company      | /annualRevenue/amount | "1.25E7"                | "12500000"
          contact      | /unsubscribed     | "true"                      | true
          contact      | /updatedAt        | "2026-02-01T10:30:00+01:00" | "2026-02-01T09:30:00Z"
          contact      | /birthOn          | "1815-12-10T23:00:00-05:00" | "1815-12-10"
          contact      | /tags             | "vip"                       | ["vip"]
          contact      | /companyIds       | [9001,"9002"]               | ["9001","9002"]
          contact      | /custom/score     | 12                          | 12
          contact      | /address/city     | "London"                    | "London"
          activity     | /kind             | "call"                      | "call"
          activity     | /duration         | 183.50                      | "183.50"
          exchangeRate | /rate             | 1.0842                      | "1.0842"
          order        | /total/amount     | 14.990                      | "14.990"
          """)
  void a_value_becomes_what_the_type_has(String type, String place, String value, String becomes) {
    CanonicalType known = CanonicalType.of(type);
    JsonNode canonical = form(type, place, From.at(VALUE)).from(json("{\"value\":" + value + "}"));

    assertThat(known.has(JsonPointer.compile(place))).isTrue();
    assertThat(canonical.at(place)).isEqualTo(json(becomes));
    assertThat(known.violations(canonical)).noneMatch(it -> it.path().startsWith(place));
  }

  @Test
  void a_mapping_names_what_the_type_cannot_know() {
    From cents = new From(VALUE, Optional.empty(), Map.of(), Optional.empty(), 2);
    From millis =
        new From(VALUE, Optional.of(TimeFormat.EPOCH_MILLIS), Map.of(), Optional.empty(), 0);
    From seconds =
        new From(VALUE, Optional.of(TimeFormat.EPOCH_SECONDS), Map.of(), Optional.empty(), 0);
    From words = new From(VALUE, Optional.empty(), Map.of("1", "won"), Optional.empty(), 0);
    From list = new From(VALUE, Optional.empty(), Map.of(), Optional.of(","), 0);

    assertThat(value("payment", "/amount/amount", cents, "1499")).isEqualTo(json("\"14.99\""));
    assertThat(value("deal", "/closedAt", millis, "86400000"))
        .isEqualTo(json("\"1970-01-02T00:00:00Z\""));
    assertThat(value("deal", "/closedAt", seconds, "\"86400\""))
        .isEqualTo(json("\"1970-01-02T00:00:00Z\""));
    assertThat(value("deal", "/status", words, "1")).isEqualTo(json("\"won\""));
    assertThat(value("deal", "/status", words, "2").isMissingNode()).isTrue();
    assertThat(value("deal", "/tags", list, "\"a, b\"")).isEqualTo(json("[\"a\",\"b\"]"));
    assertThat(value("deal", "/name", new Constant(json("\"Deal\"")), "1"))
        .isEqualTo(json("\"Deal\""));
  }

  @Test
  void an_object_that_lacks_what_it_needs_is_left_out() {
    Map<JsonPointer, CanonicalMapping.Field> fields = new LinkedHashMap<>();
    fields.put(JsonPointer.compile("/id"), From.at(JsonPointer.compile("/id")));
    fields.put(JsonPointer.compile("/amount/amount"), From.at(VALUE));
    fields.put(JsonPointer.compile("/amount/currency"), From.at(JsonPointer.compile("/currency")));
    CanonicalType deal = CanonicalType.of("deal");
    CanonicalForm form = deal.form(new CanonicalMapping("deal", fields));

    assertThat(form.from(json("{\"id\":1,\"currency\":\"EUR\"}")))
        .isEqualTo(json("{\"id\":\"1\"}"));
    assertThat(form)
        .isEqualTo(
            CanonicalForm.of("deal").text("/id", "/id").money("/amount", "/value", "/currency"));
  }

  @Test
  void a_type_knows_its_fields() {
    CanonicalType contact = CanonicalType.of("contact");

    assertThat(contact.has(JsonPointer.compile("/emial"))).isFalse();
    assertThat(contact.has(JsonPointer.compile("/address/town"))).isFalse();
    assertThat(contact.has(JsonPointer.compile("/custom/anything"))).isTrue();
    assertThat(contact.hasTime(JsonPointer.compile("/createdAt"))).isTrue();
    assertThat(contact.hasTime(JsonPointer.compile("/birthOn"))).isFalse();
  }

  private static JsonNode value(
      String type, String place, CanonicalMapping.Field field, String value) {
    return form(type, place, field).from(json("{\"value\":" + value + "}")).at(place);
  }

  private static CanonicalForm form(String type, String place, CanonicalMapping.Field field) {
    return CanonicalType.of(type)
        .form(new CanonicalMapping(type, Map.of(JsonPointer.compile(place), field)));
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

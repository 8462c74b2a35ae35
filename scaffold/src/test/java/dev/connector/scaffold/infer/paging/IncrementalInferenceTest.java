package dev.connector.scaffold.infer.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.spec.definition.TimeFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncrementalInferenceTest {

  private static final String TIME = "{\"type\": \"string\", \"format\": \"date-time\"}";
  private static final String STRING = "{\"type\": \"string\"}";
  private static final String INTEGER = "{\"type\": \"integer\"}";
  private static final String RECORD =
      "{\"id\": {\"type\": \"string\"}, \"created_at\": "
          + TIME
          + ", \"updated_at\": "
          + TIME
          + ", \"updated_by\": {\"type\": \"string\"}}";

  @Test
  void asks_for_what_was_updated() {
    ChangeFilter filter = used(things().query("updated_after", TIME, ""), Confidence.SURE);
    assertThat(filter.parameter()).isEqualTo("updated_after");
    assertThat(filter.inclusive()).isFalse();
    assertThat(filter.field()).contains(JsonPointer.compile("/updated_at"));
    assertThat(filter.value().format()).contains(TimeFormat.ISO8601);
  }

  @Test
  void knows_bounds_however_they_are_written() {
    assertThat(used(things().query("updatedAtGte", TIME, ""), Confidence.SURE).inclusive())
        .isTrue();
    assertThat(used(things().query("updated_at__gte", TIME, ""), Confidence.SURE).inclusive())
        .isTrue();
    assertThat(used(things().query("DateUpdated>", TIME, ""), Confidence.SURE).inclusive())
        .isTrue();
    assertThat(
            used(things().query("updated_at.on_or_after", TIME, ""), Confidence.SURE).inclusive())
        .isTrue();
    assertThat(
            used(
                    things().query("modifiedSince", TIME, "Those modified after the time"),
                    Confidence.SURE)
                .inclusive())
        .isFalse();
  }

  @Test
  void takes_a_range_object_apart() {
    String range =
        "{\"anyOf\": [{\"type\": \"object\", \"properties\": {\"gt\": {\"type\": \"integer\"},"
            + " \"gte\": {\"type\": \"integer\"}, \"lte\": {\"type\": \"integer\"}}}, {\"type\":"
            + " \"integer\"}]}";
    Described list =
        Described.list()
            .query("created", range, "Created during the given date interval")
            .response(
                "{}", "{\"id\": {\"type\": \"string\"}, \"created\": {\"type\": \"integer\"}}");
    ChangeFilter filter = used(list, Confidence.LIKELY);
    assertThat(filter.parameter()).isEqualTo("created[gte]");
    assertThat(filter.until()).contains("created[lte]");
    assertThat(filter.value().format()).contains(TimeFormat.EPOCH_SECONDS);
  }

  @Test
  void prefers_changes_to_creations() {
    Described list = things().query("created_after", TIME, "").query("updated_after", TIME, "");
    assertThat(used(list, Confidence.SURE).parameter()).isEqualTo("updated_after");
  }

  @Test
  void takes_no_number_for_a_time_that_is_only_spoken_of() {
    Described list =
        Described.list()
            .says("Those of the dealerID, of whom lastSeen >= startDate.")
            .query("startDate", "{\"type\": \"string\", \"format\": \"date\"}", "")
            .response(
                "{}",
                "{\"dealerID\": {\"type\": \"integer\"}, \"lastSeen\": {\"type\": \"string\","
                    + " \"format\": \"date\"}, \"soldOn\": {\"type\": \"string\", \"format\":"
                    + " \"date\"}}");
    assertThat(list.changes().value().orElseThrow().field())
        .contains(JsonPointer.compile("/lastSeen"));
  }

  @Test
  void says_that_a_filter_by_creation_misses_changes() {
    Fact<Optional<ChangeFilter>> fact = things().query("created_after", TIME, "").changes();
    assertThat(fact.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(fact.evidence().toString()).contains("changes of older records are not among");
  }

  @Test
  void is_sure_of_creations_where_records_are_events() {
    Described list =
        Described.list("/audit_logs").query("created_after", TIME, "").response("{}", RECORD);
    assertThat(used(list, Confidence.SURE).field()).contains(JsonPointer.compile("/created_at"));
  }

  @Test
  void reads_the_meaning_of_since_in_its_description() {
    Described list = things().query("since", TIME, "Only those last updated since then");
    assertThat(used(list, Confidence.SURE).field()).contains(JsonPointer.compile("/updated_at"));
    assertThat(things().query("since", INTEGER, "").changes().value()).isEmpty();
    assertThat(things().query("since", INTEGER, "Those with a greater id").changes().value())
        .isEmpty();
    assertThat(things().query("since", TIME, "").changes().isUnsure()).isTrue();
  }

  @Test
  void takes_the_field_that_the_description_speaks_of() {
    Described list =
        Described.list()
            .query(
                "begin_time", STRING, "The inclusive start of the query on opened_at, in ISO 8601")
            .response(
                "{}",
                "{\"id\": {\"type\": \"string\"}, \"opened_at\": {\"type\": \"string\"}, \"closed_at\": {\"type\": \"string\"}}");
    ChangeFilter filter = used(list, Confidence.LIKELY);
    assertThat(filter.field()).contains(JsonPointer.compile("/opened_at"));
    assertThat(filter.inclusive()).isTrue();
  }

  @Test
  void writes_times_as_the_api_wants_them() {
    assertThat(format("{\"type\": \"string\", \"format\": \"date\"}", ""))
        .contains(TimeFormat.DATE);
    assertThat(format(STRING, "Format: YYYY-MM-DD")).contains(TimeFormat.DATE);
    assertThat(format(STRING, "RFC 3339")).contains(TimeFormat.ISO8601);
    assertThat(format(INTEGER, "Unix time")).contains(TimeFormat.EPOCH_SECONDS);
    assertThat(format(INTEGER, "Milliseconds since the epoch")).contains(TimeFormat.EPOCH_MILLIS);
  }

  private static Optional<TimeFormat> format(String schema, String description) {
    return used(things().query("updated_since", schema, description), Confidence.SURE)
        .value()
        .format();
  }

  @Test
  void does_not_use_a_time_that_a_definition_cannot_write() {
    Fact<Optional<ChangeFilter>> fact =
        things().query("updated_since", STRING, "Format: YYYYMMDD").changes();
    assertThat(fact.value().orElseThrow().value().format()).isEmpty();
    assertThat(fact.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void does_not_take_a_sort_order_for_a_filter() {
    assertThat(
            things()
                .query(
                    "sort", "{\"type\": \"string\", \"enum\": [\"updated_at\"]}", "By updated_at")
                .query("order_by", STRING, "updated_at, last updated first")
                .changes()
                .value())
        .isEmpty();
  }

  @Test
  void does_not_take_what_happens_for_a_change() {
    assertThat(things().query("due_after", TIME, "").changes().value()).isEmpty();
    assertThat(things().query("from", TIME, "Events starting after this date").changes().value())
        .isEmpty();
    assertThat(things().query("from", STRING, "The sender's phone number").changes().value())
        .isEmpty();
    assertThat(things().query("price_from", INTEGER, "").changes().value()).isEmpty();
  }

  @Test
  void leaves_filters_in_a_language_of_their_own_open() {
    Fact<Optional<ChangeFilter>> fact =
        things().query("filter", STRING, "An expression over fields").changes();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void takes_a_header_that_filters_records() {
    Described list =
        things()
            .header(
                "If-Modified-Since", STRING, "Only records created or modified since are returned");
    assertThat(used(list, Confidence.LIKELY).value().format()).contains(TimeFormat.HTTP_DATE);
    assertThat(things().header("If-Modified-Since", STRING, "").changes().value()).isEmpty();
  }

  private static Described things() {
    return Described.list().response("{}", RECORD);
  }

  private static ChangeFilter used(Described list, Confidence confidence) {
    Fact<Optional<ChangeFilter>> fact = list.changes();
    assertThat(fact.value()).isPresent();
    assertThat(fact.confidence()).isEqualTo(confidence);
    return fact.value().orElseThrow();
  }

  @Test
  void does_not_take_what_is_planned_for_a_time_for_what_is_new() {
    for (String path : new String[] {"/schedules", "/teams/{id}/shifts"}) {
      Fact<Optional<ChangeFilter>> fact =
          Described.list(path)
              .response("{}", RECORD)
              .query("since", TIME, "The start of the date range over which to show entries")
              .query("until", TIME, "The end of the date range")
              .changes();
      assertThat(fact.confidence()).as(path).isEqualTo(Confidence.UNSURE);
    }
    String stretch = "{\"start_time\": " + TIME + ", \"end_time\": " + TIME + "}";
    Fact<Optional<ChangeFilter>> events =
        Described.list("/calendars/{id}/events")
            .response("{}", stretch)
            .query("from", TIME, "The start of the range")
            .query("to", TIME, "The end of the range")
            .changes();
    assertThat(events.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void knows_that_a_time_zone_is_no_time() {
    Described list =
        Described.list("/logs")
            .response("{}", "{\"time_zone\": {\"type\": \"string\"}}")
            .query("since", TIME, "The start of the date range")
            .query("until", TIME, "The end of the date range");
    assertThat(list.changes().value().flatMap(ChangeFilter::field)).isEmpty();
  }
}

package dev.connector.scaffold.infer.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeletesInferenceTest {

  private static final String BOOLEAN = "{\"type\": \"boolean\"}";

  @Test
  void asks_for_deleted_records_that_a_field_marks() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .query("include_deleted", BOOLEAN, "")
            .response("{}", "{\"id\": {}, \"deleted_at\": {\"type\": \"string\"}}")
            .deletes();
    assertThat(fact.confidence()).isEqualTo(Confidence.SURE);
    assertThat(fact.value())
        .contains(
            new DeletedRecords(
                Optional.of(new DeletedRecords.Switch("include_deleted", "true")),
                false,
                Optional.of(JsonPointer.compile("/deleted_at"))));
  }

  @Test
  void is_not_sure_where_nothing_marks_them() {
    assertThat(Described.list().query("showDeleted", BOOLEAN, "").deletes().isUnsure()).isTrue();
  }

  @Test
  void lists_archived_records_apart() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .query("archived", BOOLEAN, "Whether to return only results that have been archived.")
            .response("{}", "{\"id\": {}, \"archived\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(fact.value().orElseThrow().alone()).isTrue();
  }

  @Test
  void does_not_lose_the_others_to_a_flag_that_leaves_them_out() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .query("archived", BOOLEAN, "If true, only archived ones will be included.")
            .response("{}", "{\"id\": {}, \"archived\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.value().orElseThrow().alone()).isTrue();
  }

  @Test
  void does_not_guess_what_an_undescribed_flag_does() {
    assertThat(
            Described.list()
                .query("deleted", BOOLEAN, "")
                .response("{}", "{\"id\": {}, \"deleted\": {\"type\": \"boolean\"}}")
                .deletes()
                .isUnsure())
        .isTrue();
  }

  @Test
  void is_not_sure_that_a_list_has_what_a_field_marks() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .response("{}", "{\"id\": {}, \"is_deleted\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.isUnsure()).isTrue();
    assertThat(fact.value().orElseThrow().mark()).contains(JsonPointer.compile("/is_deleted"));
  }

  @Test
  void hears_nothing_of_deleted_records_by_default() {
    assertThat(Described.list().query("limit", "{\"type\": \"integer\"}", "").deletes().value())
        .isEmpty();
  }
}

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
  void asksForDeletedRecordsThatAFieldMarks() {
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
  void isNotSureWhereNothingMarksThem() {
    assertThat(Described.list().query("showDeleted", BOOLEAN, "").deletes().isUnsure()).isTrue();
  }

  @Test
  void listsArchivedRecordsApart() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .query("archived", BOOLEAN, "Whether to return only results that have been archived.")
            .response("{}", "{\"id\": {}, \"archived\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(fact.value().orElseThrow().alone()).isTrue();
  }

  @Test
  void doesNotLoseTheOthersToAFlagThatLeavesThemOut() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .query("archived", BOOLEAN, "If true, only archived ones will be included.")
            .response("{}", "{\"id\": {}, \"archived\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.value().orElseThrow().alone()).isTrue();
  }

  @Test
  void doesNotGuessWhatAnUndescribedFlagDoes() {
    assertThat(
            Described.list()
                .query("deleted", BOOLEAN, "")
                .response("{}", "{\"id\": {}, \"deleted\": {\"type\": \"boolean\"}}")
                .deletes()
                .isUnsure())
        .isTrue();
  }

  @Test
  void isNotSureThatAListHasWhatAFieldMarks() {
    Fact<Optional<DeletedRecords>> fact =
        Described.list()
            .response("{}", "{\"id\": {}, \"is_deleted\": {\"type\": \"boolean\"}}")
            .deletes();
    assertThat(fact.isUnsure()).isTrue();
    assertThat(fact.value().orElseThrow().mark()).contains(JsonPointer.compile("/is_deleted"));
  }

  @Test
  void hearsNothingOfDeletedRecordsByDefault() {
    assertThat(Described.list().query("limit", "{\"type\": \"integer\"}", "").deletes().value())
        .isEmpty();
  }
}

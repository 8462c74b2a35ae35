package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.infer.paging.ChangeFilter;
import dev.connector.scaffold.infer.paging.DeletedRecords;
import java.util.Optional;

/** Writes how a resource tells of deleted records, where that is sure enough. */
final class DeletesWriter {

  private static final String LISTED = "listDeleted";

  private DeletesWriter() {}

  static void write(Judgement list, Optional<ChangeFilter> filter, ObjectNode resource) {
    if (list.deletes().isUnsure() || list.deletes().value().isEmpty()) {
      return;
    }
    DeletedRecords deleted = list.deletes().value().get();
    ObjectNode operations = (ObjectNode) resource.get("operations");
    ObjectNode read = (ObjectNode) operations.get(Outline.LIST);
    Optional<JsonPointer> mark = deleted.mark().filter(it -> !it.matches());
    if (deleted.alone() && !operations.has(LISTED)) {
      ObjectNode apart = read.deepCopy();
      filter.ifPresent(it -> apart.withObject("/query").remove(it.parameter()));
      apart.put("description", "Those that are deleted.");
      ask(deleted, apart);
      operations.set(LISTED, apart);
      resource.putObject("deletes").put("type", "listed").put("operation", LISTED);
    } else if (!deleted.alone() && mark.isPresent()) {
      ask(deleted, read);
      resource.putObject("deletes").put("type", "marked").put("field", mark.get().toString());
    }
  }

  private static void ask(DeletedRecords deleted, ObjectNode operation) {
    deleted
        .asked()
        .ifPresent(
            it -> {
              JsonNode query = operation.path("query");
              ObjectNode with =
                  query.isObject() ? (ObjectNode) query : operation.putObject("query");
              String before = with.path(it.parameter()).asText();
              if (before.startsWith("{") && before.endsWith("}")) {
                operation.withObject("/arguments").remove(before.substring(1, before.length() - 1));
              }
              with.put(it.parameter(), it.value());
            });
  }
}

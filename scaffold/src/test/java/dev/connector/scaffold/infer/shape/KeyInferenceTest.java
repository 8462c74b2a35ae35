package dev.connector.scaffold.infer.shape;

import static dev.connector.scaffold.infer.shape.Described.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What identifies records. */
class KeyInferenceTest {

  private static Collection list(String path, String record, String detail) {
    String list = content("'schema': {'type': 'array', 'items': " + record + "}");
    String one = content("'schema': " + record);
    return Described.paths(
        "{'"
            + path
            + "': {'get': {'summary': 'List things', 'responses': {'200': "
            + list
            + "}}}, '"
            + path
            + "/{"
            + detail
            + "}': {'get': {'summary': 'Get a thing', 'responses': {'200': "
            + one
            + "}}}}");
  }

  private static List<String> key(Collection inferred) {
    return inferred.primaryKey().value().stream().map(Object::toString).toList();
  }

  private static String properties(String names) {
    StringBuilder schema = new StringBuilder("{'properties': {");
    for (String name : names.split(" ")) {
      schema.append(schema.length() > 16 ? ", " : "").append("'" + name + "': {'type': 'string'}");
    }
    return schema.append("}}").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "/users, name id created_at, /id",
    "/users, name gid resource_type, /gid",
    "/users, name link uri, /uri",
    "/calls, account_sid sid status, /sid",
    "/users, email user_id group_id, /user_id",
    "/payments, amount payeeId paymentId, /paymentId",
    "/Items, Code ItemID Name, /ItemID",
    "/assets, description code, /code",
    "/currencies, currency maximum, /currency",
    "/pools, name, /name",
    "/dashboards, etag _id title, /_id",
    "/subscription-types, parentId key, /key",
  })
  void namesGiveKeysAway(String path, String names, String key) {
    assertThat(key(list(path, properties(names), "other"))).containsExactly(key);
  }

  @Test
  void the_variable_of_the_operation_that_reads_one_is_the_key() {
    Collection inferred = list("/transfers", properties("token status expiry"), "token");

    assertThat(key(inferred)).containsExactly("/token");
    assertThat(inferred.primaryKey().confidence()).isEqualTo(Confidence.SURE);
    assertThat(inferred.primaryKey().evidence())
        .anySatisfy(
            it -> {
              assertThat(it.place()).isEqualTo("#/paths/~1transfers~1{token}/get");
              assertThat(it.says()).isEqualTo("one is read by token");
            });
  }

  @Test
  void an_id_of_something_else_is_no_key() {
    Fact<?> key = list("/log", properties("text ownerId"), "other").primaryKey();

    assertThat(key.value()).isEqualTo(List.of());
    assertThat(key.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void plain_values_have_none() {
    Collection inferred = list("/markets", "{'type': 'string'}", "market");

    assertThat(key(inferred)).isEmpty();
    assertThat(inferred.primaryKey().confidence()).isEqualTo(Confidence.SURE);
  }

  @Test
  void a_wrapped_record_has_its_key_inside() {
    String record =
        "{'properties': {'added_at': {'type': 'string', 'format': 'date-time'}, 'track': "
            + properties("id name")
            + "}}";

    assertThat(key(list("/me/tracks", record, "other"))).containsExactly("/track/id");
  }

  @Test
  void what_a_record_may_lack_does_not_wrap_it() {
    String record =
        "{'required': ['tag'], 'properties': {'track': "
            + properties("id name")
            + ", 'tag': {'type': 'string'}}}";

    assertThat(key(list("/me/tracks", record, "other"))).isEmpty();
  }

  @Test
  void ids_that_are_always_there_identify_together() {
    String record =
        "{'required': ['appId', 'eventId'], 'properties': {'appId': {'type': 'integer'}, 'eventId':"
            + " {'type': 'string'}, 'note': {'type': 'string'}}}";

    assertThat(key(list("/links", record, "other"))).containsExactly("/appId", "/eventId");
  }

  @Test
  void the_document_may_mark_the_key() {
    String record =
        "{'properties': {'id': {'type': 'integer'}, 'tag': {'type': 'string', 'x-primary-key':"
            + " true, 'description': 'Unique'}, 'note': {'type': 'string'}}}";

    assertThat(list("/x", record, "other").primaryKey().evidence()).isNotEmpty();
    assertThat(key(list("/x", record.replace("'id'", "'n'"), "other"))).containsExactly("/tag");
  }

  @Test
  void neither_secrets_nor_choices_nor_objects_are_keys() {
    String record =
        "{'properties': {'uuid': {'type': 'string', 'writeOnly': true}, 'code': {'type': 'string',"
            + " 'enum': ['a', 'b']}, 'uri': {'type': 'object'}}}";

    assertThat(key(list("/x", record, "other"))).isEmpty();
  }

  @Test
  void kinds_of_records_share_a_key() {
    String record = "{'oneOf': [" + properties("id name") + ", " + properties("id size") + "]}";

    assertThat(key(list("/things", record, "other"))).containsExactly("/id");
  }

  @Test
  void the_id_of_something_that_a_record_holds_is_not_its_own() {
    String record =
        "{'properties': {'body': {'type': 'string'}, 'author': " + properties("id name") + "}}";

    Collection notes = list("/notes", record, "other");
    assertThat(key(notes)).containsExactly("/author/id");
    assertThat(notes.primaryKey().confidence()).isEqualTo(Confidence.UNSURE);

    Collection past = list("/past_incidents", record.replace("author", "incident"), "other");
    assertThat(key(past)).containsExactly("/incident/id");
    assertThat(past.primaryKey().confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void a_number_of_unique_things_is_not_suggested_as_a_key() {
    String record =
        "{'properties': {'interruptions': {'type': 'integer', 'description': 'The number of unique"
            + " interruptions'}}}";

    assertThat(list("/metrics", record, "other").primaryKey().alternatives()).isEmpty();
  }
}
